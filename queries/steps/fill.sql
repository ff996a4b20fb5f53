-- title: Tables of the new file
-- description: Every table filled in one go from what was staged, with its counts, each in the order that reads best.
-- grain: one statement a table

insert into sources by name select source_id, name, documents, refusals from staging.sources order by name, source_id;

insert into refusals by name
select source, place, reason, source_id from staging.all_refusals order by source, source_id, place, reason;

insert into units by name select unit, comparable_unit, factor from staging.units order by unit;

insert into families by name
with
held as (
    select family, count(*) as documents from staging.families group by family
),
taken as (
    select family, count(*) as claims from staging.finished group by family
)
select family, parent, cues, colour, shape, depth, coalesce(documents, 0) as documents, coalesce(claims, 0) as claims
from staging.family_tree
left join held using (family)
left join taken using (family)
order by position;

insert into benchmarks by name
with
used as (
    select benchmark_name, count(distinct doc_id) as documents, count(*) as claims
    from staging.finished
    where benchmark_name is not null
    group by benchmark_name
)
select
    benchmark_name, task, area, usual_metric, source, coalesce(is_known, false) as is_known,
    coalesce(documents, 0) as documents, coalesce(claims, 0) as claims
from used
full join staging.benchmarks using (benchmark_name)
order by benchmark_name;

insert into metrics by name
with
used as (
    select metric_name, count(distinct doc_id) as documents, count(*) as claims
    from staging.finished
    where metric_name is not null
    group by metric_name
)
select
    metric_name, unit, higher_is_better,
    coalesce(aspect, case
        when regexp_matches(lower(metric_name), 'speed|throughput|latenc|run-?time|\btime\b|\bfps\b') then 'speed'
        when regexp_matches(lower(metric_name), 'memory|size|param|storage|compress|footprint|cache|\bbits?\b') then 'size'
        when regexp_matches(lower(metric_name), 'flops|comput|cost|energy|power|token|\bcalls?\b|\barea\b|\bdata\b') then 'cost'
        when regexp_matches(lower(metric_name), 'error|\bloss\b|perplexity') then 'error'
        when regexp_matches(lower(metric_name), 'accura|score|f1|precision|recall|rate|quality|performance') then 'quality'
        else 'other'
    end) as aspect,
    source, coalesce(is_known, false) as is_known,
    coalesce(documents, 0) as documents, coalesce(claims, 0) as claims
from used
full join staging.metrics using (metric_name)
order by metric_name;

insert into models by name
with
used as (
    select model_name, count(distinct doc_id) as documents, count(*) as claims
    from staging.finished
    where model_name is not null
    group by model_name
)
select
    model_name, family, organisation, coalesce(sizes, []) as sizes, source, coalesce(is_known, false) as is_known,
    coalesce(documents, 0) as documents, coalesce(claims, 0) as claims
from used
full join staging.models using (model_name)
order by model_name;

insert into aliases by name select sort, alias_key, alias, name, is_known from staging.aliases order by sort, alias_key;

insert into documents by name
with
counted as (
    select doc_id, count(*) as claims, count(*) filter (where is_own and board is not null) as results
    from staging.finished
    group by doc_id
)
select
    doc_id,
    doc_no,
    title,
    abstract,
    coalesce(authors, []) as authors,
    date,
    date_precision,
    date_start,
    date_end,
    year(date_start)::smallint as year,
    url,
    venue,
    arxiv_id,
    doi,
    family,
    coalesce(claims, 0) as claims,
    coalesce(results, 0) as results,
    source,
    place,
    lower(concat_ws(' ', title, array_to_string(authors, ' '), arxiv_id, doi)) as search_text,
    title_key,
    text_hash
from staging.dated
left join counted using (doc_id)
order by doc_id;

insert into readings by name
select doc_id, source_id, source, place, position, record
from staging.document_readings
order by doc_id, source_id, position;

insert into document_families by name
select doc_id, doc_no, families.family, rank, score, evidence
from staging.families as families
join staging.dated as dated using (doc_id)
order by doc_id, rank;

insert into methods by name
with
spoken_of as (
    select method_name, doc_no, is_own and board is not null as is_result, not is_own as is_baseline, false as is_against
    from staging.finished
    where method_name is not null
    union all
    select baseline_name as method_name, doc_no, false as is_result, false as is_baseline, true as is_against
    from staging.finished
    where baseline_name is not null
)
select
    method_name,
    count(distinct doc_no) as documents,
    count(*) as claims,
    count(*) filter (where is_result) as results,
    count(*) filter (where is_baseline) as baselines,
    count(*) filter (where is_against) as measured_against
from spoken_of
group by method_name
order by documents desc, claims desc, method_name;

insert into coverage by name
with
sets as (
    select
        case grouping(kind, family, task, year, setting_name, comparable_unit, rule, band)
            when 127 then 'kind' when 191 then 'family' when 223 then 'task' when 239 then 'year'
            when 247 then 'setting' when 251 then 'unit' when 253 then 'rule' when 254 then 'confidence'
        end as "grouping",
        coalesce(
            kind, family, task, year::varchar, setting_name, comparable_unit, rule, band::decimal(2, 1)::varchar
        ) as name,
        count(distinct doc_no) as documents,
        count(*) as claims,
        count(*) filter (where is_own and board is not null) as results,
        round(sum(confidence::decimal(12, 9)) / count(*), 4) as mean_confidence -- an exact sum: its order does not matter
    from (select *, least(floor(confidence * 10) / 10, 0.9) as band from staging.finished)
    group by grouping sets ((kind), (family), (task), (year), (setting_name), (comparable_unit), (rule), (band))
)
select * from sets order by "grouping", claims desc, name;

insert into boards by name
with
levels as (
    select
        board,
        board_no,
        benchmark_name,
        metric_name,
        kind,
        comparable_unit,
        any_value(higher_is_better) filter (where metric_name is not null) as higher_is_better,
        any_value(task) as task,
        count(*) filter (where is_own) as results,
        count(*) filter (where not is_own) as baselines,
        count(distinct doc_id) filter (where is_own) as documents,
        count(distinct family) filter (where is_own) as families,
        count(*) filter (where is_own and year is not null) as dated,
        max(comparable_value) filter (where is_own) as highest,
        min(comparable_value) filter (where is_own) as lowest,
        min(date) filter (where is_own) as first_date,
        max(date) filter (where is_own) as last_date
    from staging.finished
    where board is not null
    group by board, board_no, benchmark_name, metric_name, kind, comparable_unit
),
extremes as (
    select *, case when higher_is_better then highest when not higher_is_better then lowest end as best_value from levels
),
holders as (
    select
        board,
        first(
            {claim_id: claim_id, doc_id: claims.doc_id, paper: doc, method: method_name, family: family, date: date}
            order by date_end nulls last, claims.doc_id, start, claim_id
        ) as holder
    from extremes
    join staging.finished as claims using (board)
    where claims.is_own and claims.comparable_value = extremes.best_value
    group by board
)
select
    extremes.* exclude (highest, lowest),
    holder.claim_id as best_claim_id,
    holder.doc_id as best_doc_id,
    holder.paper as best_paper,
    holder.method as best_method,
    holder.family as best_family,
    holder.date as best_date
from extremes
left join holders using (board)
order by results desc, board;

insert into claims by name
select * exclude (higher_is_better, date, date_end)
from staging.finished
order by board_no nulls last, kind, metric_name nulls last, comparable_unit, doc_no, section, start, "end", claim_id;
