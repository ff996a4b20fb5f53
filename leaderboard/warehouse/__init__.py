"""The warehouse: claims of documents in a DuckDB file, built whole, checked, and opened read-only."""

import importlib
from typing import TYPE_CHECKING, Any

from leaderboard.warehouse.opening import connect

if TYPE_CHECKING:
    from leaderboard.warehouse.building import build
    from leaderboard.warehouse.report import BuildReport, CheckResult, SourceCount

__all__ = ["BuildReport", "CheckResult", "SourceCount", "build", "connect"]

# Who only reads a built file does not wait for readers, taxonomy and extraction.
_HOMES = {"build": "building", "BuildReport": "report", "CheckResult": "report", "SourceCount": "report"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
