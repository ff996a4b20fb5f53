-- title: Differences
-- description: How much of the file would differ from what it holds, apart from claims: nothing means that it stays as it is.
-- grain: one row with one number

with
readings as (
    (select * from staging.document_readings except all select * from old.readings)
    union all
    (select * from old.readings except all select * from staging.document_readings)
),
sources as (
    (select * from staging.sources except all select * from old.sources)
    union all
    (select * from old.sources except all select * from staging.sources)
),
refusals as (
    (select * from staging.all_refusals except all select * from old.refusals)
    union all
    (select * from old.refusals except all select * from staging.all_refusals)
)
select (select count(*) from readings) + (select count(*) from sources) + (select count(*) from refusals) as differences;
