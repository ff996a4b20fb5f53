"""Differences by a comparative: `14.9% higher accuracy`, `5.8 lower than`, `27.4% more robust`, `3x faster inference`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.words import SPEEDS, basis_at, implied_measure
from leaderboard.extraction.frames.frame import Frame, Measure, Number, moves
from leaderboard.extraction.frames.measures import full_after, is_measure, measure_after, measure_of, subject
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name

# a comparative of a quality names the quality: "27% more robust"
_QUALITIES = {
    "robust": "robustness", "efficient": "efficiency", "accurate": "accuracy", "costly": "cost", "expensive": "cost", "likely": "likelihood",
    "stable": "stability", "reliable": "reliability", "compact": "size", "parameter-efficient": "parameter efficiency",
    "data-efficient": "data efficiency", "sample-efficient": "sample efficiency", "energy-efficient": "energy efficiency",
    "memory-efficient": "memory efficiency", "cost-effective": "cost effectiveness", "diverse": "diversity", "consistent": "consistency",
    "precise": "precision", "effective": "effectiveness", "productive": "productivity", "cost-efficient": "cost efficiency",
    "compute-efficient": "compute efficiency", "vulnerable": "vulnerability", "faithful": "faithfulness", "accurately": "accuracy",
    "efficiently": "efficiency", "frequently": "frequency", "complex": "complexity", "toxic": "toxicity", "often": "frequency",
}  # fmt: skip


def comparative(s: Sentence, n: Number) -> Frame | None:
    """Read `14.9% higher reasoning accuracy`, `5.8 lower than`, `27.4% more robust`, `3x faster inference`."""
    at = n.right
    while s.tag(at) in "RA" and not s.flag(at) & lx.COMPARATIVE and at - n.right < 3:
        at += 1
    if s.word(at) in ("points", "point", "percent", "relative", "absolute"):
        at += 1
    if s.word(at) == "or" and s.flag(at + 1) & lx.COMPARATIVE:
        at += 1
    flags = s.flag(at)
    if not flags & lx.COMPARATIVE:
        if s.word(at) in ("above", "below", "behind", "ahead") and s.tag(at + 1) not in "Q":
            up = s.word(at) in ("above", "ahead")
            return Frame("change", "change.above", direction="up" if up else "down", close=at + 1)
        return None
    if (
        n.bare
        and not n.decimal
        and not n.quantity.sign
        and s.words[at] in ("more", "fewer", "less", "further")
        and s.flag(s.after(at + 1)[1] - 1) & (lx.COUNTABLE | lx.DATASET_WORD)
    ):
        return None  # "10 more domains"
    measure, flags = compared_measure(s, at, flags)
    if measure is None and s.words[at] in ("more", "less", "fewer"):
        measure = _counted_before(s, n)
    frame = Frame(
        "change", "change.comparative", measure, settled=measure is not None, flags=flags, close=at + 1
    )
    frame.direction = moves(flags, measure.lower if measure else False)
    if flags & (lx.COMP_SPEED | lx.COMP_SLOW) and measure and measure.lower:
        frame.direction = "down" if flags & lx.COMP_SPEED else "up"
    frame.basis = basis_at(s, *range(max(0, n.place - 2), n.place), *range(n.right, at))
    return frame


def compared_measure(s: Sentence, at: int, flags: int) -> tuple[Measure | None, int]:
    """Return the measure that a comparative at a place speaks of, and its flags."""
    word, nxt = s.words[at], s.word(at + 1)
    first, last = full_after(s, at + 1)
    follows = first < last and first - at <= 2 and nxt not in ("than", "and")
    if flags & (lx.COMP_SPEED | lx.COMP_SLOW):
        if nxt == "in" and s.word(at + 2) == "terms":
            measure = measure_after(s, at + 2)
            if measure is not None:
                return measure, flags
        if not follows and nxt in ("in", "at", "on", "for") and (inner := s.after(at + 2))[0] < inner[1]:
            measure = measure_of(s, *inner)
            if (
                measure
                and s.tag(at + 2) != "G"
                and s.raw[inner[1] - 1].islower()
                and not s.flags[inner[1] - 1] & lx.DATASET_WORD
                and nxt in ("in", "at")
            ):
                return (
                    measure
                    if measure.name.split()[-1] in SPEEDS or s.kind_at(inner[1] - 1) == "metric"
                    else measure._replace(name=measure.name + " speed", lower=False)
                ), flags
        if follows:
            measure = measure_of(s, first, last)
            if measure is None:
                return implied_measure("speed", at), flags
            if measure.name.split()[-1].lower() in SPEEDS:
                return measure, flags
            if len(measure.name.split()) <= 3:
                return measure._replace(name=measure.name + " speed", lower=False), flags
        return implied_measure("speed", at), flags
    if flags & (lx.COMP_COST | lx.COMP_COSTLY):
        measure = measure_of(s, first, last) if follows else None
        if measure is None:
            return implied_measure("cost", at, True), flags
        name = measure.name
        if len(name.split()) == 1 and name.endswith("ing"):
            name += " cost"
        return measure._replace(name=name, lower=True), flags
    if word in ("more", "less") and s.word(at + 2) in ("efficient", "effective") and s.tag(at + 1) in "NEA":
        return implied_measure(f"{s.raw[at + 1]} {_QUALITIES[s.word(at + 2)]}", at, False), flags
    if word in ("more", "less") and nxt in _QUALITIES:
        return implied_measure(_QUALITIES[nxt], at), flags
    if (
        follows
        and word in ("smaller", "larger", "bigger", "lighter")
        and (
            s.words[last - 1] in ("model", "models", "network", "networks", "architecture")
            or s.kind_at(last - 1) == "model"
            or is_model_name(s.raw[first])
        )
    ):
        return implied_measure("model size", at, False), flags
    measure = measure_of(s, first, last) if follows else None
    if measure is None:
        if follows and s.flags[last - 1] & lx.NOUN_SPEED:
            return implied_measure("speedup", at), flags
        if not follows and word in ("larger", "smaller"):
            said = _abstract_before(s, at)
            if said is not None:
                return said, flags
        if not follows and word in _PLAIN:
            subject_measure = _subject_before(s, at)
            if subject_measure is not None:
                return subject_measure, flags
        if word in ("smaller", "larger", "bigger", "lighter") and not follows:
            return implied_measure("size", at, False), flags
        if word in ("shorter", "longer") and not follows:
            return implied_measure("length", at, False), flags
        if word in ("better", "worse") and follows and s.words[last - 1] == "performance":
            return None, flags
        return None, flags
    return measure, flags


def _counted_before(s: Sentence, n: Number) -> Measure | None:
    """Return what the number before counts: `requires 0.99M parameters, 25% fewer than`."""
    for at in range(n.place - 1, max(-1, n.place - 8), -1):
        before = s.numbers.get(at)
        if before is not None and before.unit in ("parameters", "tokens"):
            return Measure(before.unit, at, at + 1, True)
    return None


_PLAIN = one_of("smaller larger bigger longer shorter higher lower greater less more")


def _abstract_before(s: Sentence, at: int) -> Measure | None:
    """Return the lone noun that is said to be larger: `this inflation is 2.5 times larger`; systems have a size."""
    for verb in range(at - 1, max(-1, at - 6), -1):
        if s.tags[verb] == "B":
            first, last = subject(s, verb)
            abstract = last - first == 1 and s.words[first].endswith(
                ("ion", "ence", "ance", "ity", "gap", "effect", "error")
            )
            return measure_of(s, first, last) if abstract else None
    return None


def _subject_before(s: Sentence, at: int) -> Measure | None:
    """Return the measure that a comparative is said of: `the training time remains an order of magnitude larger`."""
    for verb in range(at - 1, max(-1, at - 9), -1):
        if s.tags[verb] in "VB":
            first, last = subject(s, verb)
            return measure_of(s, first, last) if is_measure(s, first, last) else None
        if s.tags[verb] in ",;":
            return None
    return None
