-- title: Measures of trade-offs
-- description: What trade_offs can show up against bits, speed-up or parameters, the most reported first.
-- grain: one row a measure
-- parameter: x text:bits|speed_up|parameters 'bits' What is across
-- parameter: same_sentence boolean false Only where both stand in one sentence
-- parameter: family texts:family null Only these method families
-- parameter: year_from integer null Only papers of this year or later
-- parameter: year_to integer null Only papers of this year or earlier
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 500 Rows at most

with
settings as (
    select
        coalesce(getvariable('x'), 'bits') as x,
        '(speed|throughput|latenc|run-?time|\btime\b|\bfps\b)' as speeds,
        '(memory|size|param|storage|compress|footprint|cache|flops|comput|cost|energy|power|area|length|token|data|call|bit)' as costs
),
across as (
    select
        claim_id, doc_id, section, sentence_start
    from claims, settings
    where confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and is_own
      and comparable_value > 0
      and case settings.x
          when 'bits' then kind = 'bit_width' and coalesce(target, 'weights') = 'weights' and comparable_value <= 64
          when 'parameters' then kind = 'parameters'
          else kind = 'ratio' and regexp_matches(lower(metric_name), speeds) and direction is not null
      end
),
up as (
    select
        claims.claim_id, claims.doc_id, claims.section, claims.sentence_start, claims.kind,
        claims.metric_name, claims.benchmark_name, claims.comparable_unit,
        case kind
            when 'score' then concat_ws(', ', metric_name || ' on ' || benchmark_name, comparable_unit)
            when 'change' then concat_ws(', ', 'change of ' || metric_name, comparable_unit)
            else 'reduction of ' || metric_name || ', x'
        end as measure,
        kind <> 'score' or metrics.higher_is_better as higher_is_better
    from claims
    join metrics using (metric_name), settings
    where confidence >= coalesce(getvariable('min_confidence'), 0.0)
      and is_own
      and (getvariable('family') is null or list_contains(getvariable('family'), family))
      and (getvariable('year_from') is null or year >= getvariable('year_from'))
      and (getvariable('year_to') is null or year <= getvariable('year_to'))
      and metrics.higher_is_better is not null
      and case kind
          when 'score' then benchmark_name is not null
          when 'change' then direction is not null and not regexp_matches(lower(metric_name), speeds || '|' || costs)
          when 'ratio' then comparable_value > 0 and direction = 'down' and regexp_matches(lower(metric_name), costs)
          else false
      end
      and (settings.x <> 'speed_up' or kind <> 'ratio')
)
select
    up.measure,
    up.kind,
    any_value(up.metric_name) as metric,
    case when up.kind = 'score' then any_value(up.benchmark_name) end as benchmark,
    any_value(up.comparable_unit) as unit,
    any_value(up.higher_is_better) as higher_is_better,
    count(distinct up.claim_id) as results,
    count(distinct up.doc_id) as documents
from up
join across using (doc_id)
where up.claim_id <> across.claim_id
  and (
      not coalesce(getvariable('same_sentence'), false)
      or (across.section = up.section and across.sentence_start = up.sentence_start)
  )
group by up.measure, up.kind
order by results desc, documents desc, up.measure
limit coalesce(getvariable('top'), 500);
