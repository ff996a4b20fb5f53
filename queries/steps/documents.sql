-- title: Documents now
-- description: The readings that stand alone and the merged ones, each compared with what the old file holds.
-- grain: one row a document

create or replace table staging.documents as
with
alone as (
    select reading, id as doc_id, * exclude (reading, id, source_id, position)
    from staging.pool
    anti join staging.contested using (reading)
),
merged as (
    select
        belongs.reading,
        merged.id as doc_id,
        merged.* exclude (id),
        left(md5(concat_ws(
            chr(31), merged.id, title, abstract, array_to_string(authors, chr(30)), coalesce(date, chr(29)),
            coalesce(date_precision, chr(29)), coalesce(url, chr(29)), coalesce(venue, chr(29)),
            coalesce(arxiv_id, chr(29)), coalesce(doi, chr(29))
        )), 16) as text_hash
    from staging.merged as merged
    join (select doc_id as id, min(reading) as reading from staging.belongs group by doc_id) as belongs using (id)
),
everything as (
    select * from alone
    union all by name
    select * from merged
)
select
    everything.* exclude (reading),
    case
        when old.doc_id is null then 'new'
        when old.text_hash <> everything.text_hash then 'changed'
        else 'unchanged'
    end as status
from everything
left join old.documents as old using (doc_id);

create or replace table staging.document_readings as
select
    coalesce(belongs.doc_id, pool.id) as doc_id,
    pool.source_id,
    pool.source,
    pool.place,
    pool.position,
    case when pool.text_hash <> documents.text_hash
        then to_json({
            id: pool.id, title: pool.title, abstract: pool.abstract, authors: pool.authors, date: pool.date,
            date_precision: pool.date_precision, url: pool.url, venue: pool.venue, arxiv_id: pool.arxiv_id,
            doi: pool.doi, title_key: pool.title_key
        })::varchar
    end as record
from staging.pool as pool
left join staging.belongs as belongs using (reading)
join staging.documents as documents on documents.doc_id = coalesce(belongs.doc_id, pool.id);

create or replace table staging.sources as
with
named as (
    select source_id, source as name from staging.readings
    union
    select source_id, source from staging.refusals
),
latest as (
    select source_id, min(name) as name from named group by source_id
    union all
    select source_id, name from old.sources where source_id not in (select source_id from named)
),
refused as (
    select source, place, reason, source_id from staging.refusals
    union all
    select source, place, reason, source_id from old.refusals where source_id not in (select source_id from named)
),
held as (
    select source_id, count(distinct doc_id) as documents from staging.document_readings group by source_id
),
lacking as (
    select source_id, count(*) as refusals from refused group by source_id
)
select source_id, name, coalesce(documents, 0) as documents, coalesce(refusals, 0) as refusals
from latest
left join held using (source_id)
left join lacking using (source_id);

create or replace table staging.all_refusals as
select source, place, reason, source_id from staging.refusals
union all
select source, place, reason, source_id
from old.refusals
where source_id not in (select source_id from staging.readings union select source_id from staging.refusals);
