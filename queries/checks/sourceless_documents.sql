-- title: Documents without a source
-- description: Documents that no source holds, and readings of documents that are not there.
-- grain: one row a document

select coalesce(documents.doc_id, readings.doc_id) as doc_id, documents.doc_id is not null as is_document
from documents
full join (select distinct doc_id from readings) as readings using (doc_id)
where documents.doc_id is null or readings.doc_id is null;
