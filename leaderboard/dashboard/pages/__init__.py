"""Pages of the dashboard: one file a page with a `PAGE` that says title, icon, address and order."""
