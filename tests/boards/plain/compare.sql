-- title: Comparison
-- description: Methods or papers side by side: for every measurement that one of them has, its value for each; shared says
--   how many have it, differs whether they disagree, is_best who leads where the direction is known.
-- grain: one row a measurement and method or paper
-- parameter: methods texts:method null Two to six methods; without them and papers, two of the most reported board
-- parameter: papers texts:document null Two to six papers, by id, arXiv id, DOI or title
-- parameter: shared_only boolean false Only measurements that at least two of them have
-- parameter: min_confidence number 0.0 Only claims with at least this confidence
-- parameter: top integer 1000 Rows at most, what most of them have first; found is how many there are

with
main_board as (
    select board from boards where higher_is_better is not null order by results desc, board limit 1
),
asked as (
    select unnest(getvariable('methods')::varchar[]) as name, 'method' as sort
    union all
    select unnest(getvariable('papers')::varchar[]) as name, 'paper' as sort
    union all
    (
        select method_name as name, 'method' as sort
        from claims
        join main_board using (board)
        where getvariable('methods') is null and getvariable('papers') is null and is_own and method_name is not null
        group by method_name
        order by count(*) desc, method_name
        limit 2
    )
),
theirs as (
    select asked.name, asked.sort, claims.*
    from claims
    join asked on asked.sort = 'method' and asked.name = claims.method_name
    where confidence >= coalesce(getvariable('min_confidence'), 0.0)
    union all
    select asked.name, asked.sort, claims.*
    from claims
    join asked on asked.sort = 'paper' and asked.name = claims.doc_id
    where confidence >= coalesce(getvariable('min_confidence'), 0.0) and is_own
),
measured as (
    select
        name,
        sort,
        kind,
        benchmark_name,
        metric_name,
        comparable_unit,
        direction,
        model_name,
        setting_name,
        target,
        list_sort(list(distinct comparable_value)) as "values",
        count(*) as claims,
        first(doc order by confidence desc, doc_id, start) as paper,
        first({doc_id: doc_id, claim_id: claim_id, sentence: sentence, start: start, "end": "end",
            sentence_start: sentence_start, text: text, qualifier: qualifier, confidence: confidence, rule: rule}
            order by confidence desc, doc_id, start, claim_id) as evidence
    from theirs
    group by all
),
judged as (
    select
        measured.*,
        metrics.higher_is_better,
        if(higher_is_better, "values"[-1], "values"[1]) as value,
        count(*) over measurement as shared,
        min(value) over measurement < max(value) over measurement as differs,
        case
            when kind not in ('score', 'count', 'resource') then null
            when higher_is_better then value = max(value) over measurement
            when not higher_is_better then value = min(value) over measurement
        end as leads
    from measured
    left join metrics using (metric_name)
    window measurement as (
        partition by sort, kind, benchmark_name, metric_name, comparable_unit, direction, model_name, setting_name, target
    )
)
select
    kind,
    benchmark_name as benchmark,
    metric_name as metric,
    comparable_unit as unit,
    direction,
    model_name as model,
    setting_name as setting,
    target,
    name,
    sort,
    value,
    "values",
    shared,
    differs,
    if(shared > 1, leads, null) as is_best,
    higher_is_better,
    claims,
    count(*) over () as found,
    paper,
    evidence.qualifier,
    evidence.text,
    evidence.doc_id,
    evidence.sentence,
    evidence.start,
    evidence."end",
    evidence.sentence_start,
    evidence.rule,
    evidence.confidence,
    evidence.claim_id
from judged
where shared > 1 or not coalesce(getvariable('shared_only'), false)
order by shared desc, kind, benchmark, metric, unit, direction, model, setting, target, name
limit coalesce(getvariable('top'), 1000);
