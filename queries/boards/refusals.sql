-- title: Refusals
-- description: What could not be read, where it stands and why.
-- grain: one row a refused place
-- parameter: source text:sources.name null Only this source
-- parameter: top integer 1000 Rows at most

select source, place, reason
from refusals
where getvariable('source') is null or source = getvariable('source')
order by source, place, reason
limit coalesce(getvariable('top'), 1000);
