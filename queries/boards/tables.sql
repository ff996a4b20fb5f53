-- title: Tables and columns
-- description: Every table and view with its columns, types and what they mean, for writing SQL.
-- grain: one row a column

select
    columns.table_name as "table",
    coalesce(tables.comment, views.comment) as table_comment,
    columns.column_name as "column",
    columns.data_type as type,
    columns.comment as column_comment,
    columns.column_index as position
from duckdb_columns() as columns
left join duckdb_tables() as tables
    on tables.table_oid = columns.table_oid and tables.database_oid = columns.database_oid
left join duckdb_views() as views
    on views.view_oid = columns.table_oid and views.database_oid = columns.database_oid
where not columns.internal
  and columns.database_name = current_database()
order by "table", position;
