"""What a build did, for people and programs."""

from dataclasses import dataclass
from pathlib import Path

from leaderboard.model import Refusal


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What one file gave: `SourceCount("papers.jsonl", 85, 0)`."""

    name: str
    documents: int
    refusals: int


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What an integrity check found: its name, title, how many rows offend, and the first of them."""

    name: str
    title: str
    offending: int
    examples: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: `BuildReport(db, new=85, …).summary()` is `85 new, 0 changed, 0 unchanged, …`.

    `sources` and `refusals` are of this build; `documents` and `claims` are what the database holds after it.
    `written` is False where nothing had changed and the file was left as it was.
    """

    db: Path
    new: int
    changed: int
    unchanged: int
    removed: int
    documents: int
    claims: int
    sources: tuple[SourceCount, ...]
    refusals: tuple[Refusal, ...]
    checks: tuple[CheckResult, ...]
    written: bool

    @property
    def failed_checks(self) -> tuple[CheckResult, ...]:
        """Return the checks that found something."""
        return tuple(check for check in self.checks if check.offending)

    def summary(self) -> str:
        """Return the counts in one line."""
        parts = [f"{self.new:,} new", f"{self.changed:,} changed", f"{self.unchanged:,} unchanged"]
        if self.removed:
            parts.append(f"{self.removed:,} removed")
        if self.refusals:
            parts.append(f"{len(self.refusals):,} not read")
        return f"{', '.join(parts)}; {self.documents:,} documents with {self.claims:,} claims"
