"""The edges of a quantity: what qualifies it, and which word stands before and after it and its qualifiers.

In `by up to 3.2% on average over BERT` the left edge of `3.2%` is at `by`, the right one at `over`, and the qualifier is
`up to`.
"""

from dataclasses import dataclass

from leaderboard.extraction import cues
from leaderboard.extraction.view import View

_LEFT_ONE = {
    "about": "about",
    "approximately": "about",
    "approx": "about",
    "around": "about",
    "nearly": "about",
    "almost": "about",
    "roughly": "about",
    "near": "about",
    "circa": "about",
    "some": "",
    "upto": "up to",
    "over": "over",
    "above": "over",
    "exceeding": "over",
    "under": "under",
    "below": "under",
    "within": "",
    "sub": "under",
    "sub-": "under",
    "average": "average",
    "averaged": "average",
    "mean": "average",
    "median": "median",
    "only": "",
    "just": "",
    "merely": "",
    "mere": "",
    "even": "",
    "a": "",
    "an": "",
    "the": "",
    "its": "",
    "their": "",
    "another": "",
    "additional": "",
    "further": "",
    "well": "",
    "whopping": "",
    "full": "",
    "extra": "",
    "total": "",
    "maximum": "",
    "max": "",
    "max.": "",
    "minimum": "",
    "combined": "",
    "respectively": "",
    "i.e": "",
    "avg": "average",
    "avg.": "average",
    "precisely": "",
    "exactly": "",
    "respective": "",
    "still": "",
    "also": "",
    "typically": "",
    "up": "",
    "both": "",
    "plus": "",
}
_LEFT_TWO = {
    ("up", "to"): "up to",
    ("at", "least"): "at least",
    ("at", "most"): "up to",
    ("more", "than"): "over",
    ("greater", "than"): "over",
    ("higher", "than"): "over",
    ("larger", "than"): "over",
    ("better", "than"): "over",
    ("less", "than"): "under",
    ("fewer", "than"): "under",
    ("lower", "than"): "under",
    ("smaller", "than"): "under",
    ("close", "to"): "about",
    ("on", "average"): "average",
    ("in", "average"): "average",
    ("an", "average"): "average",
    ("down", "to"): "",
    ("on", "par"): "",
}
_LEFT_THREE = {
    ("as", "high", "as"): "up to",
    ("as", "much", "as"): "up to",
    ("as", "large", "as"): "up to",
    ("as", "many", "as"): "up to",
    ("as", "low", "as"): "",
    ("as", "little", "as"): "",
    ("as", "few", "as"): "",
    ("as", "small", "as"): "",
    ("no", "less", "than"): "at least",
    ("no", "more", "than"): "up to",
    ("in", "excess", "of"): "over",
    ("on", "the", "order"): "about",
    ("of", "up", "to"): "up to",
}
_OF_HEADS = {
    "average": "average",
    "mean": "average",
    "median": "median",
    "maximum": "",
    "max": "",
    "total": "",
    "minimum": "",
    "mere": "",
    "order": "about",
    "peak": "",
    "high": "",
    "low": "",
}
_RIGHT_TWO = {("on", "average"): "average", ("in", "average"): "average", ("at", "best"): "up to", ("at", "most"): "up to",
              ("or", "more"): "at least", ("or", "higher"): "at least", ("or", "less"): "up to", ("at", "least"): "at least",
              ("in", "total"): "", ("on", "avg"): "average"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edge:
    """A quantity's surroundings: `left` is the place of the first word before its qualifiers, `right` that after it."""

    left: int
    right: int
    qualifiers: tuple[str, ...]


def left_edge(view: View, place: int) -> tuple[int, list[str]]:
    """Return the place of the word before a quantity's qualifiers (-1 at the start), and the qualifiers."""
    words = view.words
    found: list[str] = []
    at = place - 1
    while at >= 0:
        word = words[at]
        if at >= 2:
            qualifier = _LEFT_THREE.get((words[at - 2], words[at - 1], word))
            if qualifier is not None:
                found.append(qualifier)
                at -= 3
                continue
        if at >= 1:
            qualifier = _LEFT_TWO.get((words[at - 1], word))
            if qualifier is not None:
                found.append(qualifier)
                at -= 2
                continue
            if word == "of":
                qualifier = _OF_HEADS.get(words[at - 1])
                if qualifier is not None:
                    found.append(qualifier)
                    at -= 2
                    continue
                if words[at - 1] in ("factor", "range") and at >= 2:
                    at -= 2
                    continue
        qualifier = _LEFT_ONE.get(word)
        if qualifier is not None:
            if (
                word in ("over", "above", "under", "below", "within")
                and place - at > 1
                and view.flag(at + 1) & cues.DETERMINER
            ):
                break  # "over a 3% gain" is fine, "over the 7B model" is not a qualifier
            found.append(qualifier)
            at -= 1
            continue
        if view.flags[at] & cues.ADJECTIVE or (view.flags[at] & cues.ADVERB and word.endswith("ly")):
            at -= 1
            continue
        break
    return at, [q for q in found if q]


def right_edge(view: View, place: int) -> tuple[int, list[str]]:
    """Return the place of the word after a quantity and what qualifies it there, and the qualifiers."""
    found: list[str] = []
    at = place + 1
    if (
        view.word(at) == "("
        and view.word(at + 2) == ")"
        and at + 1 in view.quantities
        and view.quantities[at + 1].scale in ("b", "m")
    ):
        at += 3
    while True:
        qualifier = _RIGHT_TWO.get((view.word(at), view.word(at + 1)))
        if qualifier is not None and view.word(at + 2) != "of":
            found.append(qualifier)
            at += 2
            continue
        if view.word(at) in ("avg", "avg.", "average") and view.word(at + 1) in (")", ","):
            found.append("average")
            at += 1
            continue
        return at, [q for q in found if q]
