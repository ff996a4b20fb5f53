-- title: Spans that do not quote the text
-- description: Claims whose text is not what stands in the abstract at their span.
-- grain: one row a claim

select claim_id, doc_id, text, abstract[start + 1 : "end"] as found
from claims
join documents using (doc_id)
where section = 'abstract' and text <> abstract[start + 1 : "end"];
