-- title: Contradicting claims
-- description: Places that give different values for what looks like the same measurement: same method, benchmark, metric,
--   unit, setting, model and qualifier. Shown side by side, never averaged; often the text is finer than the slots.
-- grain: one row a claim, those of one contradiction together
-- parameter: method text:method null Only this method
-- parameter: benchmark text:benchmark null Only this benchmark
-- parameter: board text:boards.board null Only this board
-- parameter: across_papers boolean false Only where different papers disagree
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 200 Rows at most

with
disputed as (
    select *
    from claims
    where conflict is not null
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('board') is null or board = getvariable('board'))
      and (getvariable('method') is null or method_name = resolve_name('method', getvariable('method')))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
),
disputes as (
    select
        conflict,
        count(distinct doc_no) as papers,
        min(comparable_value) as lowest,
        max(comparable_value) as highest
    from disputed
    group by conflict
    having lowest < highest
       and (papers > 1 or not coalesce(getvariable('across_papers'), false))
)
select
    conflict,
    disputes.papers,
    highest - lowest as spread,
    method_name as method,
    benchmark_name as benchmark,
    metric_name as metric,
    comparable_value as value,
    comparable_unit as unit,
    model_name as model,
    setting_name as setting,
    qualifier,
    is_own,
    family,
    text,
    year,
    doc as paper,
    doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    confidence,
    board,
    claim_id
from disputed
join disputes using (conflict)
order by papers > 1 desc, papers desc, spread desc, conflict, value desc, doc_no, start, claim_id
limit coalesce(getvariable('top'), 200);
