-- title: Numbers outside their sentence
-- description: Claims whose span does not lie in the span of their sentence.
-- grain: one row a claim

select claim_id, doc_id, text, start, "end", sentence_start, sentence_end
from claims
where start < sentence_start or "end" > sentence_end;
