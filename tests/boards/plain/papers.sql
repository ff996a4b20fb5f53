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
    select doc_id, doc_no, title, authors, date, date_precision, year, venue, url, family, claims, results
    from documents
    where (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and (claims > 0 or not coalesce(getvariable('with_claims'), false))
      and (getvariable('family') is null or doc_no in (select doc_no from families_asked))
      and contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 1))
      and contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 2))
      and contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 3))
      and contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 4))
      and contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 5))
      and contains(search_text, split_part(lower(trim(coalesce(getvariable('search'), ''))), ' ', 6))
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
    count(*) over () as found
from found
order by claims desc, results desc, doc_no
limit coalesce(getvariable('top'), 50)
offset coalesce(getvariable('skip'), 0);
