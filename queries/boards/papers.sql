-- title: Papers
-- description: Papers by words of their titles, authors or ids, those with most claims first; every word must occur.
-- grain: one row a paper
-- parameter: search text null Words of the title, an author, an arXiv id or a DOI; the first six count
-- parameter: family texts:family null Only papers of these method families, in any rank
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: with_claims boolean false Only papers that make claims
-- parameter: skip integer 0 Rows to leave out first, for paging
-- parameter: top integer 50 Rows at most

with
families_asked as (
    select distinct doc_no from document_families where list_contains(getvariable('family'), family)
),
found as (
    select doc_no, claims, results
    from documents
    where (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and (claims > 0 or not coalesce(getvariable('with_claims'), false))
      and (getvariable('family') is null or doc_no in (select doc_no from families_asked))
      and (split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 1) = '' or contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 1)))
      and (split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 2) = '' or contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 2)))
      and (split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 3) = '' or contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 3)))
      and (split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 4) = '' or contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 4)))
      and (split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 5) = '' or contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 5)))
      and (split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 6) = '' or contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 6)))
),
shown as (
    select doc_no
    from found
    order by claims desc, results desc, doc_no
    limit coalesce(getvariable('top'), 50)
    offset coalesce(getvariable('skip'), 0)
)
select
    title as paper,
    date,
    date_precision,
    family,
    claims,
    results,
    authors,
    venue,
    url,
    doc_id,
    (select count(*) from found) as found
from documents
semi join shown using (doc_no)
order by claims desc, results desc, doc_no;
