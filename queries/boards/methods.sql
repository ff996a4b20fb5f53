-- title: Methods
-- description: Methods by letters of their names, with how many papers and claims speak of each, those that most papers
--   speak of first.
-- grain: one row a method
-- parameter: search text null Only methods whose name holds these letters
-- parameter: top integer 50 Rows at most

select method_name as method, documents, claims, results, baselines, measured_against
from methods
where getvariable('search') is null or contains(lower(method_name), lower(getvariable('search')))
order by documents desc, claims desc, method_name
limit coalesce(getvariable('top'), 50);
