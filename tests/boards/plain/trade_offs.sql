-- title: Trade-offs
-- description: What a paper reports of size or speed against what it reports of quality or saving: bits, speed-up or
--   parameters across, one measure up. Where a sentence holds both numbers, only its pairs count; else those of the paper.
--   on_frontier marks pairs that no other one shown beats in both.
-- grain: one row a pair of claims of one paper
-- parameter: x text:bits|speed_up|parameters 'bits' What is across
-- parameter: measure text:trade_off_pairs.measure null What is up, as `trade_off_measures` lists it; the most reported
--   one without it
-- parameter: same_sentence boolean false Only where both stand in one sentence
-- parameter: family texts:family null Only these method families
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 2000 Rows at most

with
fitting as (
    select *
    from trade_off_pairs
    where x_sort = coalesce(getvariable('x'), 'bits')
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (same_sentence or not coalesce(getvariable('same_sentence'), false))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
),
chosen as (
    select measure
    from fitting
    where getvariable('measure') is null or measure = getvariable('measure')
    group by measure
    order by count(*) desc, count(distinct doc_no) desc, measure
    limit 1
),
pairs as (
    select
        *,
        if(x_sort = 'speed_up', -x, x) as x_cost,
        if(higher_is_better, y, -y) as y_gain
    from fitting
    where measure = (select measure from chosen)
),
-- One row a cost, so that the frontier is a running maximum.
costs as (
    select x_cost, max(y_gain) as best, max(best) over (
        order by x_cost rows between unbounded preceding and 1 preceding
    ) as best_for_less
    from pairs
    group by x_cost
),
shown as (
    select pairs.*, y_gain = best and (best_for_less is null or best > best_for_less) as on_frontier
    from pairs
    join costs using (x_cost)
    order by on_frontier desc, confidence desc, x_cost, y_gain desc, claim_id, x_claim_id
    limit coalesce(getvariable('top'), 2000)
)
select
    shown.x,
    shown.y,
    on_frontier,
    measure,
    shown.metric_name as metric,
    shown.benchmark_name as benchmark,
    shown.comparable_unit as unit,
    shown.higher_is_better,
    x_sort,
    across.metric_name as x_metric,
    across.qualifier as x_qualifier,
    across.target as x_target,
    claims.kind,
    claims.qualifier,
    claims.method_name as method,
    coalesce(claims.model_name, across.model_name) as model,
    claims.setting_name as setting,
    shown.family,
    same_sentence,
    shown.year,
    claims.doc as paper,
    claims.doc_id,
    claims.text,
    claims.sentence,
    claims.start,
    claims."end",
    claims.sentence_start,
    across.text as x_text,
    across.sentence as x_sentence,
    claims.rule,
    shown.confidence,
    x_claim_id,
    shown.claim_id
from shown
join claims on claims.claim_id = shown.claim_id
join claims as across on across.claim_id = shown.x_claim_id
order by x_cost, y_gain desc, shown.claim_id, x_claim_id;
