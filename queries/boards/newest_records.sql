-- title: Newest records
-- description: Boards that several papers report on, those whose best result is newest first; undated ones are left out.
-- grain: one row a board
-- parameter: family texts:family null Only where the holder is of these families
-- parameter: task text null Only benchmarks of this task
-- parameter: min_papers integer 2 Only boards that at least so many papers report on
-- parameter: top integer 20 Rows at most

select
    best_date as date,
    benchmark_name as benchmark,
    metric_name as metric,
    best_value as value,
    comparable_unit as unit,
    best_method as method,
    best_family as family,
    best_paper as paper,
    best_doc_id as doc_id,
    best_claim_id as claim_id,
    higher_is_better,
    results,
    documents,
    board
from boards
where best_date is not null
  and documents >= coalesce(getvariable('min_papers'), 2)
  and (getvariable('family') is null or list_contains(getvariable('family'), best_family))
  and (getvariable('task') is null or lower(task) = lower(getvariable('task')))
order by best_date desc, documents desc, board
limit coalesce(getvariable('top'), 20);
