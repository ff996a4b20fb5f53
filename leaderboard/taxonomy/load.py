"""Taxonomy tables to a validated Taxonomy: the shipped folder first, then the folders of the user."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from leaderboard.errors import LeaderboardError, did_you_mean
from leaderboard.resources import taxonomy as shipped_folder
from leaderboard.taxonomy import parse
from leaderboard.taxonomy.fold import bare, key
from leaderboard.taxonomy.rows import Benchmark, Case, Family, Metric, Named, Unit
from leaderboard.taxonomy.tables import Record, read_table
from leaderboard.taxonomy.taxonomy import Taxonomy

R = TypeVar("R", bound=Named)
Placed = list[tuple[Record, R]]

# Tables of words in sentences, which extraction reads from the same folders.
READ_ELSEWHERE: Final = ("cues", "qualifiers")


def load(extra: Sequence[Path] = ()) -> Taxonomy:
    """Return the shipped taxonomy with the tables of the user's folders over it: `load([Path("mine")])`.

    A folder holds any of `benchmarks.csv`, `metrics.csv`, `models.csv`, `families.csv` and `units.csv` (columns: see
    `README.md` in the shipped folder), and `cues.csv` and `qualifiers.csv`, which extraction reads. A line adds a row, or replaces the row of an earlier folder with the same name.
    Raises LeaderboardError naming file, line and what to do.
    """
    folders = (shipped_folder(), *(Path(folder) for folder in extra))
    for folder in folders:
        _check_folder(folder)
    metrics = _table(folders, "metrics", parse.metric)
    benchmarks = _table(folders, "benchmarks", parse.benchmark)
    models = _table(folders, "models", parse.model)
    families = _table(folders, "families", parse.family)
    units = _table(folders, "units", parse.unit)
    for placed in (metrics, benchmarks, models):
        _check_spellings(placed)
    _check_unit_names(units)
    _check_parents(families)
    _check_units(metrics, {unit.symbol for _, unit in units})
    return Taxonomy(
        benchmarks=tuple(_with_known_metric(benchmarks, metrics)),
        metrics=_rows(metrics),
        families=_rows(families),
        models=_rows(models),
        units=_rows(units),
        folders=folders,
    )


@cache
def default() -> Taxonomy:
    """Return the shipped taxonomy, read once."""
    return load()


def _rows(placed: Iterable[tuple[Record, R]]) -> tuple[R, ...]:
    return tuple(row for _, row in placed)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise LeaderboardError(
            f"{folder}: no such taxonomy folder; give a folder that holds tables such as benchmarks.csv"
        )
    known = [*parse.COLUMNS, *READ_ELSEWHERE]
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise LeaderboardError(
            f"{folder}: holds no table; the tables are {', '.join(f'{name}.csv' for name in parse.COLUMNS)}"
        )
    for file in files:
        if file.stem not in known:
            near = did_you_mean(file.name, [f"{name}.csv" for name in known])
            raise LeaderboardError(
                f"{file}:1: unknown table{near}; the tables are "
                + ", ".join(f"{name}.csv" for name in parse.COLUMNS)
            )


def _table(folders: Iterable[Path], name: str, read: Callable[[Record], R]) -> Placed[R]:
    """Read one table from every folder that has it; a later folder's row replaces an earlier one's."""
    found: dict[str, tuple[Record, R]] = {}
    for folder in folders:
        file = folder / f"{name}.csv"
        if not file.exists():
            continue
        here: dict[str, Record] = {}
        for record in read_table(file, parse.COLUMNS[name]):
            row = read(record)
            first = here.setdefault(row.name, record)
            if first is not record:
                raise record.error(
                    f"duplicate name '{row.name}', also in line {first.line}", "make one line of the two"
                )
            found[row.name] = (record, row)
    return list(found.values())


def _check_spellings(placed: Iterable[tuple[Record, Named]]) -> None:
    """Raise where two rows claim one spelling; exact ones may differ in case alone (`BIRD` and `Bird`)."""
    owners: dict[str, list[tuple[Case, str, Record, Named]]] = {}
    for record, row in placed:
        for text, case in row.spellings:
            for other_case, other_bare, first, other in owners.get(key(text), ()):
                if other is not row and ("any" in (case, other_case) or bare(text) == other_bare):
                    remedy = "remove it from one of them"
                    if first.file != record.file:
                        remedy = f"to change that row, write its name '{other.name}' as there"
                    raise record.error(
                        f"'{text}' of {row.name} is also a name of {other.name} ({first.place})", remedy
                    )
            owners.setdefault(key(text), []).append((case, bare(text), record, row))


def _check_unit_names(placed: Placed[Unit]) -> None:
    """Raise where two units claim one spelling; signs and case count: `MB` is not `Mb`, `m/s` is not `ms`."""
    owners: dict[str, tuple[Record, Unit]] = {}
    for record, row in placed:
        for text, _ in row.spellings:
            first, other = owners.setdefault(text, (record, row))
            if other is not row:
                what = f"'{text}' of {row.symbol} is also a name of {other.symbol} ({first.place})"
                raise record.error(what, "remove it from one of them")


def _check_parents(placed: Placed[Family]) -> None:
    parents = {family.name: family.parent for _, family in placed}
    for record, family in placed:
        if family.parent and family.parent not in parents:
            near = did_you_mean(family.parent, parents)
            raise record.error(
                f"unknown parent '{family.parent}'{near}", "name a family of families.csv or leave it empty"
            )
        above, path = family.parent, [family.name]
        while above:
            path.append(above)
            if path.count(above) > 1:
                raise record.error(
                    "families in a circle: " + " > ".join(path), "give one of them another parent"
                )
            above = parents[above]


def _check_units(placed: Placed[Metric], symbols: set[str]) -> None:
    for record, metric in placed:
        if metric.unit and metric.unit not in symbols:
            near = did_you_mean(metric.unit, symbols)
            raise record.error(
                f"unknown unit '{metric.unit}'{near}", "write a symbol of units.csv or leave it empty"
            )


def _with_known_metric(placed: Placed[Benchmark], metrics: Placed[Metric]) -> Iterable[Benchmark]:
    """Yield the benchmarks with the metric's canonical name in place of an alias."""
    known = {
        key(spelling.text): metric.name for _, metric in reversed(metrics) for spelling in metric.spellings
    }
    known |= {key(metric.name): metric.name for _, metric in metrics}
    for record, row in placed:
        name = known.get(key(row.metric))
        if name is None:
            near = did_you_mean(row.metric, [metric.name for _, metric in metrics])
            raise record.error(
                f"unknown metric '{row.metric}'{near}", "name a metric of metrics.csv, or add it there"
            )
        yield row if name == row.metric else replace(row, metric=name)
