"""What a page sends of a chart is what Altair writes of it, checked and with its rows inside."""

from typing import Any

import altair as alt
import polars as pl
import pytest

from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.charts.pareto import pareto
from leaderboard.dashboard.charts.spec import Chart, spec

KINDS = pl.DataFrame({"name": ["score", "change", None], "claims": [7, 3, 1]})
PAIRS = pl.DataFrame(
    {
        "x": [2.0, 4.0, 4.0, 8.0],
        "y": [60.0, 71.0, 65.0, 70.0],
        "method": ["A", "B", "<b>", None],
        "family": ["quantization", "pruning", None, "pruning"],
        "paper": ["P", "Q", "R", "S"],
        "claim_id": ["1", "2", "3", "4"],
        "value": ["60", "71", "65", "70"],
        "x_text": ["2-bit", "4-bit", "4-bit", "8-bit"],
        "text": ["60%", "71%", "65%", "70%"],
        "unit": ["%"] * 4,
    }
)


def bars() -> Chart:
    return counts(KINDS, title="Claims")


def trade_offs() -> Chart:
    return pareto(
        PAIRS, {"pruning": ("#112233", "circle")}, x_title="Bits", y_title="Accuracy", x_better="down", y_better="up"
    )  # fmt: skip


def bare(written: dict[str, Any]) -> dict[str, Any]:
    """Return a specification without its rows and the size that Altair's own theme adds."""
    kept = {key: value for key, value in written.items() if key not in ("data", "datasets")}
    kept["layer"] = [{k: v for k, v in layer.items() if k != "data"} for layer in written["layer"]]
    kept["config"] = {k: v for k, v in kept.get("config", {}).items() if k != "view"}
    return kept


def rows(written: dict[str, Any]) -> list[Any]:
    """Return the rows of each layer."""
    outer = written.get("data", {}).get("name")
    names = [layer.get("data", {}).get("name", outer) for layer in written["layer"]]
    sets = written["datasets"]
    return [sets[name].to_dicts() if isinstance(sets[name], pl.DataFrame) else sets[name] for name in names]


@pytest.mark.parametrize("make", [bars, trade_offs])
def test_same_as_altair_writes(make: Any) -> None:
    sent, written = spec(make), make().to_dict()
    assert bare(sent) == bare(written)
    assert rows(sent) == rows(written)
    assert sent["$schema"] == written["$schema"]


def test_other_rows_have_another_name() -> None:
    one, other = spec(bars), spec(lambda: counts(KINDS.with_columns(claims=2), title="Claims"))
    assert one["datasets"].keys() != other["datasets"].keys()
    assert one["datasets"].keys() == spec(bars)["datasets"].keys()


def test_checks_are_back_afterwards() -> None:
    def broken() -> Chart:
        raise ValueError("no chart")

    with pytest.raises(ValueError, match="no chart"):
        spec(broken)
    with pytest.raises(Exception, match="bogus"):
        alt.Chart(KINDS).mark_bar().encode(x=alt.X("claims:Q", scale=alt.Scale(type="bogus")))
