-- title: Claims without their document
-- description: Claims whose document is missing, or has another number or title than they say.
-- grain: one row a claim

select claim_id, claims.doc_id, claims.doc_no, claims.doc
from claims
left join documents using (doc_no)
where documents.doc_id is distinct from claims.doc_id or documents.title <> claims.doc;
