-- title: Names without their row
-- description: Benchmarks, metrics, models, methods and families that claims or documents use and no table has.
-- grain: one row a sort and name

with
used as (
    select distinct 'benchmark' as sort, benchmark_name as name from claims
    union all
    select distinct 'metric', metric_name from claims
    union all
    select distinct 'model', model_name from claims
    union all
    select distinct 'method', method_name from claims
    union all
    select distinct 'family', family from claims
    union all
    select distinct 'family', family from document_families
),
held as (
    select 'benchmark' as sort, benchmark_name as name from benchmarks
    union all
    select 'metric', metric_name from metrics
    union all
    select 'model', model_name from models
    union all
    select 'method', method_name from methods
    union all
    select 'family', family from families
)
select distinct sort, name
from used
anti join held using (sort, name)
where name is not null;
