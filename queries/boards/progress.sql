-- title: State of the art over time
-- description: Own results of a board by date with the best so far. A result is a record where it beats all earlier
--   ones; as good as the best is a tie. A date known only to the month or year counts from its last day, so that a vague
--   date never takes a record from a precise one. Papers without a date are counted in undated and not shown.
-- grain: one row an own result of a dated paper
-- parameter: board text:boards.board null Board to show; the one with most dated results without it
-- parameter: benchmark text:benchmark null Benchmark, in any spelling
-- parameter: metric text:metric null Metric, in any spelling
-- parameter: unit text null Unit, where values come in several
-- parameter: family texts:family null Only these method families
-- parameter: model texts:model null Only these base models
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: records_only boolean false Only records
-- parameter: top integer 5000 Rows at most, records and then the latest; found is how many there are

with
chosen as (
    select *
    from boards
    where higher_is_better is not null
      and (getvariable('board') is null or board = getvariable('board'))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
      and (getvariable('unit') is null or comparable_unit = getvariable('unit'))
    order by dated desc, results desc, board
    limit 1
),
entries as (
    select
        claims.* exclude (value),
        chosen.higher_is_better,
        if(chosen.higher_is_better, comparable_value, -comparable_value) as goodness,
        papers.date,
        papers.date_precision,
        papers.date_start,
        papers.date_end,
        papers.url,
        count(*) filter (where papers.date_start is null) over () as undated
    from claims
    join chosen using (board_no)
    join documents as papers using (doc_no)
    where is_own
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('family') is null or list_contains(getvariable('family'), claims.family))
      and (getvariable('model') is null or list_contains(getvariable('model'), claims.model_name))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), claims.setting_name))
      and (getvariable('year_from') is null or claims.year >= getvariable('year_from'))
      and (getvariable('year_to') is null or claims.year <= getvariable('year_to'))
),
dated as (
    select
        *,
        max(goodness) over (order by date_end rows between unbounded preceding and current row exclude group) as before,
        max(goodness) over (order by date_end range between unbounded preceding and current row) as best_by_then,
        row_number() over (
            partition by date_end order by goodness desc, confidence desc, doc_no, start, claim_id
        ) as place_that_day
    from entries
    where date_start is not null
)
select
    date,
    date_precision,
    date_start,
    date_end,
    comparable_value as value,
    if(higher_is_better, best_by_then, -best_by_then) as best_so_far,
    goodness = best_by_then and (before is null or goodness > before) and place_that_day = 1 as is_record,
    goodness = best_by_then and not is_record as is_tie,
    comparable_unit as unit,
    method_name as method,
    model_name as model,
    setting_name as setting,
    family,
    qualifier,
    benchmark_name as benchmark,
    metric_name as metric,
    higher_is_better,
    undated,
    count(*) over () as found,
    doc as paper,
    url,
    doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    confidence,
    claim_id,
    board
from dated
where is_record or not coalesce(getvariable('records_only'), false)
qualify row_number() over (order by is_record desc, date_end desc, goodness desc, doc_no, start, claim_id) <= coalesce(getvariable('top'), 5000)
order by date_end, goodness, doc_no, start, claim_id;
