"""Settings and qualifiers of a number: `zero-shot`, `up to`, `on average`."""

from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.linking.reading import MEASURED, Linker
from leaderboard.extraction.sentence import Sentence

_ORDER = ("up to", "at least", "over", "under", "average", "median", "about")
_RARE = frozenset(("one-shot", "single-shot", "full-shot", "multi-shot", "many-shot", "many-shots"))


def qualifier_of(s: Sentence, item: Item) -> str | None:
    """Return what qualifies a number, by its edges and the words of its phrase."""
    found = next((q for q in _ORDER if q in item.number.qualifiers), None)
    if found is None and item.frame.kind in ("score", "change", "ratio") and is_averaged(s, item):
        return "average"
    return found


def is_averaged(s: Sentence, item: Item) -> bool:
    """Tell whether a number is an average by the words of its own phrase: `an average score of`, `by 5% on average`."""
    number = item.number
    for at in range(max(0, number.left - 5), number.left):
        word = s.words[at]
        if word in ("average", "averaged", "averages", "averaging", "mean") and not any(s.tags[k] == "Q" for k in range(at, item.place)):
            if s.word(at - 1) in ("on", "weighted"):
                return s.word(at - 1) == "on"
            return s.tag(at + 1) in "NEAGTR" and item.frame.measure is not None
    if s.word(number.left) in ("averages", "averaging", "averaged"):
        return True
    for at in range(number.right, min(s.size, number.right + 6)):
        if s.tags[at] == "Q":
            break
        if s.words[at] == "average" and (s.word(at - 1) == "on" or (item.frame.kind in ("change", "ratio") and at <= number.right + 1)):
            return True
        if s.words[at] == "averaged" and s.word(at + 1) in ("across", "over"):
            return True
    return False


def setting_of(linker: Linker, item: Item) -> str | None:
    """Return how many shots a number was measured with, where its sentence says so."""
    if item.frame.kind in ("bit_width", "parameters", "resource"):
        return None
    s = linker.s
    best, distance = None, 99
    for at, word in enumerate(s.words):
        if "shot" not in word or not ((word.endswith("shot") and len(word) > 4 and word[0].isalnum()) or (word == "shot" and at > 0)):
            continue
        name = word if word != "shot" else s.words[at - 1] + "-shot"
        gap = abs(at - item.place)
        if at > item.place and any(
            item.place < other.place < at for other in linker.items if other.frame.kind in MEASURED and other.place not in item.number.members
        ):
            gap += 15
        if gap < distance:
            best, distance = name, gap
    if best in _RARE and distance > 8:
        return None
    return best
