-- title: Sources
-- description: The files that documents were read from, with how many documents they hold and how many places in them
--   could not be read.
-- grain: one row a source

select name as source, documents, refusals, source_id
from sources
order by name, source_id;
