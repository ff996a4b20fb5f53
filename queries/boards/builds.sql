-- title: Builds
-- description: When the file was built, by which version, and what changed.
-- grain: one row a build that changed the file

select build_id, built_at, program_version, new_documents, changed_documents, removed_documents, documents, claims, rules_hash
from builds
order by build_id desc;
