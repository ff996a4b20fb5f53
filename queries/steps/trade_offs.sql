-- title: Pairs for trade-offs
-- description: Own sizes and speeds beside own results of the same paper. Scores are taken by benchmark, changes and
--   reductions over all of them. Where a sentence holds both numbers, only its pairs stay.
-- grain: one row a pair of claims

insert into trade_off_pairs by name
with
across as (
    select
        case kind when 'bit_width' then 'bits' when 'parameters' then 'parameters' else 'speed_up' end as x_sort,
        case
            when kind <> 'ratio' then comparable_value
            -- Throughput goes up, latency down; "twice as slow" is half the speed.
            when (direction = 'up') = coalesce(metrics.higher_is_better, true) then comparable_value
            else 1 / comparable_value
        end as x,
        claims.claim_id as x_claim_id, doc_no, section, sentence_start, confidence
    from claims
    left join metrics using (metric_name)
    where is_own
      and comparable_value > 0
      and case kind
          when 'bit_width' then coalesce(target, 'weights') = 'weights' and comparable_value <= 64
          when 'parameters' then true
          when 'ratio' then aspect = 'speed' and direction is not null
          else false
      end
),
up as (
    select
        case kind
            when 'score' then metric_name || ' on ' || benchmark_name || ', ' || comparable_unit
            when 'change' then 'change of ' || metric_name || ', ' || comparable_unit
            else 'reduction of ' || metric_name || ', x'
        end as measure,
        if(kind = 'change' and direction = 'down', -abs(comparable_value), comparable_value) as y,
        kind,
        metric_name,
        if(kind = 'score', benchmark_name, null) as benchmark_name,
        comparable_unit,
        kind = 'ratio' or metrics.higher_is_better as higher_is_better,
        claim_id, doc_no, section, sentence_start, confidence, family, year
    from claims
    join metrics using (metric_name)
    where is_own
      and case kind
          when 'score' then benchmark_name is not null and metrics.higher_is_better is not null
          when 'change' then direction is not null and aspect not in ('speed', 'cost', 'size')
              and metrics.higher_is_better is not null
          when 'ratio' then comparable_value > 0 and direction = 'down' and aspect in ('size', 'cost')
          else false
      end
),
pairs as (
    select
        across.x_sort,
        across.x,
        across.x_claim_id,
        across.section = up.section and across.sentence_start = up.sentence_start as same_sentence,
        least(across.confidence, up.confidence) as confidence,
        up.* exclude (section, sentence_start, confidence)
    from up
    join across using (doc_no)
    where across.x_claim_id <> up.claim_id
      and not (across.x_sort = 'speed_up' and up.kind = 'ratio')
)
select *
from pairs
qualify same_sentence = bool_or(same_sentence) over (partition by claim_id, x_sort)
order by x_sort, measure, doc_no, claim_id, x_claim_id;
