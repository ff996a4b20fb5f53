-- title: Everything about a method
-- description: All that papers report of one method, as their own system, as a baseline, or as what others are measured
--   against.
-- grain: one row a claim
-- parameter: method text:method null Method in any spelling; the one that most papers speak of without it
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 500 Rows at most

with
chosen as (
    select coalesce(
        resolve_name('method', getvariable('method')),
        (select method_name from methods order by documents desc, claims desc, method_name limit 1)
    ) as name
),
parts as (
    select rowid as row_number, if(is_own, 'own result', 'baseline') as part, if(is_own, 1, 2) as part_order
    from claims
    where method_name = (select name from chosen)
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
    union all
    select rowid, 'measured against', 3
    from claims
    where baseline_name = (select name from chosen)
      and method_name is distinct from baseline_name
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
)
select
    part,
    kind,
    benchmark_name as benchmark,
    metric_name as metric,
    comparable_value as value,
    value_max,
    comparable_unit as unit,
    direction,
    basis,
    qualifier,
    method_name as method,
    baseline_name as baseline,
    model_name as model,
    setting_name as setting,
    target,
    family,
    text,
    year,
    doc as paper,
    doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    confidence,
    board,
    claim_id,
    count(*) over () as found
from claims
join parts on parts.row_number = claims.rowid
order by part_order, kind, benchmark, metric, unit, value desc, doc_no, start, claim_id
limit coalesce(getvariable('top'), 500);
