-- title: Trade-offs
-- description: What a paper reports of size or speed against what it reports of quality: bits, parameters or speed-ups
--   against scores, changes, other ratios or costs. A pair from one sentence goes before pairs from one paper. on_frontier
--   marks pairs that no other of the same benchmark beats in both.
-- grain: one row a pair of claims of one paper
-- parameter: x text:bit_width|parameters|ratio 'bit_width' What stands on the horizontal axis
-- parameter: y text:score|change|ratio|resource 'score' What stands on the vertical axis
-- parameter: x_metric text:metric null Metric of the horizontal axis; the most frequent one of ratios without it
-- parameter: y_metric text:metric null Metric of the vertical axis; the most frequent one without it
-- parameter: y_unit text null Unit of the vertical axis; the most frequent one without it
-- parameter: benchmark text:benchmark null Only this benchmark
-- parameter: family texts:family null Only these method families
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 2000 Rows at most

with
sizes as (
    select doc_id, claim_id, section, sentence_start, metric_name, comparable_unit, direction, target, qualifier, confidence,
        comparable_value
    from claims
    where kind = coalesce(getvariable('x'), 'bit_width')
      and is_own
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('x_metric') is null or metric_name = resolve_name('metric', getvariable('x_metric')))
),
size_axis as (
    select metric_name, comparable_unit
    from sizes
    where coalesce(getvariable('x'), 'bit_width') = 'ratio'
    group by metric_name, comparable_unit
    order by count(*) desc, metric_name, comparable_unit
    limit 1
),
chosen_sizes as (
    select sizes.*
    from sizes
    where coalesce(getvariable('x'), 'bit_width') <> 'ratio'
       or exists (
            from size_axis
            where size_axis.metric_name is not distinct from sizes.metric_name
              and size_axis.comparable_unit = sizes.comparable_unit
        )
),
qualities as (
    select claims.*, metrics.higher_is_better
    from claims
    join metrics using (metric_name)
    semi join chosen_sizes using (doc_id)
    where claims.kind = coalesce(getvariable('y'), 'score')
      and is_own
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('y_metric') is null or metric_name = resolve_name('metric', getvariable('y_metric')))
      and (getvariable('y_unit') is null or comparable_unit = getvariable('y_unit'))
      and (getvariable('benchmark') is null or benchmark_name = resolve_name('benchmark', getvariable('benchmark')))
),
quality_axis as (
    select metric_name, comparable_unit
    from qualities
    group by metric_name, comparable_unit
    order by count(*) desc, metric_name, comparable_unit
    limit 1
),
pairs as (
    select
        sizes.comparable_value as x,
        sizes.metric_name as x_metric,
        sizes.comparable_unit as x_unit,
        sizes.target,
        sizes.qualifier as x_qualifier,
        sizes.claim_id as x_claim_id,
        -- Fewer bits and parameters are better; of ratios, the larger.
        if(coalesce(getvariable('x'), 'bit_width') = 'ratio', -x, x) as x_cost,
        case when qualities.kind = 'change' and qualities.direction = 'down' then -1 else 1 end * qualities.comparable_value as y,
        case
            when qualities.kind = 'ratio' and qualities.direction is not null
                then if((qualities.direction = 'up') = coalesce(qualities.higher_is_better, true), y, -y)
            else if(coalesce(qualities.higher_is_better, true), y, -y)
        end as y_gain,
        sizes.section = qualities.section and sizes.sentence_start = qualities.sentence_start as same_sentence,
        least(sizes.confidence, qualities.confidence) as pair_confidence,
        qualities.*
    from qualities
    join quality_axis using (metric_name, comparable_unit)
    join chosen_sizes as sizes on sizes.doc_id = qualities.doc_id and sizes.claim_id <> qualities.claim_id
    qualify same_sentence = bool_or(same_sentence) over (partition by qualities.claim_id)
),
judged as (
    select
        *,
        max(y_gain) over (partition by benchmark_name order by x_cost range between unbounded preceding and current row)
            as best_at_this_cost,
        max(y_gain) over (
            partition by benchmark_name order by x_cost rows between unbounded preceding and current row exclude group
        ) as best_for_less
    from pairs
)
select
    x,
    x_metric,
    x_unit,
    target,
    x_qualifier,
    y,
    metric_name as y_metric,
    comparable_unit as y_unit,
    direction,
    qualifier,
    y_gain = best_at_this_cost and (best_for_less is null or y_gain > best_for_less) as on_frontier,
    higher_is_better,
    benchmark_name as benchmark,
    method_name as method,
    model_name as model,
    family,
    same_sentence,
    year,
    doc as paper,
    doc_id,
    sentence,
    start,
    "end",
    sentence_start,
    rule,
    pair_confidence as confidence,
    x_claim_id,
    claim_id
from judged
order by x_cost, y_gain desc, doc_id, start, claim_id
limit coalesce(getvariable('top'), 2000);
