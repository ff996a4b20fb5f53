"""Badges: the JSON that a shields.io endpoint badge is drawn from."""

import json
from typing import Any


def badge(row: dict[str, Any]) -> str:
    """Return the badge of a result.

    >>> badge({"benchmark": "GSM8K", "metric": "accuracy", "value": 95.0, "unit": "%", "rank": 1})
    '{"schemaVersion": 1, "label": "GSM8K accuracy", "message": "95% (rank 1)", "color": "blue"}'
    """
    label = " ".join(str(row[name]) for name in ("benchmark", "metric") if row.get(name))
    value = row.get("value")
    number = f"{value:.6g}" if isinstance(value, int | float) else str(row.get("text") or "")
    rank = f" (rank {row['rank']})" if row.get("rank") else ""
    return json.dumps(
        {
            "schemaVersion": 1,
            "label": (label or str(row.get("kind") or "result"))[:80],
            "message": number + _unit(row.get("unit")) + rank,
            "color": "blue",
        },
        ensure_ascii=False,
    )


def count_badge(label: str, rows: int) -> str:
    """Return the badge of a view without a single result to name: how many rows it has."""
    return json.dumps({"schemaVersion": 1, "label": label, "message": f"{rows:,} results", "color": "blue"})


def _unit(unit: object) -> str:
    if unit in (None, "", "number"):
        return ""
    return str(unit) if unit in ("%", "x") else f" {unit}"
