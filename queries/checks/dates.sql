-- title: Dates that cannot be placed
-- description: Documents whose date and precision give no first and last day.
-- grain: one row a document

select doc_id, date, date_precision, date_start, date_end
from documents
where (date is null) <> (date_start is null)
   or date_end < date_start
   or (date is null) <> (date_precision is null);
