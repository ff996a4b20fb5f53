"""The taxonomy as one value: its tables, and the names of its rows found in text or looked up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from leaderboard.errors import UsageError
from leaderboard.taxonomy.lookup import Lookup
from leaderboard.taxonomy.names import NameIndex
from leaderboard.taxonomy.rows import Benchmark, Family, Metric, ModelName, NameKind, Row, Unit

_Lookups: TypeAlias = dict[
    NameKind, Lookup[Benchmark] | Lookup[Metric] | Lookup[ModelName] | Lookup[Family] | Lookup[Unit]
]


@dataclass(frozen=True)
class Taxonomy:
    """Benchmarks, metrics, models, method families and units, with their names ready to be found.

    Kinds are `benchmark`, `metric`, `model`, `family` and `unit`. `folders` are the folders that the rows came from.
    """

    benchmarks: tuple[Benchmark, ...] = ()
    metrics: tuple[Metric, ...] = ()
    families: tuple[Family, ...] = ()
    models: tuple[ModelName, ...] = ()
    units: tuple[Unit, ...] = ()
    folders: tuple[Path, ...] = ()

    @cached_property
    def names(self) -> NameIndex:
        """The matcher over benchmarks, metrics and models, for running text."""
        return NameIndex((*self.benchmarks, *self.metrics, *self.models))

    def resolve(self, kind: NameKind, surface: str) -> Row | None:
        """Return the row that a name means, or None: `resolve("benchmark", "GSM8k dataset")` gives GSM8K."""
        return self.unit(surface) if kind == "unit" else self._lookup(kind).resolve(surface)

    def benchmark(self, surface: str) -> Benchmark | None:
        """Return the benchmark that a name means, or None."""
        return self._benchmarks.resolve(surface)

    def metric(self, surface: str) -> Metric | None:
        """Return the metric that a name means, or None; `pass@32` gives the row `pass@k`."""
        return self._metrics.resolve(surface)

    def model(self, surface: str) -> ModelName | None:
        """Return the model that a name means, or None."""
        return self._models.resolve(surface)

    def family(self, surface: str) -> Family | None:
        """Return the method family that a name means, or None."""
        return self._families.resolve(surface)

    def unit(self, surface: str) -> Unit | None:
        """Return the unit that a spelling means, or None: `ms` and `milliseconds`, but not `MS`."""
        surface = surface.strip()
        return self._unit_names.get(surface) or self._unit_names_in_any_case.get(surface.lower())

    def suggest(self, kind: NameKind, word: str) -> list[str]:
        """Return up to three names close to a word, nearest first, for "did you mean"."""
        return self._lookup(kind).suggest(word)

    def search(self, kind: NameKind, word: str = "") -> Sequence[Row]:
        """Return the rows that a word finds, best first; all rows without a word."""
        return self._lookup(kind).search(word)

    def _lookup(
        self, kind: NameKind
    ) -> Lookup[Benchmark] | Lookup[Metric] | Lookup[ModelName] | Lookup[Family] | Lookup[Unit]:
        try:
            return self._lookups[kind]
        except KeyError:
            known = ", ".join(self._lookups)
            raise UsageError(f"unknown kind of name '{kind}'; the kinds are {known}") from None

    @cached_property
    def _lookups(self) -> _Lookups:
        return {
            "benchmark": self._benchmarks,
            "metric": self._metrics,
            "model": self._models,
            "family": self._families,
            "unit": self._units,
        }

    @cached_property
    def _benchmarks(self) -> Lookup[Benchmark]:
        return Lookup(self.benchmarks)

    @cached_property
    def _metrics(self) -> Lookup[Metric]:
        return Lookup(self.metrics)

    @cached_property
    def _models(self) -> Lookup[ModelName]:
        return Lookup(self.models)

    @cached_property
    def _families(self) -> Lookup[Family]:
        return Lookup(self.families)

    @cached_property
    def _units(self) -> Lookup[Unit]:
        return Lookup(self.units)

    @cached_property
    def _unit_names(self) -> dict[str, Unit]:
        return {text: unit for unit in reversed(self.units) for text, _ in unit.spellings}

    @cached_property
    def _unit_names_in_any_case(self) -> dict[str, Unit]:
        return {
            text.lower(): unit
            for unit in reversed(self.units)
            for text, case in unit.spellings
            if case == "any"
        }
