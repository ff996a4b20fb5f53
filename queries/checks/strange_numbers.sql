-- title: Strange numbers
-- description: Claims whose value is infinite or no number, or whose range ends before it begins.
-- grain: one row a claim

select claim_id, doc_id, kind, text, value, value_max
from claims
where not isfinite(value)
   or not isfinite(coalesce(value_max, 0))
   or value_max < value;
