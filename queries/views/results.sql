-- title: Results
-- description: Own results that can be ranked, under their canonical names, each with its evidence: what to start from in
--   the DuckDB shell. A board is the set of rows with one value of board; values are in the unit in which they compare.
-- grain: one row a claim
-- column: benchmark Canonical benchmark
-- column: metric Canonical metric; null where the text names none
-- column: method Method in its most frequent spelling; null where the text names none
-- column: model Canonical base model under the method
-- column: setting zero-shot, 4-shot and the like
-- column: family Main method family, through paper and method
-- column: value The result, in unit
-- column: unit Unit in which values compare: only equal ones share a ranking
-- column: qualifier up to, at least, over, under, about, average, median; null for a plain number
-- column: higher_is_better Which way is better; null where nobody knows, and then nothing is ranked
-- column: paper Title of the paper
-- column: date Date of the paper cut to its precision: 2024-03-17, 2024-03 or 2024
-- column: url Where the paper is
-- column: sentence The sentence that holds the number
-- column: confidence Estimated probability that the claim is right
-- column: board The board whose values it can be compared with
-- column: claim_id The claim, in claims
-- column: doc_id The document, in documents

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
