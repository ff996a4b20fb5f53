-- title: Coverage
-- description: What the data holds, counted by kind of claim, method family, task, year, section and rule.
-- grain: one row a group and name
-- parameter: by text:kind|family|task|year|setting|rule|unit null Only this grouping

with
counted as (
    select 'kind' as "by", kind as name, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'kind'
    union all
    select 'family', family, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'family'
    union all
    select 'task', task, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'task'
    union all
    select 'year', year::varchar, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'year'
    union all
    select 'setting', setting_name, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'setting'
    union all
    select 'rule', rule, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'rule'
    union all
    select 'unit', comparable_unit, doc_id, is_own, board, confidence from claims
    where getvariable('by') is null or getvariable('by') = 'unit'
)
select
    "by",
    name,
    count(*) as claims,
    count(distinct doc_id) as documents,
    count(*) filter (where is_own and board is not null) as results,
    round(avg(confidence), 3) as mean_confidence
from counted
group by "by", name
order by "by", claims desc, name;
