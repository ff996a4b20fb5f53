"""What the constructions of a difference share: implied measures, the basis, what names a system or a benchmark."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Measure, Number
from leaderboard.extraction.frames.measures import is_measure, is_what_falls, measure_after, measure_of
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name
from leaderboard.model import Basis

_LOWER = frozenset(("cost", "size", "vulnerability", "complexity", "toxicity"))


SPEEDS = one_of("speed speeds throughput rate time times convergence latency runtime tokens/s")


_QUALITY_ENDS = ("ness", "ity", "ance", "ence", "cy", "age", "ure", "ability")


def basis_at(s: Sentence, *places: int) -> Basis | None:
    """Return `absolute` or `relative` where one of the places says so."""
    for place in places:
        word = s.word(place)
        if word in ("absolute", "absolutely"):
            return "absolute"
        if word in ("relative", "relatively"):
            return "relative"
    return None


def implied_measure(name: str, at: int, lower: bool | None = None) -> Measure:
    """Return a measure that a comparative or verb implies rather than names."""
    head = name.split()[-1]
    return Measure(name, at, at + 1, head in _LOWER if lower is None else lower, True)


def change_noun(s: Sentence, first: int, last: int) -> int:
    """Return the place of the last noun of change in a span, or -1."""
    for at in range(last - 1, first - 1, -1):
        if s.flags[at] & lx.NOUN_CHANGE and s.tags[at] not in "VGM" and at not in s.numbers:
            return at
    return -1


def speed_measure(s: Sentence, measure: Measure | None, noun: int) -> Measure:
    """Return the measure of a speed-up: `decoding speed`, `throughput`, or plain `speed`."""
    if measure is None:
        return implied_measure("speed", noun)
    tail = measure.name.split()[-1].lower()
    if tail in SPEEDS or tail in ("speedup", "efficiency"):
        return measure
    if len(measure.name.split()) <= 2 and not s.kind_at(measure.last - 1):
        return measure._replace(name=measure.name + " speed", lower=False)
    return implied_measure("speed", noun)


def is_capital_measure(s: Sentence, measure: Measure) -> bool:
    """Tell whether a phrase after `in` is a measure by its capitals: `in Local Distortion`, `in mnCER`."""
    for at in range(measure.first, measure.last):
        if s.kind_at(at) in ("benchmark", "model") or is_model_name(s.raw[at]):
            return is_what_falls(s, measure.first - 1, at)
    head, flags = s.raw[measure.last - 1], s.flags[measure.last - 1]
    if flags & (lx.DATASET_WORD | lx.NAME_STOP | lx.COUNTABLE | lx.COMPARED_NOUN):
        return False
    if any(c.isupper() for c in head[1:]) and not head.endswith("s"):
        return True
    return measure.last - measure.first > 1 and all(
        s.raw[at][:1].isupper() for at in range(measure.first, measure.last)
    )


def is_benchmark_phrase(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a phrase is the name of a benchmark and nothing else: `MBPP-plus`, but not `MMLU accuracy`."""
    return last > first and s.kind_at(last - 1) == "benchmark"


def names_system(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a phrase names systems rather than a measure: a model, `previous methods`."""
    if last <= first:
        return False
    if s.flags[last - 1] & lx.COMPARED_NOUN or s.flags[first] & lx.OTHERS:
        return not is_measure(s, first, last)
    return s.kind_at(last - 1) == "model"


def hit_span(s: Sentence, place: int) -> tuple[int, int]:
    """Return the span of the name of the taxonomy that covers a place."""
    for first, last, _ in s.spans:
        if first <= place < last:
            return first, last
    return place, place + 1


def named_after(s: Sentence, n: Number) -> Measure | None:
    """Return the measure named right behind a number: `3.1% in ROUGE-L`, `4.9 BLEU`, `30% on average in F1`."""
    right = n.own_right
    first, last = s.after(right)
    if first == right and first < last and is_measure(s, first, last):
        return measure_of(s, first, last)
    for ahead in range(right, min(right + 3, s.size)):
        word = s.words[ahead]
        if word in ("in", "for", "on") or (word == "of" and ahead == right and n.quantity.unit == "%"):
            found = measure_after(s, ahead + 1)
            if found is None:
                first, last = s.after(ahead + 1)
                if first < last and s.words[last - 1] in ("score", "scores"):
                    return Measure("score", last - 1, last)
                return None
            if found.known or (
                word == "in"
                and not s.flags[found.last - 1] & lx.DATASET_WORD
                and s.kind_at(found.last - 1) == ""
                and (is_capital_measure(s, found) or s.words[found.last - 1].endswith(_QUALITY_ENDS))
            ):
                return found
            return None
        if s.tags[ahead] in ",.;():VG" or s.tags[ahead] == "Q":
            return None
    return None
