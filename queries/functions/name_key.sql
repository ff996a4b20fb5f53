-- title: Key of a name
-- description: What all spellings of a name share: letters, digits, + and @ in lower case; `F1-score` and `f1 score` have one key.

create or replace macro name_key(name) as
    lower(regexp_replace(strip_accents(name), '[^\p{L}\p{N}+@]+', '', 'g'));
comment on macro name_key is 'Letters, digits, + and @ of a name in lower case: what all its spellings share';
