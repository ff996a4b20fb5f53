-- title: Boards that fit
-- description: Boards with the claims on them that fit all filters, those with most first: how many results are left, of how
--   many method families, and the best of them. `boards` is the same without filters.
-- grain: one row a board
-- parameter: kind texts null Only these kinds
-- parameter: benchmark text:benchmark null Only this benchmark
-- parameter: metric text:metric null Only this metric
-- parameter: family texts:family null Only these method families
-- parameter: model texts:model null Only these base models
-- parameter: task texts null Only benchmarks of these tasks
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: baselines boolean false Count the systems compared against
-- parameter: dated boolean false Only results of papers with a date
-- parameter: top integer 1000 Rows at most

with
fitting as (
    select
        board_no,
        count(*) as results,
        count(distinct doc_no) as documents,
        count(distinct family) as families,
        count(year) as dated,
        max(comparable_value) as highest,
        min(comparable_value) as lowest
    from claims
    where board_no is not null
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), false))
      and (year is not null or not coalesce(getvariable('dated'), false))
      and (getvariable('kind') is null or list_contains(getvariable('kind'), kind))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('task') is null or list_contains(getvariable('task'), task))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
    group by board_no
)
select
    board,
    benchmark_name as benchmark,
    metric_name as metric,
    kind,
    comparable_unit as unit,
    higher_is_better,
    task,
    fitting.results,
    fitting.documents,
    fitting.families,
    fitting.dated,
    case when higher_is_better then highest when not higher_is_better then lowest end as best_value
from fitting
join boards using (board_no)
order by fitting.results desc, fitting.documents desc, board
limit coalesce(getvariable('top'), 1000);
