-- title: Claims of a paper
-- description: Everything that one paper asserts in numbers, in the order of its text, each with its evidence.
-- grain: one row a claim
-- parameter: document text:document null Paper by id, arXiv id, DOI or title; the one with most claims without it
-- parameter: min_confidence number 0.0 Only claims with at least this confidence

with
chosen as (
    select doc_no, date, date_precision, url
    from documents
    where getvariable('document') is null or doc_id = getvariable('document')
    order by claims desc, doc_id
    limit 1
)
select
    kind,
    text,
    value,
    value_max,
    unit,
    direction,
    basis,
    metric_name as metric,
    benchmark_name as benchmark,
    method_name as method,
    model_name as model,
    baseline_name as baseline,
    setting_name as setting,
    qualifier,
    role,
    target,
    family,
    is_own,
    board,
    claims.confidence,
    rule,
    section,
    sentence,
    start,
    "end",
    sentence_start,
    sentence_end,
    claim_id,
    doc as paper,
    chosen.date,
    chosen.url,
    doc_id
from claims
join chosen using (doc_no)
where claims.confidence >= coalesce(getvariable('min_confidence'), 0.0)
order by section, start, "end", claim_id;
