-- title: Own results that are baselines
-- description: Claims whose is_own says otherwise than their role.
-- grain: one row a claim

select claim_id, doc_id, role, is_own
from claims
where is_own = (role is not distinct from 'baseline');
