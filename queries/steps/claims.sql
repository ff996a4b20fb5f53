-- title: Claims
-- description: Claims as extracted with their canonical names, family, comparable value and board.
-- grain: one row a claim; the very same claim twice is once

create or replace table staging.dated as
select
    *,
    row_number() over (order by doc_id)::integer as doc_no,
    case date_precision
        when 'day' then try_cast(date as date)
        when 'month' then try_cast(date || '-01' as date)
        when 'year' then try_cast(date || '-01-01' as date)
    end as date_start,
    case date_precision
        when 'day' then date_start
        when 'month' then last_day(date_start)
        when 'year' then (date_start + interval 1 year - interval 1 day)::date
    end as date_end
from staging.documents
left join (select doc_id, family from staging.families where rank = 1) as main_families using (doc_id);

create or replace table staging.finished as
with
identified as (
    select
        *,
        left(md5(concat_ws(
            chr(31), doc_id, section, start, "end", kind, value, coalesce(value_max::varchar, ''), coalesce(unit, ''),
            coalesce(direction, ''), coalesce(basis, ''), coalesce(metric, ''), coalesce(benchmark, ''),
            coalesce(method, ''), coalesce(model, ''), coalesce(baseline, ''), coalesce(setting, ''),
            coalesce(qualifier, ''), coalesce(role, ''), coalesce(target, '')
        )), 16) as claim_id
    from staging.claims
    qualify row_number() over (partition by claim_id order by confidence desc, rule) = 1
),
named as (
    select
        identified.*,
        benchmark_names.name as benchmark_name,
        metric_names.name as metric_name,
        method_names.name as method_name,
        model_names.name as model_name,
        baseline_names.name as baseline_name,
        nullif(lower(regexp_replace(trim(setting), '\s+', '-', 'g')), '') as setting_name,
        role is distinct from 'baseline' as is_own,
        method_names.key as method_key
    from identified
    left join staging.names as benchmark_names
        on benchmark_names.sort = 'benchmark' and benchmark_names.surface = identified.benchmark
    left join staging.names as metric_names
        on metric_names.sort = 'metric' and metric_names.surface = identified.metric
    left join staging.names as method_names
        on method_names.sort = 'method' and method_names.surface = identified.method
    left join staging.names as model_names
        on model_names.sort = 'model' and model_names.surface = identified.model
    left join staging.names as baseline_names
        on baseline_names.sort = 'method' and baseline_names.surface = identified.baseline
),
measured as (
    select
        named.*,
        metrics.unit as metric_unit,
        metrics.higher_is_better,
        coalesce(metrics.is_known, false) as metric_is_known,
        units.comparable_unit as converted_unit,
        coalesce(units.factor, 1) as factor
    from named
    left join staging.metrics as metrics using (metric_name)
    left join staging.units as units on units.unit = named.unit
),
compared as (
    select
        *,
        case
            when kind = 'change' and (unit = 'points' or (unit = '%' and basis = 'absolute')) then 'points'
            when kind = 'change' and unit = '%' and basis = 'relative' then '% relative'
            when kind = 'score' and unit = 'points' and metric_unit = '%' then '%'
            when unit is not null then coalesce(converted_unit, unit)
            when kind in ('ratio', 'count', 'parameters', 'change', 'bit_width', 'resource') then 'number'
            -- A bare number up to 1 may be a share of 1 and a larger one a percentage: never in one ranking. Where less
            -- is better and the unit is no share (perplexity, FID), 0.9 and 7.3 are plain neighbours.
            when metric_is_known and coalesce(metric_unit, '') <> '%' and not coalesce(higher_is_better, true) then 'number'
            when value between 0 and 1 and coalesce(value_max, 0) <= 1 then 'fraction'
            when metric_unit = '%' then '%'
            else 'number'
        end as comparable_unit,
        if(converted_unit is not null and kind <> 'change', value * factor, value) as comparable_value
    from measured
),
slugs as (
    select
        * exclude (slug),
        slug || if(clash > 1, '-' || clash, '') as board,
        row_number() over (order by slug, clash)::integer as board_no
    from (
        select *, row_number() over (partition by slug order by benchmark_name, metric_name, comparable_unit) as clash
        from (
        select distinct
            benchmark_name,
            metric_name,
            kind,
            comparable_unit,
            left(coalesce(nullif(name_key(benchmark_name), ''), md5(benchmark_name)), 80)
            || '--' || coalesce(left(coalesce(nullif(name_key(metric_name), ''), md5(metric_name)), 60), 'unnamed')
            || '--' || case comparable_unit
                when '%' then 'percent' when '$' then 'usd' when '°' then 'degrees'
                else trim(regexp_replace(lower(comparable_unit), '[^\p{L}\p{N}]+', '-', 'g'), '-') end
            || if(kind = 'score', '', '--' || kind) as slug
        from compared
        where benchmark_name is not null and kind in ('score', 'count', 'resource')
        )
    )
),
placed as (
    select
        compared.*,
        benchmarks.task,
        dated.doc_no,
        dated.title as doc_title,
        dated.family as document_family,
        year(dated.date_start)::smallint as year,
        dated.date,
        dated.date_end,
        slugs.board,
        slugs.board_no
    from compared
    join staging.dated as dated using (doc_id)
    left join staging.benchmarks as benchmarks using (benchmark_name)
    left join slugs
        on slugs.benchmark_name = compared.benchmark_name
        and slugs.metric_name is not distinct from compared.metric_name
        and slugs.kind = compared.kind
        and slugs.comparable_unit = compared.comparable_unit
),
grouped as (
    select
        placed.*,
        case
            when is_own and own_families.family is not null then own_families.family
            when is_own then document_family
            else method_families.name
        end as family
    from placed
    left join staging.listed as method_families
        on method_families.sort = 'family' and method_families.alias_key = placed.method_key
    left join staging.families as own_families
        on own_families.doc_id = placed.doc_id and own_families.family = method_families.name
),
disputed as (
    select board_no, method_name, model_name, setting_name, qualifier, min(claim_id) as conflict
    from grouped
    where board_no is not null and method_name is not null and metric_name is not null and value_max is null
    group by all
    having min(comparable_value) < max(comparable_value)
)
select
    grouped.* exclude (
        doc, doc_title, method_key, metric_unit, metric_is_known, converted_unit, factor, document_family
    ),
    doc_title as doc,
    if(value_max is null, conflict, null) as conflict
from grouped
left join disputed
    on disputed.board_no = grouped.board_no
    and disputed.method_name = grouped.method_name
    and disputed.model_name is not distinct from grouped.model_name
    and disputed.setting_name is not distinct from grouped.setting_name
    and disputed.qualifier is not distinct from grouped.qualifier;
