-- title: Gains over baselines
-- description: Differences that papers report against something else, largest first; gain is positive where the difference
--   is for the better, and null where nobody knows which way is better. Absolute, relative and unsaid ones are kept apart.
-- grain: one row a claim
-- parameter: metric text:metric null Only this metric
-- parameter: benchmark text:benchmark null Only this benchmark
-- parameter: family texts:family null Only these method families
-- parameter: method text:method null Only this method
-- parameter: baseline text:method null Only against this baseline
-- parameter: unit text null Only changes in this unit: points, % relative, % and others
-- parameter: basis text:absolute|relative|unsaid null Only absolute or relative changes, or those that do not say
-- parameter: model texts:model null Only these base models
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: unnamed boolean false Only changes whose metric the text does not name
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 200 Rows at most

with
changes as (
    select
        claims.rowid as row_number,
        comparable_unit,
        doc_no,
        start,
        claim_id,
        metrics.higher_is_better,
        case direction when 'up' then 1 when 'down' then -1 end * abs(comparable_value) as signed_value,
        case
            when higher_is_better is null or direction is null then null
            when (direction = 'up') = higher_is_better then abs(comparable_value)
            else -abs(comparable_value)
        end as gain
    from claims
    left join metrics using (metric_name)
    where kind = 'change'
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and (getvariable('method') is null or method_name = resolve_name('method', getvariable('method')))
      and (getvariable('baseline') is null or baseline_name = resolve_name('method', getvariable('baseline')))
      and (getvariable('unit') is null or comparable_unit = getvariable('unit'))
      and (
          getvariable('basis') is null
          or coalesce(basis, if(comparable_unit = 'points', 'absolute', 'unsaid')) = getvariable('basis')
      )
      and (metric_name is null or not coalesce(getvariable('unnamed'), false))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
),
shown as (
    select row_number, signed_value, gain, higher_is_better
    from changes
    order by comparable_unit, gain desc nulls last, abs(signed_value) desc nulls last, doc_no, start, claim_id
    limit coalesce(getvariable('top'), 200)
)
select
    metric_name as metric,
    benchmark_name as benchmark,
    method_name as method,
    baseline_name as baseline,
    family,
    signed_value as value,
    value_max,
    comparable_unit as unit,
    coalesce(basis, if(comparable_unit = 'points', 'absolute', null)) as basis,
    gain,
    gain > 0 as is_better,
    higher_is_better,
    direction,
    model_name as model,
    setting_name as setting,
    qualifier,
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
join shown on shown.row_number = claims.rowid
order by comparable_unit, gain desc nulls last, abs(signed_value) desc nulls last, doc_no, start, claim_id;
