-- title: What the data holds
-- description: Numbers for the first page: documents, claims, boards, benchmarks, families, sources, dates, last build.
-- grain: one row

select
    (select count(*) from documents) as documents,
    (select count(*) from documents where claims > 0) as documents_with_claims,
    (select count(*) from documents where date_start is null) as undated_documents,
    (select min(date) from documents) as first_date,
    (select max(date) from documents) as last_date,
    (select count(*) from claims) as claims,
    (select count(*) from boards) as boards,
    (select count(*) from benchmarks where claims > 0) as benchmarks,
    (select count(*) from metrics where claims > 0) as metrics,
    (select count(*) from families where documents > 0) as families,
    (select count(*) from models where claims > 0) as models,
    (select count(*) from sources) as sources,
    (select count(*) from refusals) as refusals,
    (select max(built_at) from builds) as built_at,
    (select max(version) from schema_version) as schema_version;
