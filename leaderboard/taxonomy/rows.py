"""The rows of the taxonomy: frozen facts about benchmarks, metrics, models, method families and units.

`case` says how a name must be written to be recognised in running text: `any` in any case, `exact` as spelled,
`context` as spelled and beside a word such as "dataset". Single aliases may differ: they stand in `anycase`,
`exact` or `context`.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeAlias

Case = Literal["any", "exact", "context"]
CASES: tuple[Case, ...] = ("any", "exact", "context")
NameKind: TypeAlias = str

# Up to this many letters and digits a name is too easily a word ("per", "is", "arc"): its case must be as spelled.
SHORT = 3


class Spelling(NamedTuple):
    """One way to write a name and how strictly: `Spelling("GSM8K", "any")`, `Spelling("Weather", "context")`."""

    text: str
    case: Case


class Named(Protocol):
    """What `NameIndex` needs of a row: its kind, its name and its spellings."""

    @property
    def name(self) -> str:
        """The canonical name."""

    @property
    def kind(self) -> NameKind:
        """What the row is: `benchmark`, `metric`, `model`, `family`, or a kind of the caller's own."""

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """The name and its aliases with their case rules."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A dataset or benchmark that results are reported on: `Benchmark("GSM8K", ("GSM-8K",), "math word problems")`.

    `metric` is the canonical name of the metric that is usually reported; `area` is the field (`language`, `vision`).
    """

    name: str
    aliases: tuple[str, ...] = ()
    task: str = ""
    metric: str = ""
    area: str = ""
    source: str = ""
    case: Case = "any"
    anycase: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def kind(self) -> NameKind:
        """Return `benchmark`."""
        return "benchmark"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return the name and its aliases with their case rules."""
        return _spellings(self)


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure with its usual unit and direction: `Metric("accuracy", ("acc.",), "%", True)`.

    `higher_is_better` is None where the direction depends on what is measured. `group` sorts metrics by what they
    measure (`quality`, `error`, `speed`, `cost`, `size`). A name that ends in `@k` stands for every k.
    """

    name: str
    aliases: tuple[str, ...] = ()
    unit: str = ""
    higher_is_better: bool | None = None
    group: str = ""
    source: str = ""
    case: Case = "any"
    anycase: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def kind(self) -> NameKind:
        """Return `metric`."""
        return "metric"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return the name and its aliases with their case rules."""
        return _spellings(self)


@dataclass(frozen=True, slots=True)
class ModelName:
    """A model that papers build on: `ModelName("Llama 2", ("LLaMA-2",), "Llama", "Meta", ("7B", "13B", "70B"))`.

    A size may follow any spelling of the name: `LLaMA-2-13B` is found without being listed.
    """

    name: str
    aliases: tuple[str, ...] = ()
    family: str = ""
    organisation: str = ""
    sizes: tuple[str, ...] = ()
    source: str = ""
    case: Case = "any"
    anycase: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def kind(self) -> NameKind:
        """Return `model`."""
        return "model"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return the name and its aliases with their case rules."""
        return _spellings(self)


@dataclass(frozen=True, slots=True)
class Family:
    """A method family: `Family("prompt tuning", "parameter-efficient fine-tuning", ("soft prompt",), "#1f77b4")`.

    `parent` is the name of another family or empty; `cues` are phrases that speak for it; `colour` (`#rrggbb`) and
    `shape` (a Vega point shape) are fixed so that every chart shows it alike.
    """

    name: str
    parent: str = ""
    cues: tuple[str, ...] = ()
    colour: str = ""
    shape: str = "circle"

    @property
    def kind(self) -> NameKind:
        """Return `family`."""
        return "family"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return the name and its cues, in any case."""
        return tuple(Spelling(text, "any") for text in dict.fromkeys((self.name, *self.cues)))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its spellings: `Unit("ms", ("milliseconds",), "time", 0.001)`.

    `factor` turns a value into the base unit of the dimension (seconds, bytes, watts, …).
    """

    symbol: str
    names: tuple[str, ...] = ()
    dimension: str = ""
    factor: float = 1.0
    source: str = ""

    @property
    def name(self) -> str:
        """Return the symbol."""
        return self.symbol

    @property
    def kind(self) -> NameKind:
        """Return `unit`."""
        return "unit"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return the symbol and its names; short ones keep their case (`MB` is not `Mb`)."""
        return tuple(
            Spelling(text, "exact" if len(text) <= SHORT else "any")
            for text in dict.fromkeys((self.symbol, *self.names))
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the caller's own kind for a `NameIndex`: `Entry("setting", "zero-shot", ("0-shot",))`."""

    kind: NameKind
    name: str
    aliases: tuple[str, ...] = ()
    case: Case = "any"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return the name and its aliases, all with the entry's case rule."""
        return tuple(Spelling(text, self.case) for text in dict.fromkeys((self.name, *self.aliases)))


Row: TypeAlias = Benchmark | Metric | ModelName | Family | Unit


def _spellings(row: Benchmark | Metric | ModelName) -> tuple[Spelling, ...]:
    found = []
    for text in dict.fromkeys((row.name, *row.aliases)):
        case: Case = row.case
        if text in row.context:
            case = "context"
        elif text in row.exact:
            case = "exact"
        elif text in row.anycase:
            case = "any"
        elif case == "any" and sum(map(str.isalnum, text)) <= SHORT:
            case = "exact"
        found.append(Spelling(text, case))
    return tuple(found)
