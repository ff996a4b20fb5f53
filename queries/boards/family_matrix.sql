-- title: Benchmark by family
-- description: For the main board of each of the most reported benchmarks, how often each method family reports on it and
--   its best value; the rows of a heat map. Best values are left out where nobody knows which way is better.
-- grain: one row a benchmark and family
-- parameter: task text null Only benchmarks of this task
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 20 Benchmarks at most
-- parameter: families integer 12 Families at most, those with most results

with
main_boards as (
    select board, board_no, benchmark_name, metric_name, comparable_unit, higher_is_better, results
    from boards
    where metric_name is not null
      and results > 0
      and (getvariable('task') is null or lower(task) = lower(getvariable('task')))
    qualify row_number() over (
        partition by benchmark_name order by higher_is_better is null, results desc, board
    ) = 1
    order by results desc, board
    limit coalesce(getvariable('top'), 20)
),
cells as (
    select
        main_boards.board,
        claims.family,
        count(*) as results,
        count(distinct claims.doc_no) as documents,
        max(claims.comparable_value) as highest,
        min(claims.comparable_value) as lowest
    from claims
    join main_boards using (board_no)
    where is_own
      and family is not null
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
    group by main_boards.board, claims.family
),
frequent_families as (
    select family, sum(results) as results
    from cells
    group by family
    order by results desc, family
    limit coalesce(getvariable('families'), 12)
)
select
    benchmark_name as benchmark,
    metric_name as metric,
    cells.family,
    case when higher_is_better then highest when not higher_is_better then lowest end as best,
    comparable_unit as unit,
    higher_is_better,
    cells.results,
    documents,
    board
from cells
join main_boards using (board)
semi join frequent_families using (family)
order by main_boards.results desc, board, cells.results desc, cells.family;
