"""How a command ends: its exit code, and what was read and what was not on the way there."""

from dataclasses import dataclass
from enum import IntEnum


class Outcome(IntEnum):
    """Exit codes: `raise typer.Exit(Outcome.PARTLY)`."""

    FINE = 0
    FAILED = 1
    USAGE = 2
    PARTLY = 3
    """Some documents could not be read; the others are in."""


@dataclass(slots=True)
class Tally:
    """Counts kept while documents are read: `Tally(documents=85, refusals=1).outcome` is `Outcome.PARTLY`."""

    documents: int = 0
    repeated: int = 0
    refusals: int = 0
    claims: int = 0

    @property
    def outcome(self) -> Outcome:
        """How a command ends that read so much and was refused so much."""
        if not self.refusals:
            return Outcome.FINE
        return Outcome.PARTLY if self.documents else Outcome.FAILED
