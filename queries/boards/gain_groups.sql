-- title: Gains by metric
-- description: Which metrics changes and ratios were reported in, absolute, relative and unsaid ones apart, the most
--   reported first.
-- grain: one row a metric, form, basis and unit
-- parameter: kind text:change|ratio null Only changes, or only ratios
-- parameter: benchmark text:benchmark null Only on this benchmark
-- parameter: family texts:family null Only these method families
-- parameter: model texts:model null Only these base models
-- parameter: setting texts null Only these settings
-- parameter: unnamed boolean false Also those whose metric the text does not name
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 2000 Rows at most

with
-- Claims of one paper are counted first, so that papers need not be told apart a second time; metrics by their row, since
-- numbers are grouped faster than names.
numbered as (
    select rowid as metric_no, metric_name from metrics
),
of_papers as (
    select
        kind,
        coalesce(basis, if(comparable_unit = 'points', 'absolute', null)) as basis,
        metric_no,
        comparable_unit,
        doc_no,
        count(*) as claims
    from claims
    left join numbered using (metric_name)
    where kind in ('change', 'ratio')
      and (metric_name is not null or coalesce(getvariable('unnamed'), false))
      and (getvariable('kind') is null or kind = getvariable('kind'))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
    group by all
),
counted as (
    select kind, basis, metric_no, comparable_unit, sum(claims)::bigint as claims, count(*) as documents
    from of_papers
    group by all
)
select
    case
        when kind = 'ratio' then 'ratio'
        when comparable_unit = '% relative' then 'relative'
        when comparable_unit = '%' then 'percent'
        else 'absolute'
    end as form,
    basis,
    metrics.metric_name as metric,
    comparable_unit as unit,
    metrics.higher_is_better,
    counted.claims,
    counted.documents
from counted
left join metrics on metrics.rowid = metric_no
order by counted.claims desc, form, metric, unit, basis
limit coalesce(getvariable('top'), 2000);
