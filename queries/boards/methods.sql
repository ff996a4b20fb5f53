-- title: Methods
-- description: Methods by letters of their names, with how many papers and claims speak of each, the most reported first.
-- grain: one row a method
-- parameter: search text null Only methods whose name holds these letters
-- parameter: top integer 50 Rows at most

with
named as (
    select method_name as method, doc_id, is_own and board is not null as is_result from claims where method_name is not null
)
select
    method,
    count(*) as claims,
    count(distinct doc_id) as documents,
    count(*) filter (where is_result) as results
from named
where getvariable('search') is null or contains(name_key(method), name_key(getvariable('search')))
group by method
order by claims desc, method
limit coalesce(getvariable('top'), 50);
