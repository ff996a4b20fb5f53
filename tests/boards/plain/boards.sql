-- title: List of boards
-- description: Every benchmark, metric and unit that results were reported in, the most reported first.
-- grain: one row a board
-- parameter: benchmark text:benchmark null Only this benchmark
-- parameter: metric text:metric null Only this metric
-- parameter: task text null Only benchmarks of this task
-- parameter: search text null Only boards whose benchmark or metric holds these letters
-- parameter: min_results integer 1 Only boards with at least so many own results
-- parameter: top integer 1000 Rows at most

select
    board,
    benchmark_name as benchmark,
    metric_name as metric,
    kind,
    comparable_unit as unit,
    higher_is_better,
    task,
    results,
    baselines,
    documents,
    families,
    dated,
    best_value,
    best_claim_id,
    first_date,
    last_date
from boards
where results >= coalesce(getvariable('min_results'), 1)
  and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
  and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
  and (getvariable('task') is null or lower(task) = lower(getvariable('task')))
  and (
      getvariable('search') is null
      or contains(name_key(benchmark_name || ' ' || coalesce(metric_name, '')), name_key(getvariable('search')))
  )
order by results desc, documents desc, board
limit coalesce(getvariable('top'), 1000);
