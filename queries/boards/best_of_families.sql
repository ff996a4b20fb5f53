-- title: Best of each method family
-- description: The best own result of every method family on the most reported boards, best family first. Boards whose
--   direction nobody knows are left out, because there is no best on them. Where families are asked for, the boards are those
--   that they have results on; their rank is the one among all families. boards_found says how many boards there are.
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
theirs as (
    select distinct board_no
    from claims
    where is_own
      and getvariable('family') is not null
      and list_contains(getvariable('family'), family)
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
),
chosen as (
    select board_no, results, higher_is_better, count(*) over () as boards_found
    from boards
    where higher_is_better is not null
      and results > 0
      and (getvariable('board') is null or board = getvariable('board'))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
      and (getvariable('family') is null or board_no in (select board_no from theirs))
    order by results desc, board
    limit coalesce(getvariable('top'), 20)
),
-- Narrow rows first; what is shown of the best ones is read afterwards.
entries as (
    select
        claims.rowid as row_number,
        board_no,
        family,
        confidence,
        doc_no,
        start,
        claim_id,
        chosen.results as board_results,
        boards_found,
        higher_is_better,
        if(higher_is_better, comparable_value, -comparable_value) as goodness
    from claims
    join chosen using (board_no)
    where is_own
      and family is not null
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
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
),
ranked as (
    select *, rank() over (partition by board_no order by goodness desc) as rank
    from bests
    where place = 1
)
select
    claims.benchmark_name as benchmark,
    claims.metric_name as metric,
    rank,
    claims.family,
    claims.comparable_value as value,
    claims.comparable_unit as unit,
    claims.method_name as method,
    claims.model_name as model,
    claims.setting_name as setting,
    claims.qualifier,
    family_results as results,
    boards_found,
    higher_is_better,
    claims.year,
    claims.doc as paper,
    claims.doc_id,
    claims.sentence,
    claims.start,
    claims."end",
    claims.sentence_start,
    claims.rule,
    claims.confidence,
    claims.claim_id,
    claims.board
from ranked
join claims on claims.rowid = ranked.row_number
where getvariable('family') is null or list_contains(getvariable('family'), ranked.family)
order by board_results desc, claims.board, rank, claims.family;
