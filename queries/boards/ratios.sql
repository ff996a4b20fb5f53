-- title: Speed-ups and other ratios
-- description: How many times faster, smaller or cheaper papers report to be than something else, largest first.
-- grain: one row a claim
-- parameter: metric text:metric null Only this metric
-- parameter: benchmark text:benchmark null Only on this benchmark
-- parameter: family texts:family null Only these method families
-- parameter: method text:method null Only this method
-- parameter: baseline text:method null Only against this baseline
-- parameter: model texts:model null Only these base models
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: unnamed boolean false Only ratios whose metric the text does not name
-- parameter: direction text:up|down null Only what goes up, or down
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 200 Rows at most

select
    metric_name as metric,
    method_name as method,
    baseline_name as baseline,
    family,
    comparable_value as value,
    value_max,
    comparable_unit as unit,
    direction,
    qualifier,
    benchmark_name as benchmark,
    model_name as model,
    setting_name as setting,
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
    claim_id
from claims
where kind = 'ratio'
  and confidence >= coalesce(getvariable('min_confidence'), 0.0)
  and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
  and (getvariable('method') is null or method_name = resolve_name('method', getvariable('method')))
  and (getvariable('baseline') is null or baseline_name = resolve_name('method', getvariable('baseline')))
  and (getvariable('direction') is null or direction = getvariable('direction'))
  and (metric_name is null or not coalesce(getvariable('unnamed'), false))
  and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
  and (getvariable('family') is null or list_contains(getvariable('family'), family))
  and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
  and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
  and (getvariable('year_from') is null or year >= getvariable('year_from'))
  and (getvariable('year_to') is null or year <= getvariable('year_to'))
order by value desc, doc_no, start, claim_id
limit coalesce(getvariable('top'), 200);
