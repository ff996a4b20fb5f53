-- title: Claims
-- description: Claims that fit all filters, the most trusted first, each with its evidence; found counts all of them.
-- grain: one row a claim
-- parameter: search text null Letters of the title, method, benchmark or metric
-- parameter: kind texts null Only these kinds
-- parameter: benchmark texts:benchmark null Only these benchmarks
-- parameter: metric texts:metric null Only these metrics
-- parameter: family texts:family null Only these method families
-- parameter: model texts:model null Only these base models
-- parameter: method texts:method null Only these methods
-- parameter: task texts null Only benchmarks of these tasks
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: baselines boolean true Show the systems compared against
-- parameter: own text:own|baseline null Only own results, or only baselines
-- parameter: skip integer 0 Rows to leave out first, for paging
-- parameter: top integer 100 Rows at most

with
found as (
    select rowid as row_number, confidence, doc_no, start, claim_id
    from claims
    where confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('method') is null or list_contains(getvariable('method'), method_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and (
          getvariable('search') is null
          or contains(lower(doc), lower(getvariable('search')))
          or contains(lower(method_name), lower(getvariable('search')))
          or contains(lower(benchmark_name), lower(getvariable('search')))
          or contains(lower(metric_name), lower(getvariable('search')))
      )
),
shown as (
    select row_number
    from found
    order by confidence desc, doc_no, start, claim_id
    limit coalesce(getvariable('top'), 100)
    offset coalesce(getvariable('skip'), 0)
)
select
    kind,
    method_name as method,
    benchmark_name as benchmark,
    metric_name as metric,
    comparable_value as value,
    value_max,
    comparable_unit as unit,
    direction,
    basis,
    qualifier,
    model_name as model,
    baseline_name as baseline,
    setting_name as setting,
    target,
    family,
    task,
    is_own,
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
    (select count(*) from found) as found
from claims
join shown on shown.row_number = claims.rowid
order by confidence desc, doc_no, start, claim_id;
