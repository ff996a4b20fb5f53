-- title: Leaderboard
-- description: What papers report on a benchmark in a metric, best own result first; ties share a rank. Baselines are
--   marked and not ranked, nor is anything where nobody knows which way is better; qualified values are marked; found
--   counts the rows that fit, also those beyond the limit.
-- grain: one row a claim; the same value said twice in a paper is one row
-- parameter: board text:boards.board null Board to show, as `boards` lists them; the most reported one without it
-- parameter: benchmark text:benchmark null Benchmark, in any spelling
-- parameter: metric text:metric null Metric, in any spelling
-- parameter: unit text null Unit, where values come in several (% and fraction)
-- parameter: family texts:family null Only these method families
-- parameter: model texts:model null Only these base models
-- parameter: setting texts null Only these settings
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: baselines boolean true Show the systems compared against
-- parameter: top integer 200 Rows at most

with
chosen as (
    select *
    from boards
    where (getvariable('board') is null or board = getvariable('board'))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
      and (getvariable('unit') is null or comparable_unit = getvariable('unit'))
    order by metric_name is null, results desc, board
    limit 1
),
entries as (
    select claims.*, chosen.higher_is_better
    from claims
    join chosen using (board_no)
    where confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (is_own or coalesce(getvariable('baselines'), true))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('model') is null or list_contains(getvariable('model'), model_name))
      and (getvariable('setting') is null or list_contains(getvariable('setting'), setting_name))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
    qualify row_number() over (
        partition by doc_no, is_own, method_name, model_name, setting_name, qualifier, comparable_value, value_max
        order by confidence desc, start, claim_id
    ) = 1
),
ranked as (
    select
        *,
        case when higher_is_better then -comparable_value else comparable_value end as worse_by,
        case when is_own and higher_is_better is not null and metric_name is not null
            then rank() over (partition by is_own order by worse_by) end as rank
    from entries
)
select
    rank,
    rank = 1 as is_best,
    coalesce(method_name, '(not named)') as method,
    model_name as model,
    setting_name as setting,
    ranked.family,
    comparable_value as value,
    value_max,
    comparable_unit as unit,
    text,
    nullif(concat_ws(', ',
        case when not is_own then 'baseline' end,
        qualifier,
        case when value_max is not null then 'range' end
    ), '') as mark,
    is_own,
    ranked.confidence,
    papers.date,
    papers.date_precision,
    papers.title as paper,
    papers.url,
    ranked.doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    claim_id,
    benchmark_name as benchmark,
    metric_name as metric,
    higher_is_better,
    board,
    conflict,
    count(*) over () as found
from ranked
join documents as papers using (doc_no)
order by rank nulls last, not is_own, worse_by, papers.date_start desc nulls last, doc_no, start, claim_id
limit coalesce(getvariable('top'), 200);
