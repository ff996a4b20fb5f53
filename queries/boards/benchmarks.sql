-- title: Benchmarks
-- description: Benchmarks with how many papers and claims speak of them, the most reported first.
-- grain: one row a benchmark
-- parameter: task text null Only benchmarks of this task
-- parameter: search text null Only benchmarks whose name holds these letters
-- parameter: used_only boolean true Only benchmarks that some claim is on
-- parameter: top integer 1000 Rows at most

select benchmark_name as benchmark, task, area, usual_metric, documents, claims, is_known, source
from benchmarks
where (claims > 0 or not coalesce(getvariable('used_only'), true))
  and (getvariable('task') is null or lower(task) = lower(getvariable('task')))
  and (getvariable('search') is null or contains(name_key(benchmark_name), name_key(getvariable('search'))))
order by claims desc, benchmark_name
limit coalesce(getvariable('top'), 1000);
