"""A chart as the browser takes it: its Vega-Lite as plain values, its rows beside it as frames.

Altair checks each piece of a chart against the schema of Vega-Lite as it is made, and the whole chart again when it is
written: half a second for a page of charts. The tests of the charts keep those checks; a page goes without.
"""

from collections.abc import Callable
from hashlib import blake2b
from threading import Lock
from typing import Any, Final, TypeAlias

import altair as alt
import polars as pl
from altair.utils import schemapi

Chart: TypeAlias = alt.Chart | alt.LayerChart

# Whether Altair checks, and what it does with rows, are switches for all threads.
_SWITCHES: Final = Lock()


def spec(make: Callable[[], Chart]) -> dict[str, Any]:
    """Return what `make` returns as a specification for `st.vega_lite_chart`: `spec(lambda: counts(rows, title="Claims"))`.

    Its rows stand under `datasets` as the frames they are, which Streamlit sends as Arrow. Raises what `make` raises.
    """
    frames: dict[str, pl.DataFrame] = {}
    with _SWITCHES, schemapi.debug_mode(False), alt.data_transformers.enable(_BESIDE, frames=frames):
        made = make().to_dict(validate=False, context={"top_level": False})
    return {"$schema": alt.SCHEMA_URL, **made, "datasets": frames}


def _beside(rows: Any, /, *_: Any, frames: dict[str, pl.DataFrame], **__: Any) -> dict[str, str]:
    """Put rows of a chart beside it and return the name that stands for them; layers that share rows share the name."""
    name = _fingerprint(rows)
    frames[name] = rows
    return {"name": name}


_BESIDE: Final = "leaderboard_frames"
alt.data_transformers.register(_BESIDE, _beside)


def _fingerprint(rows: pl.DataFrame) -> str:
    """Return a name that changes with the rows, by which the page sees that they did."""
    digest = blake2b(digest_size=12)
    digest.update(repr(rows.schema).encode())
    digest.update(rows.hash_rows(seed=0).to_numpy().tobytes())
    return digest.hexdigest()
