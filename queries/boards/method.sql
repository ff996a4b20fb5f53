-- title: Everything about a method
-- description: All that papers report of one method, as their own system, as a baseline, or as what others are measured
--   against.
-- grain: one row a claim
-- parameter: method text:method null Method in any spelling; the one that most papers speak of without it
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 500 Rows at most

with
spoken_of as (
    select method_name as method, doc_id from claims where method_name is not null and getvariable('method') is null
    union all
    select baseline_name as method, doc_id from claims where baseline_name is not null and getvariable('method') is null
),
chosen as (
    select resolve_name('method', getvariable('method')) as method where getvariable('method') is not null
    union all
    (
        select method from spoken_of group by method order by count(distinct doc_id) desc, method limit 1
    )
)
select
    case
        when method_name is distinct from chosen.method then 'measured against'
        when is_own then 'own result'
        else 'baseline'
    end as part,
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
    claim_id
from claims
join chosen on claims.method_name = chosen.method or claims.baseline_name = chosen.method
where confidence >= coalesce(getvariable('min_confidence'), 0.0)
order by part = 'measured against', part desc, kind, benchmark, metric, unit, value desc, doc_id, start, claim_id
limit coalesce(getvariable('top'), 500);
