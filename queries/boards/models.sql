-- title: Base models
-- description: Base models with how many papers and claims name them, the most named first.
-- grain: one row a model
-- parameter: search text null Only models whose name holds these letters
-- parameter: used_only boolean true Only models that some claim names
-- parameter: top integer 1000 Rows at most

select model_name as model, family as series, organisation, sizes, documents, claims, is_known, source
from models
where (claims > 0 or not coalesce(getvariable('used_only'), true))
  and (getvariable('search') is null or contains(name_key(model_name), name_key(getvariable('search'))))
order by claims desc, model_name
limit coalesce(getvariable('top'), 1000);
