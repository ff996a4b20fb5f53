-- title: Evidence of a claim
-- description: One claim with all its slots, its sentence, and the whole abstract that its span counts in.
-- grain: one row
-- parameter: claim text:claims.claim_id null Claim by id; the best result of the most reported board without it

with
chosen as (
    select coalesce(
        getvariable('claim'),
        (select best_claim_id from boards where best_claim_id is not null order by results desc, board limit 1),
        (select min(claim_id) from claims)
    ) as claim_id
)
select
    claims.* exclude (doc),
    documents.title as paper,
    documents.abstract,
    documents.authors,
    documents.date,
    documents.url,
    documents.venue,
    documents.source,
    documents.place
from claims
join chosen using (claim_id)
join documents using (doc_id);
