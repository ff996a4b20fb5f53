"""What benchmarks, metrics, models, method families and units there are, as data, and where a text names them."""

from leaderboard.taxonomy.fold import fold, key
from leaderboard.taxonomy.load import default, load
from leaderboard.taxonomy.names import NameHit, NameIndex
from leaderboard.taxonomy.rows import (
    Benchmark,
    Case,
    Entry,
    Family,
    Metric,
    ModelName,
    Named,
    NameKind,
    Row,
    Spelling,
    Unit,
)
from leaderboard.taxonomy.taxonomy import Taxonomy

__all__ = [
    "Benchmark",
    "Case",
    "Entry",
    "Family",
    "Metric",
    "ModelName",
    "NameHit",
    "NameIndex",
    "NameKind",
    "Named",
    "Row",
    "Spelling",
    "Taxonomy",
    "Unit",
    "default",
    "fold",
    "key",
    "load",
]
