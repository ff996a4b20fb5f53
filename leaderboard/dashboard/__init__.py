"""The dashboard: pages, charts, filters and evidence over the queries of `queries/`, read-only."""
