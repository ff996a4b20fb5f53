"""Differences: `improves accuracy by 5.1%`, `a 16% reduction in length`, `14.9% higher`, `gains of 7%`, `+3.2`, `3x faster`.

Each function reads one construction and takes measure, direction and what the number is against from its own words;
the rest is linked later. They serve changes (`5%`, `3 points`) and ratios (`3x`) alike: the caller says which.
"""

from leaderboard.extraction.frames.difference.amounts import compared_amount, including, verb
from leaderboard.extraction.frames.difference.comparatives import comparative
from leaderboard.extraction.frames.difference.marks import bracket, signed
from leaderboard.extraction.frames.difference.nouns import CONDITIONS, copula, noun_after, of, share_of_noun
from leaderboard.extraction.frames.difference.remaining import gap_to
from leaderboard.extraction.frames.difference.verbs import by
from leaderboard.extraction.frames.difference.words import (
    basis_at,
    is_capital_measure,
    named_after,
    speed_measure,
)

__all__ = [
    "CONDITIONS",
    "basis_at",
    "bracket",
    "by",
    "comparative",
    "compared_amount",
    "copula",
    "gap_to",
    "including",
    "is_capital_measure",
    "named_after",
    "noun_after",
    "of",
    "share_of_noun",
    "signed",
    "speed_measure",
    "verb",
]
