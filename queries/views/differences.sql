-- title: Differences
-- description: Changes and ratios against something else, under their canonical names, each with its evidence.
-- grain: one row a claim

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
