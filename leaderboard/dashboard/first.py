"""What the first page asks before anything is chosen, so that its answers can be had before the first visitor comes."""

from typing import Final

import polars as pl

from leaderboard.dashboard import data, filters, picking

RECORDS: Final = 20
# What the facets beside the landing state count.
SCOPE: Final = {"own": "own"}


def ask() -> None:
    """Ask all of it; the answers stay where `data.query` keeps them. A file that cannot be read is left to the page to say."""
    try:
        picking.offered(filters.Filters({}))
        filters.counted(SCOPE)
        data.query("summary")
        data.query("newest_records", top=RECORDS)
        grid()
    except Exception:
        pass


def grid() -> pl.DataFrame:
    """Return the benchmarks by method families."""
    return data.query("family_matrix")


def draw() -> None:
    """Draw the chart once, which is slow the first time."""
    from leaderboard.dashboard.charts.matrix import matrix
    from leaderboard.dashboard.charts.spec import spec

    rows = grid()
    if rows.height:
        spec(lambda: matrix(rows))
