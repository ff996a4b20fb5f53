"""Settings and qualifiers of a number: `zero-shot`, `up to`, `on average`."""

from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.reading import MEASURED, Linker
from leaderboard.extraction.sentence import Sentence

_ORDER = ("up to", "at least", "over", "under", "average", "median", "about")
_AVERAGES = {
    "average": "average",
    "averaged": "average",
    "averages": "average",
    "averaging": "average",
    "mean": "average",
    "median": "median",
}
_RARE = one_of("one-shot single-shot full-shot multi-shot many-shot many-shots")


def qualifier_of(s: Sentence, item: Item) -> str | None:
    """Return what qualifies a number, by its edges and the words of its phrase."""
    found = next((q for q in _ORDER if q in item.number.qualifiers), None)
    if found is None and item.frame.kind not in ("bit_width", "parameters"):
        return averaged(s, item)
    return found


def averaged(s: Sentence, item: Item) -> str | None:
    """Return `average` or `median` where the words of a number's phrase say so: `an average score of`, `by 5% on average`."""
    number = item.number
    for at in range(max(0, number.left - 5), number.left):
        word = s.words[at]
        if word in _AVERAGES and not any(s.tags[k] == "Q" for k in range(at, item.place)):
            if s.word(at - 1) in ("on", "weighted"):
                return "average" if s.word(at - 1) == "on" else None
            hit = s.hits.get(at)
            if (
                hit is not None
                and hit.kind == "metric"
                and s.hits.get(at + 1) is hit
                and not hit.name.lower().startswith(word)
                and s.span(at + 1, s.np_last[at] if s.np_last[at] > 0 else at + 1).lower() != hit.name.lower()
            ):
                return None  # the mean of a mean absolute error
            return _AVERAGES[word] if s.tag(at + 1) in "NEAGTRx" else None
    if s.word(0) == "averaged" and s.word(1) in ("over", "across") and "," in s.words[2 : item.place]:
        return "average"
    if s.word(number.left) in ("averages", "averaging", "averaged"):
        return "average"
    for at in range(number.right, min(s.size, number.right + 6)):
        if s.tags[at] == "Q":
            break
        if s.words[at] == "average" and (
            s.word(at - 1) == "on" or (item.frame.kind in ("change", "ratio") and at <= number.right + 1)
        ):
            return "average"
        if s.words[at] == "averaged" and s.word(at + 1) in ("across", "over"):
            return "average"
    return None


def setting_of(linker: Linker, item: Item) -> str | None:
    """Return how many shots a number was measured with, where its sentence says so."""
    if item.frame.kind in ("bit_width", "parameters", "resource"):
        return None
    s = linker.s
    best, distance = None, 99
    for at, word in enumerate(s.words):
        if "shot" not in word or not (
            (word.endswith("shot") and len(word) > 4 and word[0].isalnum()) or (word == "shot" and at > 0)
        ):
            continue
        name = word if word != "shot" else s.words[at - 1] + "-shot"
        gap = abs(at - item.place)
        if at > item.place and any(
            item.place < other.place < at
            for other in linker.items
            if other.frame.kind in MEASURED and other.place not in item.number.members
        ):
            gap += 15
        if gap < distance:
            best, distance = name, gap
    if best in _RARE and distance > 8:
        return None
    return best
