-- title: Parameter counts
-- description: How many parameters papers report that models have or methods train, fewest first.
-- grain: one row a paper, method, model and number
-- parameter: family texts:family null Only these method families
-- parameter: method text:method null Only this method
-- parameter: model texts:model null Only these base models
-- parameter: metric text:metric null Only this metric, such as trainable parameters
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 200 Rows at most

with
found as (
    select rowid as row_number, comparable_value, doc_no, start, claim_id
    from claims
    where kind = 'parameters'
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
      and (getvariable('method') is null or method_name = resolve_name('method', getvariable('method')))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
    qualify row_number() over (
        partition by doc_no, method_name, model_name, metric_name, comparable_value, value_max
        order by confidence desc, start, claim_id
    ) = 1
),
shown as (
    select row_number
    from found
    order by comparable_value, doc_no, start, claim_id
    limit coalesce(getvariable('top'), 200)
)
select
    comparable_value as value,
    value_max,
    comparable_unit as unit,
    text,
    metric_name as metric,
    method_name as method,
    model_name as model,
    family,
    qualifier,
    is_own,
    year,
    doc as paper,
    doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    confidence,
    claim_id
from claims
join shown on shown.row_number = claims.rowid
order by value, doc_no, start, claim_id;
