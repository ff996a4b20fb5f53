-- title: Spellings in claims
-- description: Every spelling of a benchmark, metric, model or method that claims use, with how often.
-- grain: one row for each sort and spelling

create or replace table staging.surfaces as
with
uses as (
    select 'benchmark' as sort, benchmark as surface, count(*) as uses from staging.claims group by surface
    union all
    select 'metric' as sort, metric as surface, count(*) as uses from staging.claims group by surface
    union all
    select 'model' as sort, model as surface, count(*) as uses from staging.claims group by surface
    union all
    select 'method' as sort, method as surface, count(*) as uses from staging.claims group by surface
    union all
    select 'method' as sort, baseline as surface, count(*) as uses from staging.claims group by surface
)
select sort, surface, sum(uses)::bigint as uses
from uses
where trim(surface) <> ''
group by sort, surface;
