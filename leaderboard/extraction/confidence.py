"""Confidence: the estimated probability that a claim is right, from the rule that took it and what it found."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leaderboard.extraction.linking import Reading


def confidence(reading: "Reading", strength: float) -> float:
    """Return the probability that a reading is right."""
    return 0.9 * strength
