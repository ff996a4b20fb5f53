-- title: Metrics
-- description: Metrics with unit, direction, and how many papers and claims use them, the most used first.
-- grain: one row a metric
-- parameter: search text null Only metrics whose name holds these letters
-- parameter: used_only boolean true Only metrics that some claim is in
-- parameter: top integer 1000 Rows at most

select metric_name as metric, unit, higher_is_better, documents, claims, is_known, source
from metrics
where (claims > 0 or not coalesce(getvariable('used_only'), true))
  and (getvariable('search') is null or contains(name_key(metric_name), name_key(getvariable('search'))))
order by claims desc, metric_name
limit coalesce(getvariable('top'), 1000);
