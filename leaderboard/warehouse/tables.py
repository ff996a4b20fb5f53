"""The taxonomy as staged tables: its rows, every spelling with its key, and the names behind spellings in claims."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import duckdb
import pyarrow as pa
import regex

from leaderboard.batches.columns import rows_batch
from leaderboard.taxonomy import Family, Taxonomy

# Values in units of these dimensions are compared in one unit. Others are left alone: GPU hours are no CPU hours.
COMPARED_IN: Final = {
    "time": "s",
    "memory": "GB",
    "operations": "GFLOPs",
    "operations rate": "TFLOPS",
    "power": "W",
    "energy": "J",
    "money": "$",
    "frequency": "Hz",
    "length": "m",
    "area": "m²",
    "mass": "kg",
    "speed": "m/s",
    "bit rate": "Mbps",
    "byte rate": "GB/s",
    "emissions": "kgCO2eq",
    "angle": "°",
}

# `LoRA!:4` and `fine-tun*:1.5` in the cues of a family: a phrase, marks, a weight.
_CUE: Final = regex.compile(
    r"(?P<phrase> [^:*!]++ ) (?P<marks> [*!]*+ ) (?: : (?P<weight> [\d.]++ ) )?+", regex.VERBOSE
)
# A weaker cue hints at a family; it does not say that a method of this name belongs to it.
_SPEAKING_WEIGHT: Final = 2.0

_K: Final = regex.compile(r"@ \s*+ (?P<k> \d++ ) \b", regex.VERBOSE)

_TEXT, _BOOL, _INT = pa.string(), pa.bool_(), pa.int32()
_LISTED: Final = pa.schema([("sort", _TEXT), ("alias", _TEXT), ("name", _TEXT), ("priority", _INT)])
_KNOWN: Final = pa.schema([("sort", _TEXT), ("surface", _TEXT), ("name", _TEXT), ("base", _TEXT)])


def stage_taxonomy(con: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> None:
    """Fill `staging.benchmarks`, `metrics`, `models`, `family_tree`, `units` and `listed` (every spelling with its key)."""
    benchmarks = [
        (b.name, b.task or None, b.area or None, b.metric or None, b.source or None)
        for b in taxonomy.benchmarks
    ]
    _stage(con, "benchmarks", ("benchmark_name", "task", "area", "usual_metric", "source"), benchmarks)
    models = [
        (m.name, m.family or None, m.organisation or None, list(m.sizes), m.source or None)
        for m in taxonomy.models
    ]
    _stage(con, "models", ("model_name", "family", "organisation", "sizes", "source"), models)
    metrics = [
        (m.name, m.unit or None, m.higher_is_better, m.group or None, m.source or None)
        for m in taxonomy.metrics
    ]
    _stage(con, "metrics", ("metric_name", "unit", "higher_is_better", "aspect", "source"), metrics)
    for table in ("benchmarks", "models", "metrics"):
        con.execute(f"alter table staging.{table} add column is_known boolean default true")
    _stage(con, "family_tree", tuple(_TYPES_OF_FAMILIES), list(_tree(taxonomy.families)))
    units = list(_units(taxonomy))
    _stage(con, "units", ("unit", "comparable_unit", "factor"), units)
    listed = rows_batch(_spellings(taxonomy), _LISTED)
    con.register("listed_rows", listed)
    con.execute("""
        create or replace table staging.listed as
        select sort, name_key(alias) as alias_key, first(alias order by priority, position) as alias,
            first(name order by priority, position) as name, min(priority) as priority
        from (select *, row_number() over () as position from listed_rows)
        where name_key(alias) <> ''
        group by all
    """)
    con.unregister("listed_rows")


def stage_known(con: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> None:
    """Fill `staging.known`: what the taxonomy makes of each spelling in claims, `pass@32` of `pass@k` kept apart."""
    surfaces = con.execute(
        "select distinct sort, surface from staging.surfaces where sort <> 'method'"
    ).fetchall()
    rows = []
    for sort, surface in surfaces:
        row = taxonomy.resolve(sort, surface)
        if row is not None:
            rows.append((sort, surface, _with_k(row.name, surface), row.name))
    con.register("known_rows", rows_batch(rows, _KNOWN))
    con.execute("create or replace table staging.known as select * from known_rows order by sort, surface")
    con.unregister("known_rows")
    con.execute("""
        insert into staging.metrics by name
        select distinct known.name as metric_name, unit, higher_is_better, aspect, source, true as is_known
        from staging.known as known
        join staging.metrics as metrics on metrics.metric_name = known.base
        where known.sort = 'metric' and known.name <> known.base
          and known.name not in (select metric_name from staging.metrics)
        order by metric_name
    """)


_TYPES: Final = {
    "sizes": pa.list_(_TEXT),
    "cues": pa.list_(_TEXT),
    "higher_is_better": _BOOL,
    "factor": pa.float64(),
    "depth": _INT,
    "position": _INT,
}
_TYPES_OF_FAMILIES: Final = ("family", "parent", "cues", "colour", "shape", "depth", "position")


def _stage(
    con: duckdb.DuckDBPyConnection, table: str, names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    schema = pa.schema([(name, _TYPES.get(name, _TEXT)) for name in names])
    con.register("staged_rows", rows_batch(rows, schema))
    con.execute(f"create or replace table staging.{table} as select * from staged_rows")
    con.unregister("staged_rows")


def _with_k(name: str, surface: str) -> str:
    """Return `pass@32` for the row `pass@k` and the spelling `Pass@32`: other k, other metric."""
    if not name.endswith("@k"):
        return name
    match = _K.search(surface)
    return name[:-1] + match["k"] if match else name


def _tree(families: Sequence[Family]) -> Iterator[tuple[object, ...]]:
    parents = {family.name: family.parent for family in families}
    for position, family in enumerate(families):
        depth, above = 0, family.parent
        while above and depth < len(families):
            depth, above = depth + 1, parents.get(above, "")
        yield (
            family.name,
            family.parent or None,
            list(family.cues),
            family.colour or None,
            family.shape,
            depth,
            position,
        )


def _units(taxonomy: Taxonomy) -> Iterator[tuple[str, str, float]]:
    factors = {unit.symbol: unit.factor for unit in taxonomy.units}
    for unit in taxonomy.units:
        base = COMPARED_IN.get(unit.dimension)
        if base in factors:
            yield unit.symbol, base, unit.factor / factors[base]


def _spellings(taxonomy: Taxonomy) -> Iterator[tuple[str, str, str, int]]:
    """Yield sort, spelling, name and priority: a name of its own goes before an alias of another."""
    for sort, rows in (
        ("benchmark", taxonomy.benchmarks),
        ("metric", taxonomy.metrics),
        ("model", taxonomy.models),
    ):
        for row in rows:
            yield sort, row.name, row.name, 0
            for alias in row.aliases:
                yield sort, alias, row.name, 1
    for family in taxonomy.families:
        yield "family", family.name, family.name, 0
    for family in taxonomy.families:
        for cue in family.cues:
            match = _CUE.fullmatch(cue)
            if match and "*" not in match["marks"] and float(match["weight"] or 2) >= _SPEAKING_WEIGHT:
                yield "family", match["phrase"].strip(), family.name, 1
