-- title: Pool of readings
-- description: What every source says now: the readings of this build, and the earlier ones that they do not replace.
--   A source read whole replaces all it gave before; one read in part (refusals, standard input) replaces what it gives again.
-- grain: one row for each document in each source

create or replace table staging.pool as
with
replaced as (
    select source_id from staging.readings group by source_id having bool_and(is_whole)
),
earlier as (
    select
        readings.source_id,
        readings.source,
        readings.place,
        readings.position,
        coalesce(record.id, documents.doc_id) as id,
        if(record is null, documents.title, record.title) as title,
        if(record is null, documents.abstract, record.abstract) as abstract,
        if(record is null, documents.authors, record.authors) as authors,
        if(record is null, documents.date, record.date) as date,
        if(record is null, documents.date_precision, record.date_precision) as date_precision,
        if(record is null, documents.url, record.url) as url,
        if(record is null, documents.venue, record.venue) as venue,
        if(record is null, documents.arxiv_id, record.arxiv_id) as arxiv_id,
        if(record is null, documents.doi, record.doi) as doi,
        if(record is null, documents.title_key, record.title_key) as title_key
    from (
        select
            * exclude (record),
            from_json(
                record,
                '{"id": "varchar", "title": "varchar", "abstract": "varchar", "authors": ["varchar"],
                  "date": "varchar", "date_precision": "varchar", "url": "varchar", "venue": "varchar",
                  "arxiv_id": "varchar", "doi": "varchar", "title_key": "varchar"}'
            ) as record
        from old.readings
        where source_id not in (select source_id from replaced)
    ) as readings
    join old.documents using (doc_id)
),
kept as (
    select earlier.*
    from earlier
    anti join staging.readings as now on now.source_id = earlier.source_id and now.id = earlier.id
),
everything as (
    select * exclude (is_whole) from staging.readings
    union all by name
    select * from kept
)
select
    row_number() over (order by source, source_id, position, id) as reading,
    *,
    left(md5(concat_ws(
        chr(31), id, title, abstract, array_to_string(authors, chr(30)), coalesce(date, chr(29)),
        coalesce(date_precision, chr(29)), coalesce(url, chr(29)), coalesce(venue, chr(29)),
        coalesce(arxiv_id, chr(29)), coalesce(doi, chr(29))
    )), 16) as text_hash
from everything;

create or replace table staging.keys as
select reading, 'id ' || id as key from staging.pool
union all
select reading, 'arxiv ' || arxiv_id from staging.pool where arxiv_id is not null
union all
select reading, 'doi ' || doi from staging.pool where doi is not null
union all
select reading, 'title ' || title_key from staging.pool;

create or replace table staging.contested as
with
shared as (
    select key from staging.keys group by key having count(*) > 1
)
select keys.reading, keys.key
from staging.keys as keys
semi join shared using (key);
