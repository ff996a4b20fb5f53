-- title: Papers of a family
-- description: Papers of a method family, those whose main family it is first, then by how many claims they make.
-- grain: one row a paper
-- parameter: family texts:family null Family or families; the one with most papers without it
-- parameter: main_only boolean false Only papers whose main family it is
-- parameter: skip integer 0 Rows to leave out first, for paging
-- parameter: top integer 50 Rows at most

with
largest as (
    select family from families order by documents desc, family limit 1
),
members as (
    select doc_no, min(rank) as family_rank, first(family order by rank) as asked_family, first(evidence order by rank) as why
    from document_families
    where if(
            getvariable('family') is null,
            family = (select family from largest),
            list_contains(getvariable('family'), family)
        )
      and (rank = 1 or not coalesce(getvariable('main_only'), false))
    group by doc_no
),
placed as (
    select members.*, documents.* exclude (doc_no), count(*) over () as found
    from members
    join documents using (doc_no)
)
select
    asked_family as family,
    family_rank,
    title as paper,
    date,
    date_precision,
    claims,
    results,
    why,
    url,
    doc_id,
    found
from placed
order by family_rank, claims desc, doc_no
limit coalesce(getvariable('top'), 50)
offset coalesce(getvariable('skip'), 0);
