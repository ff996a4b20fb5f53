-- title: A paper
-- description: What is known of one paper, with its abstract, its method families and how many claims it makes.
-- grain: one row
-- parameter: document text:document null Paper by id, arXiv id, DOI or title; the one with most claims without it

with
chosen as (
    select *
    from documents
    where getvariable('document') is null or doc_id = getvariable('document')
    order by claims desc, doc_id
    limit 1
),
families_of_it as (
    select doc_id, list(family order by rank) as families, list(evidence order by rank) as family_evidence
    from document_families
    semi join chosen using (doc_id)
    group by doc_id
),
sources_of_it as (
    select doc_id, list(distinct source || coalesce(nullif(', ' || place, ', '), '')) as sources
    from readings
    semi join chosen using (doc_id)
    group by doc_id
)
select
    doc_id,
    title as paper,
    abstract,
    authors,
    date,
    date_precision,
    year,
    venue,
    url,
    arxiv_id,
    doi,
    family,
    families,
    family_evidence,
    claims,
    results,
    list_sort(sources) as sources
from chosen
left join families_of_it using (doc_id)
left join sources_of_it using (doc_id);
