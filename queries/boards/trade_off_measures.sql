-- title: Measures of trade-offs
-- description: What `trade_offs` can show up against bits, speed-up or parameters, the most reported first; costs are the
--   different values across.
-- grain: one row a measure
-- parameter: x text:bits|speed_up|parameters 'bits' What is across
-- parameter: same_sentence boolean false Only where both stand in one sentence
-- parameter: family texts:family null Only these method families
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 500 Rows at most

select
    measure,
    any_value(kind) as kind,
    any_value(metric_name) as metric,
    any_value(benchmark_name) as benchmark,
    any_value(comparable_unit) as unit,
    any_value(higher_is_better) as higher_is_better,
    count(*) as pairs,
    count(distinct doc_no) as documents,
    count(distinct x) as costs
from trade_off_pairs
where x_sort = coalesce(getvariable('x'), 'bits')
  and confidence >= coalesce(getvariable('min_confidence'), 0.0)
  and (same_sentence or not coalesce(getvariable('same_sentence'), false))
  and (getvariable('family') is null or list_contains(getvariable('family'), family))
  and (getvariable('year_from') is null or year >= getvariable('year_from'))
  and (getvariable('year_to') is null or year <= getvariable('year_to'))
group by measure
order by pairs desc, documents desc, measure
limit coalesce(getvariable('top'), 500);
