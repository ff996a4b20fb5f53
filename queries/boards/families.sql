-- title: Method families
-- description: The tree of method families with how many papers and claims each has.
-- grain: one row a family
-- parameter: used_only boolean false Only families that some paper has

select family, parent, depth, colour, shape, documents, claims, cues
from families
where documents > 0 or not coalesce(getvariable('used_only'), false)
order by rowid;
