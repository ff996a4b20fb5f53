-- title: Bit widths and what was reported with them
-- description: Every number of bits with the scores, changes, ratios and costs of the same paper, those of the same
--   sentence first.
-- grain: one row a bit width of a paper and claim of that paper
-- parameter: bits number null Only this number of bits
-- parameter: target text null Only bits of weights, activations or kv cache
-- parameter: kind text:score|change|ratio|resource|parameters null Only claims of this kind with it
-- parameter: metric text:metric null Only claims in this metric with it
-- parameter: family texts:family null Only these method families
-- parameter: same_sentence boolean false Only what stands in the same sentence
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 200 Rows at most

with
widths as (
    select rowid as width_row, doc_no, value as bits, section, sentence_start
    from claims
    where kind = 'bit_width'
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('bits') is null or value = getvariable('bits'))
      and (getvariable('target') is null or target = getvariable('target'))
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
    qualify row_number() over (partition by doc_no, value, value_max, target order by confidence desc, start, claim_id) = 1
),
others as (
    select rowid as other_row, doc_no, kind, section, sentence_start, start
    from claims
    where kind in ('score', 'change', 'ratio', 'resource', 'parameters')
      and confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and (getvariable('kind') is null or kind = getvariable('kind'))
      and (getvariable('metric') is null or metric_name = resolve_name('metric', getvariable('metric')))
),
pairs as (
    select
        width_row,
        other_row,
        bits,
        widths.section = others.section and widths.sentence_start = others.sentence_start as same_sentence
    from widths
    join others using (doc_no)
    where same_sentence or not coalesce(getvariable('same_sentence'), false)
    order by same_sentence desc, bits, kind, doc_no, start, other_row, width_row
    limit coalesce(getvariable('top'), 200)
)
select
    pairs.bits,
    widths.value_max as bits_max,
    widths.target,
    widths.family,
    coalesce(others.method_name, widths.method_name) as method,
    coalesce(others.model_name, widths.model_name) as model,
    others.kind,
    others.metric_name as metric,
    others.benchmark_name as benchmark,
    others.comparable_value as value,
    others.value_max,
    others.comparable_unit as unit,
    others.direction,
    others.qualifier,
    others.is_own,
    same_sentence,
    widths.year,
    widths.doc as paper,
    widths.doc_id,
    others.sentence,
    others.start,
    others."end",
    others.sentence_start,
    others.rule,
    least(widths.confidence, others.confidence) as confidence,
    widths.claim_id as width_claim_id,
    others.claim_id
from pairs
join claims as widths on widths.rowid = pairs.width_row
join claims as others on others.rowid = pairs.other_row
order by same_sentence desc, bits, others.kind, others.doc_no, others.start, others.claim_id, widths.claim_id;
