-- title: Counts that are not true
-- description: Boards, documents and families whose stored counts differ from what the claims say.
-- grain: one row a table and name

with
of_boards as (
    select board_no, count(*) filter (where is_own) as results, count(*) filter (where not is_own) as baselines
    from claims
    where board_no is not null
    group by board_no
),
of_documents as (
    select doc_no, count(*) as claims, count(*) filter (where is_own and board_no is not null) as results
    from claims
    group by doc_no
),
of_families as (
    select family, count(*) as documents from document_families group by family
)
select 'boards' as "table", board as name, boards.results as stored, coalesce(of_boards.results, 0) as counted
from boards
left join of_boards using (board_no)
where boards.results <> coalesce(of_boards.results, 0) or boards.baselines <> coalesce(of_boards.baselines, 0)
union all
select 'documents', doc_id, documents.claims, coalesce(of_documents.claims, 0)
from documents
left join of_documents using (doc_no)
where documents.claims <> coalesce(of_documents.claims, 0) or documents.results <> coalesce(of_documents.results, 0)
union all
select 'families', family, families.documents, coalesce(of_families.documents, 0)
from families
left join of_families using (family)
where families.documents <> coalesce(of_families.documents, 0);
