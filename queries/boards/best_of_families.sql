-- title: Best of each method family
-- description: The best own result of every method family on the most reported boards, best family first. Boards whose
--   direction nobody knows are left out, because there is no best on them.
-- grain: one row a board and family
-- parameter: board text:boards.board null Only this board
-- parameter: benchmark text:benchmark null Only boards of this benchmark
-- parameter: metric text:metric null Only boards of this metric
-- parameter: family texts:family null Only these families
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 20 Boards at most

with
chosen as (
    select board_no, results, higher_is_better
    from boards
    where higher_is_better is not null
      and results > 0
      and (getvariable('board') is null or board = getvariable('board'))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
    order by results desc, board
    limit coalesce(getvariable('top'), 20)
),
entries as (
    select
        claims.* exclude (value),
        chosen.results as board_results,
        higher_is_better,
        if(higher_is_better, comparable_value, -comparable_value) as goodness
    from claims
    join chosen using (board_no)
    where is_own
      and family is not null
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
),
bests as (
    select
        *,
        count(*) over (partition by board_no, family) as family_results,
        row_number() over (
            partition by board_no, family order by goodness desc, confidence desc, doc_no, start, claim_id
        ) as place
    from entries
)
select
    benchmark_name as benchmark,
    metric_name as metric,
    rank() over (partition by board_no order by goodness desc) as rank,
    family,
    comparable_value as value,
    comparable_unit as unit,
    method_name as method,
    model_name as model,
    setting_name as setting,
    qualifier,
    family_results as results,
    higher_is_better,
    year,
    doc as paper,
    doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    confidence,
    claim_id,
    board
from bests
where place = 1
order by board_results desc, board, rank, family;
