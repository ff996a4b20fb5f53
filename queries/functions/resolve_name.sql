-- title: Canonical name
-- description: The canonical name for any spelling, or the spelling itself where nobody knows it; sorts are those of aliases.

create or replace macro resolve_name(name_sort, spelling) as
    coalesce(
        (select known.name from aliases as known where known.sort = name_sort and known.alias_key = name_key(spelling)),
        spelling
    );
comment on macro resolve_name is 'Canonical name of a spelling: resolve_name(''benchmark'', ''human eval'')';
