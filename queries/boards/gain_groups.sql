-- title: Gains by metric
-- description: Which metrics changes and ratios were reported in, absolute, relative and unsaid ones apart, the most
--   reported first.
-- grain: one row a metric, form and unit
-- parameter: family texts:family null Only these method families
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 2000 Rows at most

select
    case
        when claims.kind = 'ratio' then 'ratio'
        when claims.comparable_unit = '% relative' then 'relative'
        when claims.comparable_unit = '%' then 'percent'
        else 'absolute'
    end as form,
    claims.metric_name as metric,
    claims.comparable_unit as unit,
    metrics.higher_is_better,
    count(*) as claims,
    count(distinct claims.doc_id) as documents
from claims
left join metrics using (metric_name)
where claims.kind in ('change', 'ratio')
  and claims.metric_name is not null
  and confidence >= coalesce(getvariable('min_confidence'), 0.0)
  and (getvariable('family') is null or list_contains(getvariable('family'), family))
  and (getvariable('year_from') is null or year >= getvariable('year_from'))
  and (getvariable('year_to') is null or year <= getvariable('year_to'))
group by all
order by claims desc, form, metric, unit
limit coalesce(getvariable('top'), 2000);
