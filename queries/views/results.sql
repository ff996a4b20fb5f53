-- title: Results
-- description: Own results that can be ranked, under their canonical names, each with its evidence: what to start from in
--   the DuckDB shell. A board is the set of rows with one value of board; values are in the unit in which they compare.
-- grain: one row a claim

select
    claims.benchmark_name as benchmark,
    claims.metric_name as metric,
    claims.method_name as method,
    claims.model_name as model,
    claims.setting_name as setting,
    claims.family,
    claims.comparable_value as value,
    claims.comparable_unit as unit,
    claims.qualifier,
    boards.higher_is_better,
    claims.doc as paper,
    documents.date,
    documents.url,
    claims.sentence,
    claims.confidence,
    claims.board,
    claims.claim_id,
    claims.doc_id
from claims
join documents using (doc_no)
join boards using (board_no)
where claims.is_own;
