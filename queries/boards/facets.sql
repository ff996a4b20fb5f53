-- title: Facets
-- description: How many claims each value of each facet has, given the filters on the other facets: a facet's own filter
--   does not narrow its own counts, so that a second value can be chosen beside the first.
-- grain: one row a facet and value; null is the claims that have none
-- parameter: facet text:kind|benchmark|metric|family|model|task|setting|year|confidence|own null Only this facet
-- parameter: kind texts null Only these kinds
-- parameter: benchmark texts:benchmark null Only these benchmarks
-- parameter: metric texts:metric null Only these metrics
-- parameter: family texts:family null Only these method families
-- parameter: model texts:model null Only these base models
-- parameter: task texts null Only benchmarks of these tasks
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: baselines boolean true Count the systems compared against
-- parameter: own text:own|baseline null Only own results, or only baselines
-- parameter: board text:boards.board null Only the values of this board
-- parameter: top integer 50 Values of a facet at most, the most frequent

with
kinds as (
    select kind as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'kind')
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
benchmarks_of_claims as (
    select benchmark_name as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'benchmark')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
metrics_of_claims as (
    select metric_name as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'metric')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
families_of_claims as (
    select family as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'family')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
models_of_claims as (
    select model_name as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'model')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
tasks as (
    select task as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'task')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
settings as (
    select setting_name as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'setting')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
years as (
    select year as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'year')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
bands as (
    select least(floor(confidence * 10) / 10, 0.9) as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'confidence')
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('own') is null or is_own = (getvariable('own') = 'own'))
      and (getvariable('board') is null or board = getvariable('board'))
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
),
sides as (
    select is_own as value, count(*) as claims
    from claims
    where (getvariable('facet') is null or getvariable('facet') = 'own')
      and (getvariable('board') is null or board = getvariable('board'))
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or list_contains(getvariable('benchmark'), benchmark_name))
      and (getvariable('metric') is null or list_contains(getvariable('metric'), metric_name))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
    group by all
    order by claims desc, 1
    limit coalesce(getvariable('top'), 50)
)
select 'kind' as facet, value, claims, 1 as position from kinds
union all
select 'benchmark', value, claims, 2 from benchmarks_of_claims
union all
select 'metric', value, claims, 3 from metrics_of_claims
union all
select 'family', value, claims, 4 from families_of_claims
union all
select 'model', value, claims, 5 from models_of_claims
union all
select 'task', value, claims, 6 from tasks
union all
select 'setting', value, claims, 7 from settings
union all
select 'year', value::varchar, claims, 8 from years
union all
select 'confidence', value::decimal(2, 1)::varchar, claims, 9 from bands
union all
select 'own', if(value, 'own', 'baseline'), claims, 10 from sides
order by position, claims desc, value;
