-- title: Names
-- description: The canonical name for every spelling that claims use: the taxonomy's where it knows it, else the most
--   frequent spelling among those with the same key.
-- grain: one row for each sort and spelling

create or replace table staging.names as
with
spelled as (
    select
        sort,
        surface,
        uses,
        known.name as known_name,
        trim(regexp_replace(
            regexp_replace(trim(surface), '^(the|our|an?)\s+', '', 'i'),
            if(sort = 'benchmark', '\s+(datasets?|benchmarks?|corpus|leaderboard|tasks?|test sets?)$', '$^'), '', 'i'
        )) as cleaned
    from staging.surfaces
    left join staging.known as known using (sort, surface)
),
keyed as (
    select
        *,
        coalesce(nullif(name_key(cleaned), ''), lower(surface)) as key,
        coalesce(nullif(cleaned, ''), surface) as spelling
    from spelled
),
frequent as (
    select sort, key, spelling, sum(uses) as uses from keyed group by all
),
preferred as (
    select sort, key, first(spelling order by uses desc, spelling) as name from frequent group by all
)
select
    keyed.sort,
    keyed.surface,
    keyed.key,
    keyed.uses,
    coalesce(keyed.known_name, listed.name, preferred.name) as name,
    coalesce(keyed.known_name, listed.name) is not null as is_known
from keyed
join preferred using (sort, key)
left join staging.listed as listed on listed.sort = keyed.sort and listed.alias_key = keyed.key;

create or replace table staging.aliases as
with
candidates as (
    select sort, alias_key, alias, name, true as is_known, priority from staging.listed
    union all
    select sort, name_key(name), name, name, is_known, 10 from staging.names
    union all
    select sort, key, surface, name, is_known, 11 from staging.names
    union all
    select sort, name_key(surface), surface, name, is_known, 12 from staging.names
)
select sort, alias_key, first(alias order by priority, alias) as alias,
    first(name order by priority, alias, name) as name, first(is_known order by priority, alias, name) as is_known
from candidates
where alias_key <> ''
group by sort, alias_key;
