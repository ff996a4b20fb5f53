"""Lines of the taxonomy tables to rows: which columns each table has, and how its cells are read."""

from typing import Final

import regex

from leaderboard.taxonomy.fold import key
from leaderboard.taxonomy.rows import CASES, Benchmark, Case, Family, Metric, ModelName, Unit
from leaderboard.taxonomy.tables import Columns, Record

COLUMNS: Final[dict[str, Columns]] = {
    "benchmarks": Columns(("name", "task", "metric"), ("aliases", "area", "case", "source")),
    "metrics": Columns(("name", "higher_is_better"), ("aliases", "unit", "kind", "case", "source")),
    "models": Columns(("name",), ("aliases", "family", "organisation", "sizes", "case", "source")),
    "families": Columns(("name", "parent"), ("cues", "colour", "shape")),
    "units": Columns(("symbol", "dimension"), ("names", "factor", "source")),
}

# The point shapes that Vega, and so every chart of the dashboard, can draw.
SHAPES: Final = (
    *(
        "circle",
        "square",
        "cross",
        "diamond",
        "triangle-up",
        "triangle-down",
        "triangle-right",
        "triangle-left",
    ),
    *("triangle", "wedge", "arrow", "stroke"),
)

# An alias may end in a mark that gives it a case rule of its own.
MARKS: Final[dict[str, Case]] = {"*": "any", "!": "exact", "?": "context"}

_COLOUR = regex.compile(r"\#[0-9a-fA-F]{6}")


def benchmark(record: Record) -> Benchmark:
    """Read a line such as `GSM8K,GSM-8K,math word problems,accuracy,math,any,lm-eval`."""
    aliases, marked = _aliases(record)
    return Benchmark(
        name=_name(record),
        aliases=aliases,
        task=_filled(record, "task", "say what is done on the benchmark"),
        metric=_filled(record, "metric", "name a metric of metrics.csv"),
        area=record["area"],
        source=record["source"],
        case=_case(record),
        **marked,
    )


def metric(record: Record) -> Metric:
    """Read a line such as `accuracy,acc.,%,true,quality,any,own`."""
    aliases, marked = _aliases(record)
    better = record.one_of("higher_is_better", ("true", "false", ""))
    return Metric(
        name=_name(record),
        aliases=aliases,
        unit=record["unit"],
        higher_is_better={"true": True, "false": False, "": None}[better],
        group=record["kind"],
        source=record["source"],
        case=_case(record),
        **marked,
    )


def model(record: Record) -> ModelName:
    """Read a line such as `Llama 2,LLaMA-2|Llama-2,Llama,Meta,7B|13B|70B,any,own`."""
    aliases, marked = _aliases(record)
    return ModelName(
        name=_name(record),
        aliases=aliases,
        family=record["family"],
        organisation=record["organisation"],
        sizes=record.names("sizes"),
        source=record["source"],
        case=_case(record),
        **marked,
    )


def family(record: Record) -> Family:
    """Read a line such as `prompt tuning,parameter-efficient fine-tuning,soft prompt|prefix tuning,#1f77b4,circle`."""
    colour = record["colour"]
    if colour and not _COLOUR.fullmatch(colour):
        raise record.error(f"bad colour '{colour}'", "write it as #rrggbb, such as #1f77b4")
    return Family(
        name=_name(record),
        parent=record["parent"],
        cues=record.names("cues"),
        colour=colour.lower(),
        shape=record.one_of("shape", SHAPES, "circle"),
    )


def unit(record: Record) -> Unit:
    """Read a line such as `ms,milliseconds|msec,time,0.001,own`."""
    symbol = record["symbol"]
    if not symbol:
        raise record.error("empty symbol", "write how the unit is shown, or remove the line")
    written = record["factor"] or "1"
    try:
        factor = float(written)
    except ValueError:
        factor = 0.0
    if not 0 < factor < float("inf"):
        raise record.error(
            f"bad factor '{written}'", "write a number above 0: how many base units one of these is"
        )
    return Unit(
        symbol=symbol,
        names=record.names("names"),
        dimension=_filled(record, "dimension", "say what the unit measures, such as time"),
        factor=factor,
        source=record["source"],
    )


def _name(record: Record) -> str:
    name = record["name"]
    if not name:
        raise record.error("empty name", "write a name, or remove the line")
    return _nameable(record, name)


def _nameable(record: Record, name: str) -> str:
    if not key(name):
        raise record.error(f"name '{name}' has no letter or digit", "write the name as authors do")
    return name


def _filled(record: Record, column: str, remedy: str) -> str:
    if not record[column]:
        raise record.error(f"empty {column}", remedy)
    return record[column]


def _case(record: Record) -> Case:
    word = record.one_of("case", CASES, "any")
    return next(case for case in CASES if case == word)


def _aliases(record: Record) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the aliases without their marks, and those with a mark under the field that they belong in."""
    marked: dict[Case, list[str]] = {case: [] for case in CASES}
    aliases = []
    for written in record.names("aliases"):
        case = MARKS.get(written[-1])
        alias = _nameable(record, written[:-1] if case else written)
        aliases.append(alias)
        if case:
            marked[case].append(alias)
    fields = {"any": "anycase", "exact": "exact", "context": "context"}
    return tuple(aliases), {fields[case]: tuple(names) for case, names in marked.items()}
