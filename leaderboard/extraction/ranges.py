"""Ranges in words: `50% to 80%`, `between 3 and 8 bits`, `speedups ranging from 2x to 3x`, told from pairs such as `from 3 to 8`."""

from dataclasses import replace

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.vocabulary import Row
from leaderboard.text.tokens import Quantity

# How a word begins that says that a measure goes from one value to another and stays a range.
RANGING = ("rang", "vary", "varie", "span")
_PAIRED = frozenset(("from", "(", "improved", "increased", "reduced", "decreased", "raised", "dropped"))
_SETTINGS = one_of("rates rate levels level ratios ratio values value sizes size")
_HEDGES = one_of("""about approximately around roughly nearly up to an average of a as low high just only""")


def spelled_range(high: Quantity, rows: list[Row], low: Quantity) -> Quantity | None:
    """Return one quantity for `50% to 80%` or `3 to 8 bits`, None where the two are a pair (`from 3 to 8`)."""
    if low.value_max is not None or high.value_max is not None or high.about or low.sign != high.sign:
        return None
    words = [row[0] for row in rows]
    scaled = low.value
    if low.unit is None and high.scale and not low.scale:
        scaled = low.value * high.factor
    if low.unit not in (None, high.unit) or not scaled < high.value:
        return None
    at = len(words) - 3
    while at >= 0 and words[at] in _HEDGES:
        at -= 1
    if at > 1 and words[at] == "and" and "from" in words[:at]:
        return None  # "from 31% and 28% to 40% and 39%", "from 2% to 3% on A, and 4% to 5% on B"
    ranging = at > 0 and words[at] == "from" and words[at - 1].startswith(RANGING)
    decimal = "." in low.text and "." in high.text
    if ranging and (high.unit in ("%", "points", "x") or (high.unit is None and decimal)):
        scored = at > 1 and rows[at - 2][2] & lx.METRIC_HEAD and words[at - 2] not in _SETTINGS
        ranging = any(row[2] & lx.NOUN_CHANGE for row in rows[:at]) or bool(scored and high.unit != "x")
    else:
        ranging = False
    bare = low.unit is None and high.unit is None and not high.scale and low.sign != "+"
    if bare and words[-1] == "to" and not ranging and not (decimal and at >= 0 and words[at] == "by"):
        return None
    between = at >= 0 and words[at] == "between"
    if words[-1] in ("to", "and") and between != (words[-1] == "and") and not (between and high.unit):
        return None
    if ranging:
        at = -1  # "improvements ranging from 1.4pp to 3.5pp", "BLEU scores ranging from 22.6 to 48.9"
    if (
        at >= 0
        and low.sign != "+"
        and (words[at] in _PAIRED or (words[at] == "'s" and "from" in words[max(0, at - 4) : at]))
    ):
        return None
    return replace(
        low,
        end=high.end,
        value=scaled,
        value_max=high.value,
        unit=high.unit,
        dimension=high.dimension,
        scale=high.scale,
    )
