-- title: Differences
-- description: Changes and ratios against something else, under their canonical names, each with its evidence.
-- grain: one row a claim
-- column: kind change or ratio
-- column: metric Canonical metric that differs; null where the text names none
-- column: direction up or down: where the metric goes
-- column: value How much it differs, in unit
-- column: value_max Upper end of a range, as written
-- column: unit Unit in which values compare
-- column: basis absolute or relative, for changes, where the text says so
-- column: method Method in its most frequent spelling; null where the text names none
-- column: baseline What it is measured against, in its most frequent spelling
-- column: benchmark Canonical benchmark
-- column: model Canonical base model under the method
-- column: family Main method family, through paper and method
-- column: qualifier up to, at least, over, under, about, average, median; null for a plain number
-- column: paper Title of the paper
-- column: date Date of the paper cut to its precision: 2024-03-17, 2024-03 or 2024
-- column: url Where the paper is
-- column: sentence The sentence that holds the number
-- column: confidence Estimated probability that the claim is right
-- column: claim_id The claim, in claims
-- column: doc_id The document, in documents

select
    kind,
    metric_name as metric,
    direction,
    comparable_value as value,
    value_max,
    comparable_unit as unit,
    basis,
    method_name as method,
    baseline_name as baseline,
    benchmark_name as benchmark,
    model_name as model,
    claims.family,
    qualifier,
    claims.doc as paper,
    documents.date,
    documents.url,
    claims.sentence,
    claims.confidence,
    claims.claim_id,
    claims.doc_id
from claims
join documents using (doc_no)
where kind in ('change', 'ratio');
