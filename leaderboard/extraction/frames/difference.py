"""Differences: `improves accuracy by 5.1%`, `a 16% reduction in length`, `14.9% higher`, `gains of 7%`, `+3.2`, `3x faster`.

Each function reads one construction and takes measure, direction and what the number is against from its own words;
the rest is linked later. They serve changes (`5%`, `3 points`) and ratios (`3x`) alike: the caller says which.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Measure, Number, moves
from leaderboard.extraction.frames.measures import (
    full_after,
    is_measure,
    measure_after,
    measure_of,
    subject,
)
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_acronym, is_model_name, is_shaped
from leaderboard.model import Basis

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
_LOWER = frozenset(("cost", "size", "vulnerability", "complexity", "toxicity"))
_SPEEDS = frozenset(
    ("speed", "speeds", "throughput", "rate", "time", "times", "convergence", "latency", "runtime", "tokens/s")
)
_LEADING = frozenset(("leads", "leading", "led", "lead"))
_NOT_GOVERNING = frozenset(
    ("top", "best", "scale", "scales", "scaled", "lead", "test", "drop-off", "reduced", "improved", "increased", "better", "given", "setting", "lower", "upgrade", "speed",
     "compression", "gap", "growth", "variance", "deviation", "variation", "sacrificing")
)  # fmt: skip
_CONDITIONS = frozenset(("regime", "regimes", "setting", "settings", "scenario", "scenarios", "condition", "conditions", "case", "cases", "environments", "evaluation", "evaluations", "tests", "transfer", "mode", "tasks", "task", "languages", "domains"))  # fmt: skip
_QUALITY_ENDS = ("ness", "ity", "ance", "ence", "cy", "age", "ure", "ability")
_OPTIMALITY = frozenset(("optimality", "duality", "integrality", "mip", "generalization", "performance"))


def basis_at(s: Sentence, *places: int) -> Basis | None:
    """Return `absolute` or `relative` where one of the places says so."""
    for place in places:
        word = s.word(place)
        if word in ("absolute", "absolutely"):
            return "absolute"
        if word in ("relative", "relatively"):
            return "relative"
    return None


def _named(name: str, at: int, lower: bool | None = None) -> Measure:
    """Return a measure that a comparative or verb implies rather than names."""
    head = name.split()[-1]
    return Measure(name, at, at + 1, head in _LOWER if lower is None else lower, True)


def _change_noun(s: Sentence, first: int, last: int) -> int:
    """Return the place of the last noun of change in a span, or -1."""
    for at in range(last - 1, first - 1, -1):
        if s.flags[at] & lx.NOUN_CHANGE and s.tags[at] not in "VGM" and at not in s.numbers:
            return at
    return -1


def noun_after(s: Sentence, n: Number) -> Frame | None:
    """Read `16.1% reduction in prompt length`, `89% end-to-end throughput improvement`, `2x speedup`, `3% drop`."""
    right = n.right
    if s.tag(right) == ")" and s.partner.get(right, -2) == n.own_left and s.tag(n.own_left - 1) in "DA":
        right += 1  # "a negligible (about 0.4%) quality drop"
    elif s.tag(right) == ")" and s.partner.get(right, -2) == n.own_left and s.tag(n.own_left - 1) == "Q":
        right += 1  # "1.2x (up to 1.5x) speed-up"
    elif s.tag(right) == "(" and right in s.partner and s.tag(s.partner[right] - 1) == "Q" and s.partner[right] - right < 6:
        right = s.partner[right] + 1
    if s.word(right) == "-" and s.tag(right + 1) == "N":
        right += 1  # "a 20%-improvement"
    if s.tag(right) == ")" or s.tag(right) in ",;":
        return None
    if s.word(right) == "speed" and s.word(right + 1) in ("up", "ups"):
        measure = measure_after(s, right + 3) if s.word(right + 2) in ("in", "of", "for") else None
        return Frame("change", "change.noun_after", _of_speed(s, measure, right), settled=True, direction="up", flags=lx.NOUN_SPEED, close=right + 2)
    first, last = s.after(right)
    if s.word(right) == "of" and s.after(right + 1) == (right + 1, right + 2) and s.flag(right + 1) & lx.NOUN_CHANGE and s.word(right + 2) not in ("of",):
        first, last = right + 1, right + 2  # "5.5% of improvement"
    if first == last:
        return None
    noun = _change_noun(s, first, last)
    row: tuple[int, int] | None = None
    at = last
    hops = 0
    while noun < 0 and hops < 2 and at < s.size:  # "accuracy and F1 improvement", "reward (R) gain"
        if s.tags[at] == "(" and at in s.partner and not any(k in s.numbers for k in range(at, s.partner[at])):
            at = s.partner[at] + 1
        elif s.tags[at] in "C/" or s.words[at] == "/":
            at += 1
        else:
            break
        second, end = s.after(at)
        if second != at or second == end:
            break
        noun = _change_noun(s, second, end)
        row = (first, noun)
        at = end
        hops += 1
    if noun < 0 and s.word(last) == "and" and s.tag(last + 1) == "Q" and s.numbers[last + 1].dimension == n.quantity.dimension:
        second, end = s.after(last + 2)  # "4.4x self-attention and 1.5x end-to-end speedups"
        noun = _change_noun(s, second, end) if second == last + 2 < end else -1
        row = (first, last)
    if noun < 0:
        return None
    word = s.words[noun]
    if word in ("gap", "gaps") and (noun > first and s.words[noun - 1] in _OPTIMALITY - {"performance"}):
        return None
    following = s.word(noun + 1)
    measure = measure_of(s, *(row or (first, noun)))
    flags = s.flags[noun] & lx.NOUN_CHANGE
    if word in ("overhead", "overheads"):
        if n.quantity.unit != "%":
            return None
        measure = Measure(s.span(first, noun + 1), first, noun + 1, True)
        return Frame("change", "change.overhead", measure, settled=True, direction="up", close=noun + 1)
    if word in ("loss", "losses", "variance", "deviation", "variation") and measure is None and n.bare:
        return None
    if word == "compression" and n.bare:
        return None
    if following in ("in", "of", "on", "for", "to") and (measure is None or flags & lx.NOUN_SPEED or not measure.known):
        found = measure_after(s, noun + 2)
        if found is not None and (
            (
                following in ("of", "in")
                and s.words[found.last - 1] not in _CONDITIONS
                and s.raw[found.last - 1].islower()
                and not s.flags[found.last - 1] & lx.DATASET_WORD
            )
            or found.known
            or (following == "in" and _is_measure_name(s, found))
        ):
            if measure is None or (found.known and not flags & lx.NOUN_SPEED):
                measure = found
    if measure is None and s.tag(n.own_left) == "(":
        named = s.before(n.own_left)
        if named[0] < named[1] and is_measure(s, *named) and not s.flags[named[1] - 1] & lx.NOUN_CHANGE:
            measure = measure_of(s, *named)  # "token efficiency (1.47x improvement)"
    if measure is None and word == "compression":
        measure = _named("compression", noun, False)
        flags = lx.NOUN_UP
    if flags & lx.NOUN_SPEED:
        measure = _of_speed(s, measure, noun)
    direction = moves(flags, measure.lower if measure else False)
    if flags & lx.NOUN_UP and flags & lx.NOUN_IMPROVE:
        direction = moves(lx.NOUN_IMPROVE, measure.lower if measure else False)
    if flags & lx.NOUN_SPEED:
        direction = None if measure and measure.lower else "up"
    if word in ("margin", "margins"):
        direction = "up"
    frame = Frame("change", "change.noun_after", measure, settled=measure is not None, direction=direction, flags=flags)
    frame.basis = basis_at(s, *range(max(0, n.place - 3), n.place), *range(right, noun))
    frame.close = noun + 1
    return frame


def _of_speed(s: Sentence, measure: Measure | None, noun: int) -> Measure:
    """Return the measure of a speed-up: `decoding speed`, `throughput`, or plain `speed`."""
    if measure is None:
        return _named("speed", noun)
    tail = measure.name.split()[-1].lower()
    if tail in _SPEEDS or tail == "speedup":
        return measure
    if len(measure.name.split()) <= 2 and not s.kind_at(measure.last - 1):
        return measure._replace(name=measure.name + " speed", lower=False)
    return _named("speed", noun)


def _is_measure_name(s: Sentence, measure: Measure) -> bool:
    """Tell whether a phrase after `in` is a measure by its capitals: `in Local Distortion`, `in mnCER`."""
    for at in range(measure.first, measure.last):
        if s.kind_at(at) in ("benchmark", "model") or is_model_name(s.raw[at]):
            return False
    head, flags = s.raw[measure.last - 1], s.flags[measure.last - 1]
    if flags & (lx.DATASET_WORD | lx.NAME_STOP | lx.COUNTABLE | lx.COMPARED_NOUN):
        return False
    if any(c.isupper() for c in head[1:]) and not head.endswith("s"):
        return True
    return measure.last - measure.first > 1 and all(s.raw[at][:1].isupper() for at in range(measure.first, measure.last))


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
    if n.bare and not n.decimal and not n.quantity.sign and s.words[at] in ("more", "fewer", "less", "further") and s.flag(s.after(at + 1)[1] - 1) & (lx.COUNTABLE | lx.DATASET_WORD):
        return None  # "10 more domains"
    measure, flags = _compared(s, at, flags)
    if measure is None and s.words[at] in ("more", "less", "fewer"):
        measure = _counted_before(s, n)
    frame = Frame("change", "change.comparative", measure, settled=measure is not None, flags=flags, close=at + 1)
    frame.direction = moves(flags, measure.lower if measure else False)
    if flags & (lx.COMP_SPEED | lx.COMP_SLOW) and measure and measure.lower:
        frame.direction = "down" if flags & lx.COMP_SPEED else "up"
    frame.basis = basis_at(s, *range(max(0, n.place - 2), n.place), *range(n.right, at))
    return frame


def _compared(s: Sentence, at: int, flags: int) -> tuple[Measure | None, int]:
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
            if measure and s.tag(at + 2) != "G" and s.raw[inner[1] - 1].islower() and not s.flags[inner[1] - 1] & lx.DATASET_WORD and nxt in ("in", "at"):
                return (measure if measure.name.split()[-1] in _SPEEDS or s.kind_at(inner[1] - 1) == "metric" else measure._replace(name=measure.name + " speed", lower=False)), flags
        if follows:
            measure = measure_of(s, first, last)
            if measure is None:
                return _named("speed", at), flags
            if measure.name.split()[-1].lower() in _SPEEDS:
                return measure, flags
            if len(measure.name.split()) <= 3:
                return measure._replace(name=measure.name + " speed", lower=False), flags
        return _named("speed", at), flags
    if flags & (lx.COMP_COST | lx.COMP_COSTLY):
        measure = measure_of(s, first, last) if follows else None
        if measure is None:
            return _named("cost", at, True), flags
        name = measure.name
        if len(name.split()) == 1 and name.endswith("ing"):
            name += " cost"
        return measure._replace(name=name, lower=True), flags
    if word in ("more", "less") and s.word(at + 2) in ("efficient", "effective") and s.tag(at + 1) in "NEA":
        return _named(f"{s.raw[at + 1]} {_QUALITIES[s.word(at + 2)]}", at, False), flags
    if word in ("more", "less") and nxt in _QUALITIES:
        return _named(_QUALITIES[nxt], at), flags
    if follows and word in ("smaller", "larger", "bigger", "lighter") and (
        s.words[last - 1] in ("model", "models", "network", "networks", "architecture") or s.kind_at(last - 1) == "model" or is_model_name(s.raw[first])
    ):
        return _named("model size", at, False), flags
    measure = measure_of(s, first, last) if follows else None
    if measure is None:
        if follows and s.flags[last - 1] & lx.NOUN_SPEED:
            return _named("speedup", at), flags
        if not follows and word in _PLAIN:
            subject_measure = _subject_before(s, at)
            if subject_measure is not None:
                return subject_measure, flags
        if word in ("smaller", "larger", "bigger", "lighter") and not follows:
            return _named("size", at, False), flags
        if word in ("shorter", "longer") and not follows:
            return _named("length", at, False), flags
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


_PLAIN = frozenset(("smaller", "larger", "bigger", "longer", "shorter", "higher", "lower", "greater", "less", "more"))


def _subject_before(s: Sentence, at: int) -> Measure | None:
    """Return the measure that a comparative is said of: `the training time remains an order of magnitude larger`."""
    for verb in range(at - 1, max(-1, at - 9), -1):
        if s.tags[verb] in "VB":
            first, last = subject(s, verb)
            return measure_of(s, first, last) if is_measure(s, first, last) else None
        if s.tags[verb] in ",;":
            return None
    return None


def _governor(s: Sentence, left: int) -> int:
    """Return the place of the verb or noun of change that governs a `by` at `left`, or -1."""
    at, steps = left - 1, 0
    while at >= 0 and steps < 32:
        flags, tag, word = s.flags[at], s.tags[at], s.words[at]
        if tag == ")" and at in s.partner:
            at = s.partner[at] - 1
            continue
        if word in _LEADING and tag in "VG" and s.word(at + 1) not in ("to", "us"):
            return at
        if flags & (lx.VERB_CHANGE | lx.VERB_COMPARE | lx.VERB_DIFF) and tag in "VGT":
            return at
        if (
            flags & (lx.VERB_CHANGE | lx.VERB_COMPARE)
            and tag == "A"
            and word not in _NOT_GOVERNING
            and s.tag(at - 1) not in "DP"
        ):
            return at
        if flags & lx.COMPARATIVE and tag == "M" and all(s.tags[k] in "R(" for k in range(at + 1, left)):
            return at
        if flags & lx.NOUN_CHANGE and tag in "N" and (at == left - 1 or s.word(at + 1) in ("in", "of", "over", "on")):
            if word not in _NOT_GOVERNING or at == left - 1:
                return at
        if word == ";":
            return -1
        at -= 1
        steps += 1
    return -1


def by(s: Sentence, n: Number) -> Frame | None:
    """Read `improves accuracy by 5.1%`, `outperforms BERT by 3 points`, `perplexity decreases by 7.5%`."""
    left = n.left
    if s.word(left) != "by":
        return None
    verb = _governor(s, left)
    if verb < 0 and left == 0:  # "By 2.2%, our submission beat the baseline"
        verb = next((at for at in range(n.right, s.size) if s.flags[at] & (lx.VERB_CHANGE | lx.VERB_COMPARE) and s.tags[at] in "VT"), -1)
    if verb < 0:
        return None
    flags, tag = s.flags[verb], s.tags[verb]
    frame = Frame("change", "change.by", verb=verb)
    frame.basis = basis_at(s, *range(left + 1, n.place), n.place + 1, n.place + 2)
    first, last = s.before(left)
    opened = first
    while opened > 0 and s.tags[opened - 1] in "DR":
        opened -= 1
    chained = (
        first < last and s.tag(opened - 1) in "C," and any(at in s.numbers and s.tags[at] == "Q" for at in range(verb, first))
    )
    if chained:
        frame.rule = "change.by_chained"
        measure = measure_of(s, first, last)
        if is_measure(s, first, last) or (
            measure and not flags & lx.VERB_COMPARE and not names_system(s, first, last) and not is_benchmark_phrase(s, first, last)
        ):
            frame.measure, frame.settled = measure, True
        elif is_benchmark_phrase(s, first, last):
            frame.benchmark = (first, last)
        elif measure and flags & lx.VERB_COMPARE:
            frame.baseline = (first, last)
        frame.flags = flags & lx.VERB_CHANGE or flags
        frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
        return frame
    after = s.after(n.right)
    if after[0] == n.right and n.quantity.dimension != "factor" and is_measure(s, *after):
        frame.measure, frame.settled = measure_of(s, *after), True  # "by 12.8% Recall@1"
    elif s.word(n.right) == "in" and n.place == n.members[-1]:
        named = measure_after(s, n.right + 1)  # "by 2.1 times in training time"
        if named is not None and named.known and not s.flags[named.last - 1] & lx.NOUN_CHANGE:
            frame.measure, frame.settled = named, True
    if (flags & lx.VERB_COMPARE or s.words[verb] in _LEADING) and tag in "VGT":
        frame.rule, frame.direction = "change.compare_by", "up"
        if first < last and first > verb + 2 and s.word(opened - 1) in ("e.g", ".", ",", "as", "like", "including") and any(
            s.words[k] in ("e.g", "as", "like", "including") for k in range(max(verb, opened - 4), opened)
        ):
            frame.baseline = (first, last)  # "outperforms larger models, e.g. FooNet by 4%"
        obj = s.after(verb + 1)
        if obj[0] < obj[1] and s.word(obj[1]) == "of" and is_measure(s, *obj) and frame.measure is None:
            frame.measure, frame.settled = measure_of(s, *obj), True
        if s.words[verb].startswith("exceed") and frame.measure is None and obj[0] < obj[1] and is_measure(s, *obj):
            frame.measure, frame.settled = measure_of(s, *obj), True
        if frame.measure is not None and frame.measure.lower:
            frame.direction = "down" if not s.words[verb].startswith("exceed") else "up"
        return frame
    if tag == "M":
        frame.rule, frame.flags = "change.comparative_by", flags & lx.COMPARATIVE
        if flags & (lx.COMP_SPEED | lx.COMP_SLOW | lx.COMP_COST | lx.COMP_COSTLY) and frame.measure is None:
            frame.measure, frame.flags = _compared(s, verb, flags)
            frame.settled = True
        frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
        return frame
    if flags & lx.NOUN_CHANGE and tag == "N":
        measure = frame.measure or measure_of(s, s.np_first[verb], verb)
        if measure is None and s.word(verb + 1) in ("in", "of"):
            measure = measure_after(s, verb + 2)
        frame.rule, frame.measure, frame.settled = "change.noun_by", measure, measure is not None
        frame.flags = flags & lx.NOUN_CHANGE
        frame.direction = moves(frame.flags, measure.lower if measure else False)
        return frame
    if frame.measure is None:
        take_object(s, frame, verb, left)
    else:
        other = Frame("change", "")
        take_object(s, other, verb, left)
        frame.baseline, frame.benchmark = other.baseline, other.benchmark
    frame.flags = flags & (lx.VERB_CHANGE | lx.VERB_COMPARE) or flags & lx.VERB_DIFF
    frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
    if frame.direction is None and n.quantity.sign in ("+", "-"):
        frame.direction = "up" if n.quantity.sign == "+" else "down"
    return frame


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


def take_object(s: Sentence, frame: Frame, verb: int, end: int) -> None:
    """Fill measure, baseline or benchmark from what a verb of change acts on, its object or its subject."""
    passive = s.tags[verb] == "T" and (s.tag(verb - 1) == "B" or s.tag(verb - 2) == "B" and s.tag(verb - 1) == "R")
    at = verb + 1
    if s.word(at) in ("upon", "over", "on"):
        return  # "improves over X by": what follows is the baseline
    while s.tag(at) in "R" or (s.word(at) == "up" and s.flags[verb] & lx.VERB_FASTER):
        at += 1
    if s.tag(at) == "(" and s.partner.get(at, -1) > end:
        at, end = s.partner[at] + 1, s.size  # "improves (by 7.5%) the accuracy"
    first, last = s.after(at)
    if first >= end or first == last or passive or (s.tag(at) in "PoK"):
        if s.word(at) == "in" and not passive:  # "improves in accuracy by"
            measure = measure_after(s, at + 1)
            if measure is not None and measure.known:
                frame.measure, frame.settled = measure, True
                return
        first, last = subject(s, verb)
        if s.tag(verb - 1) == "W" or first == last:
            return
        measure = measure_of(s, first, last)
        if measure and not names_system(s, first, last) and s.kind_at(last - 1) not in ("model", "benchmark"):
            if measure.known or (s.raw[last - 1].islower() and not s.flags[last - 1] & lx.COMPARED_NOUN):
                frame.measure, frame.settled = measure, True
        return
    last = min(last, end)
    kind = s.kind_at(last - 1)
    down = bool(s.flags[verb] & lx.VERB_DOWN)
    if kind == "benchmark" and not is_measure(s, first, last):
        frame.benchmark, frame.settled = (hit_span(s, last - 1) if not down else None), True
        if down:
            frame.benchmark = hit_span(s, last - 1)
        return
    if down and not names_system(s, first, last) and kind != "model":
        span = full_after(s, at)
        frame.measure, frame.settled = measure_of(s, span[0], min(span[1], end)), True
        return
    owned = next((k for k in range(first, last) if s.tags[k] == "s"), -1)
    if owned > first and (names_system(s, first, owned) or s.kind_at(owned - 1) == "model"):
        if owned - first > 1 or s.words[first] not in _UNNAMED:
            frame.baseline = (first, owned)
        frame.measure, frame.settled = measure_of(s, owned + 1, last), True
        return
    if s.flags[verb] & lx.VERB_FASTER and (names_system(s, first, last) or kind == "model"):
        frame.measure, frame.settled = _named("speed", verb), True  # "accelerates graph algorithms by 3x"
        return
    if names_system(s, first, last) or kind == "model":
        if is_measure(s, first, last):
            frame.measure, frame.settled = measure_of(s, first, last), True
            return
        if last - first > 1 or s.words[first] not in _UNNAMED:
            frame.baseline = (first, last)
        return
    span = full_after(s, at)
    measure = measure_of(s, span[0], min(span[1], end)) if span[0] < end else None
    if measure is None:
        frame.settled = s.words[last - 1] in ("performance", "performances", "results", "result")
        if s.word(last) in ("on", "in") and not frame.settled:
            inner = measure_after(s, last + 1)
            if inner and inner.known:
                frame.measure, frame.settled = inner, True
        return
    if not measure.known and is_shaped(s.raw[measure.last - 1]):
        frame.baseline = (first, last)
        return
    frame.measure, frame.settled = measure, True


_UNNAMED = frozenset(("model", "models", "system", "llm", "llms", "systems", "network", "method"))


def hit_span(s: Sentence, place: int) -> tuple[int, int]:
    """Return the span of the name of the taxonomy that covers a place."""
    for first, last, _ in s.spans:
        if first <= place < last:
            return first, last
    return place, place + 1


def of(s: Sentence, n: Number) -> Frame | None:
    """Read `gains of up to 7%`, `a reduction in latency of 30%`, `a gap of 3 points`, `improvement: 1.5 BLEU`."""
    left = n.left
    word = s.word(left)
    if word not in ("of", ":", "reaching", ",", "between", "in", "ranging", "up", "–", "within", "by"):
        if s.flag(left) & lx.NOUN_CHANGE and s.tag(left) == "N" and s.np_last[left] == left + 1:
            if any(s.words[at] in ("below", "above") for at in range(left + 1, n.place)) and s.flag(left) & (lx.NOUN_UP | lx.NOUN_DOWN):
                return None  # "a decline below 20%" is a level
            return _of_noun(s, n, left, left)
        if left < n.place - 1 and s.tag(left) in "NE" and not n.bare:  # "an increase in accuracy of the base model up to 20%"
            return _of_phrase(s, left + 1)
        return None
    if left < 1:
        return None
    end = left
    if word == "to" and s.word(left - 1) == "up":
        end = left - 1
    while s.tag(end - 1) == ")" and end - 1 in s.partner:
        end = s.partner[end - 1]
    if s.words[end - 1] in ("ranging", "range", "ranges", "of", "varying") and s.tag(end - 1) != "N":
        end -= 1
    noun = end - 1
    if noun < 0:
        return None
    if s.flags[noun] & lx.NOUN_CHANGE and s.tags[noun] in "NA":
        return _of_noun(s, n, noun, left)
    return _of_phrase(s, end) if word in ("of", ":") else None


def _of_phrase(s: Sentence, end: int) -> Frame | None:
    """Read `a reduction in latency of 30%`, `improvement in RL performance: 1.5`: the noun of change heads the phrase."""
    inner = end
    for _ in range(3):
        first, last = s.before(inner)
        if first == last:
            return None
        begin = first
        while begin > 0 and s.tags[begin - 1] in "DM":
            begin -= 1
        if begin < 2 or s.words[begin - 1] not in ("in", "of", "for", "on", "over", "to", "across"):
            return None
        head = s.before(begin - 1)
        if head[0] == head[1] or not s.flags[head[1] - 1] & lx.NOUN_CHANGE:
            inner = begin - 1
            continue
        flags = s.flags[head[1] - 1] & lx.NOUN_CHANGE
        measure = None
        if s.words[begin - 1] in ("in", "of"):
            span = full_after(s, begin)
            measure = measure_of(s, span[0], min(span[1], end)) if span[1] > span[0] else None
        measure = measure or measure_of(s, head[0], head[1] - 1)
        if measure is not None and is_benchmark_phrase(s, first, last) and not measure.known:
            measure = None
        if flags & lx.NOUN_SPEED:
            measure = _of_speed(s, measure, head[1] - 1)
        frame = Frame("change", "change.in_of", measure, settled=measure is not None, flags=flags)
        frame.direction = moves(flags, measure.lower if measure else False)
        frame.basis = basis_at(s, *range(max(0, head[0] - 3), head[1]))
        return frame
    return None


def _of_noun(s: Sentence, n: Number, noun: int, left: int) -> Frame | None:
    first = s.np_first[noun] if s.np_first[noun] >= 0 else noun
    word, flags = s.words[noun], s.flags[noun] & lx.NOUN_CHANGE
    if word in ("loss", "losses", "compression", "variance", "deviation", "variation") and n.bare and measure_of(s, first, noun) is None and named_after(s, n) is None:
        return None
    if word in ("gap", "gaps") and noun > first and s.words[noun - 1] in ("optimality", "duality", "mip", "integrality"):
        return None
    if word in ("overhead", "overheads"):
        if n.quantity.unit != "%":
            return None
        return Frame("change", "change.overhead", Measure(s.span(first, noun + 1), first, noun + 1, True), settled=True, direction="up")
    measure = measure_of(s, first, noun)
    frame = Frame("change", "change.of", measure, flags=flags)
    if measure is None or not measure.known:
        found = named_after(s, n) or (
            measure_after(s, noun + 2) if s.word(noun + 1) in ("in", "of", "to") and noun + 1 != left and noun + 1 < n.place else None
        )
        if found is not None and (measure is None or found.known):
            measure = found
    frame.measure, frame.settled = measure, measure is not None
    if flags & lx.NOUN_SPEED:
        frame.measure = _of_speed(s, measure, noun)
        frame.settled = True
    frame.direction = moves(flags, measure.lower if measure else False)
    if flags & lx.NOUN_SPEED:
        frame.direction = None if frame.measure and frame.measure.lower else "up"
    if word in ("margin", "margins"):
        frame.direction = "up"
    frame.basis = basis_at(s, *range(max(0, first - 3), noun), n.place + 1)
    return frame


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
                and (_is_measure_name(s, found) or s.words[found.last - 1].endswith(_QUALITY_ENDS))
            ):
                return found
            return None
        if s.tags[ahead] in ",.;():VG" or s.tags[ahead] == "Q":
            return None
    return None


def bracket(s: Sentence, n: Number) -> Frame | None:
    """Read a number in brackets behind what changed: `reductions in fine-tuning (65X)`, `drop in nDCG [1-2%]`."""
    left = n.left
    if s.tag(left) != "(" or left < 1 or s.tag(left - 1) in "Q)" or s.word(n.right) in ("vs", "vs.", "versus", "v.s"):
        return None
    plain = n.bare and not n.quantity.sign and not (n.decimal and s.flag(left - 1) & lx.NOUN_CHANGE)
    first, last = s.before(left)
    if first < last and s.kind_at(last - 1) == "benchmark" and not n.quantity.sign and n.quantity.dimension in ("percent", None):
        return None  # "AIME24 (76.7%)" is a level
    own = is_measure(s, first, last) and not s.flag(last - 1) & lx.NOUN_CHANGE
    ahead = s.after(n.right)
    if ahead[0] == n.right and ahead[0] < ahead[1]:
        if is_measure(s, *ahead) and not s.flags[ahead[1] - 1] & lx.NOUN_CHANGE and s.flag(last - 1) & lx.NOUN_CHANGE == 0:
            return None
    if plain and own:
        return None
    at, steps = left - 1, 0
    while at >= 0 and steps < 14 and s.words[at] not in (";", ":"):
        flags, tag = s.flags[at], s.tags[at]
        if tag == ")" and at in s.partner:
            steps += 1
            at = s.partner[at] - 1
            continue
        if tag in "Q)":
            return None
        changing = (flags & lx.NOUN_CHANGE and tag == "N") or (flags & lx.VERB_CHANGE and tag in "VGT")
        if flags & lx.COMPARATIVE and tag == "M" and not own and at >= first - 1:
            frame = Frame("change", "change.bracket_comparative", None, flags=flags)
            frame.measure, frame.flags = _compared(s, at, flags)
            frame.settled = frame.measure is not None
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        if changing and s.words[at] not in ("loss", "compression", "training", "scale"):
            frame = Frame("change", "change.bracket", flags=flags & (lx.NOUN_CHANGE if tag == "N" else lx.VERB_CHANGE))
            measure = measure_of(s, first, last)
            if tag == "N":
                inside = measure_after(s, at + 2) if s.word(at + 1) in ("in", "of") and at + 2 < left else None
                before = measure_of(s, s.np_first[at], at) if s.np_first[at] >= 0 else None
                if inside is not None:
                    measure = inside
                elif before is not None and not (measure and measure.known):
                    measure = before
            elif not own:
                span = s.after(at + 1)
                if span[0] < span[1] <= left:
                    measure = measure_of(s, *span)
                frame.settled = True
            if ahead[0] == n.right and ahead[0] < ahead[1] and is_measure(s, *ahead):
                measure = measure_of(s, *ahead)
            if frame.flags & lx.NOUN_SPEED:
                measure = _of_speed(s, measure, at)
            frame.measure, frame.settled = measure, measure is not None or frame.settled
            frame.direction = moves(frame.flags, measure.lower if measure else False)
            return frame
        at -= 1
        steps += 1
    return None


def verb(s: Sentence, n: Number) -> Frame | None:
    """Read `saving over 20% memory`, `drops 3 points`, `gains 2.1 BLEU`, `reducing around 50% of the cost`."""
    left = n.left
    flags = s.flag(left)
    if s.word(left) in ("costs", "costing", "cost") and s.tag(left) in "VG":
        first, last = s.after(n.right)
        named = first == n.right < last and (is_measure(s, first, last) or is_acronym(s.raw[last - 1]))
        measure = measure_of(s, first, last) if named else None
        if measure is None or measure.lower:
            return None  # "the approximation costs 0.2% accuracy", but not "costs 5% overhead"
        return Frame("change", "change.cost", measure, settled=True, direction="down", verb=left)
    if left < 0 or not flags & lx.VERB_CHANGE or s.tag(left) not in "VGTxe":
        return None
    if s.words[left] in ("double", "triple", "scale", "scales", "halve", "scaling", "expand", "expands", "expanding", "expanded", "compress", "trim"):
        return None
    if s.words[left] == "expand" or any(s.words[at] == "within" for at in range(left + 1, n.place)):
        return None
    at = n.right
    frame = Frame("change", "change.verb", verb=left, flags=flags & lx.VERB_CHANGE)
    measure = None
    if s.word(at) in ("of", "in"):
        measure = measure_after(s, at + 1)
        if measure is not None and s.word(at) == "of" and not flags & lx.VERB_DOWN and not measure.known:
            return None  # "expand 70% of phrases" is a share
    else:
        span = full_after(s, at)
        if span[0] == at and span[0] < span[1]:
            measure = measure_of(s, *span)
    if measure is None:
        span = subject(s, left)
        if is_measure(s, *span):
            measure = measure_of(s, *span)
    if flags & lx.VERB_FASTER:
        measure = _of_speed(s, measure, left)
    frame.measure, frame.settled = measure, measure is not None
    frame.direction = moves(frame.flags, measure.lower if measure else False)
    return frame


def signed(s: Sentence, n: Number) -> Frame | None:
    """Read `+5 on MMLU`, `(+7.3)`, `+2.1 F1`, `+BLEU 0.3`, `-3.2%` in brackets."""
    number = n.quantity
    sign = number.sign
    arrow = s.word(n.own_left) if s.word(n.own_left) in ("↑", "↓") else s.word(n.own_right) if s.word(n.own_right) in ("↑", "↓") else ""
    if arrow:
        at = n.own_left - 1 if s.word(n.own_left) == arrow else n.own_left
        measure = measure_of(s, *s.before(at if s.tag(at) == "(" else at + 1))
        return Frame("change", "change.arrow", measure, settled=measure is not None, direction="up" if arrow == "↑" else "down")
    if sign and number.text[len(sign) : len(sign) + 1] == " ":
        return None  # "2x + 1"
    if not sign and s.word(n.place - 2) == "+" and s.kind_at(n.place - 1) == "metric":
        measure = measure_of(s, n.place - 1, n.place)
        return Frame("change", "change.signed", measure, settled=True, direction="up")
    if sign not in ("+", "-"):
        return None
    if sign == "-" and (
        (number.unit is None and abs(number.value) <= 1)
        or s.word(n.place - 1) in ("of", "is", "=", "at", "from", "to", "between")
    ):
        return None
    measure = None
    first, last = s.after(n.right)
    if first == n.right and is_measure(s, first, last):
        measure = measure_of(s, first, last)
    elif s.word(n.right) == "in":
        measure = named_after(s, n)
        if measure is not None and not measure.known and not _is_measure_name(s, measure):
            measure = None
    elif s.kind_at(n.place - 1) == "metric" or (s.tag(n.left) == ":" and s.kind_at(n.left - 1) == "metric"):
        at = n.place if s.kind_at(n.place - 1) == "metric" else n.left
        measure = measure_of(s, *s.before(at))
    frame = Frame("change", "change.signed", measure, settled=measure is not None)
    frame.direction = "up" if sign == "+" else "down"
    frame.basis = basis_at(s, n.right, n.right + 1)
    return frame


def copula(s: Sentence, n: Number) -> Frame | None:
    """Read `the average improvement of FooNet is 7% over`, `its relative improvement over BERT was 8%`."""
    if s.tag(n.left) != "B" and s.word(n.left) not in ("reaches", "reached", "averages", "averaged", "reach"):
        return None
    first, last = subject(s, n.left)
    if first == last or not s.flags[last - 1] & lx.NOUN_CHANGE or s.words[last - 1] in ("loss", "losses", "variance", "deviation", "compression"):
        return None
    flags = s.flags[last - 1] & lx.NOUN_CHANGE
    measure = measure_of(s, first, last - 1)
    if s.word(last) in ("in", "of") and (measure is None or not measure.known):
        found = measure_after(s, last + 1)
        if found is not None and (found.known or measure is None and s.word(last) == "in"):
            measure = found
    if flags & lx.NOUN_SPEED:
        measure = _of_speed(s, measure, last - 1)
    frame = Frame("change", "change.copula", measure, settled=measure is not None, flags=flags)
    frame.direction = moves(flags, measure.lower if measure else False)
    frame.basis = basis_at(s, *range(first, last))
    return frame


def share_of_noun(s: Sentence, n: Number) -> Frame | None:
    """Read `50% of main memory and computing reductions`: the noun of change closes what `of` opens."""
    if s.word(n.right) != "of":
        return None
    at = n.right + 1
    while at < s.size and at - n.right < 9 and s.tags[at] in "DNEAC":
        if s.flags[at] & lx.NOUN_DOWN and s.tags[at] == "N" and s.tag(at + 1) not in "N":
            measure = measure_of(s, n.right + 1, at)
            frame = Frame("change", "change.share_noun", measure, settled=measure is not None, flags=lx.NOUN_DOWN)
            frame.direction = "down"
            return frame
        at += 1
    return None


def gap_to(s: Sentence, n: Number) -> Frame | None:
    """Read `narrowing the gap to GPT-4 to just 3.5%`, `accuracy within 2% of the baseline`: a difference that remains."""
    inside = any(s.words[at] == "within" for at in range(max(0, n.left), n.place))
    named = s.after(n.own_right)
    after_name = named[1] if named[0] == n.own_right < named[1] and is_measure(s, *named) else n.right
    if inside and (s.word(after_name) in ("of", "from", "margin", "and", ",")) and (not n.bare or n.decimal):
        frame = Frame("change", "change.within", None, strength=0.7)
        if after_name != n.right:
            frame.measure, frame.settled = measure_of(s, *named), True
            span = s.after(after_name + 1)
            if s.word(after_name) == "of" and span[0] < span[1]:
                frame.baseline = span
            return frame
        left = next(at for at in range(n.place - 1, -1, -1) if s.words[at] == "within")
        first, last = s.before(left)
        if first < last and is_measure(s, first, last):
            frame.measure, frame.settled = measure_of(s, first, last), True
        begin = n.right + 1
        span = s.after(begin)
        if span[0] < span[1]:
            frame.baseline = span
        return frame
    if s.word(n.left) != "to":
        return None
    for at in range(n.left - 1, max(-1, n.left - 14), -1):
        if at in s.numbers and s.tags[at] == "Q":
            return None
        if s.words[at] in ("gap", "gaps", "difference") or (
            s.flags[at] & (lx.NOUN_DOWN | lx.NOUN_WORSE)
            and s.tags[at] == "N"
            and s.words[at] not in ("loss", "losses", "compression")
            and any(s.words[k].startswith(("limit", "keep", "hold", "restrict", "bound", "constrain", "confin")) for k in range(max(0, at - 12), at))
        ):
            measure = measure_of(s, s.np_first[at], at) if 0 <= s.np_first[at] < at else None
            if measure is None and s.np_first[at] > 0 and s.tag(s.np_first[at] - 1) == ")":
                measure = measure_of(s, *s.before(s.np_first[at]))
            frame = Frame("change", "change.gap_to", measure, settled=measure is not None)
            if s.words[at] not in ("gap", "gaps", "difference"):
                frame.direction = "down" if not (measure and measure.lower) else "up"
            elif any(s.words[k].startswith(("narrow", "reduc", "shrink", "clos")) for k in range(max(0, at - 6), at)):
                frame.direction = "down"
            if s.word(at + 1) in ("to", "with", "from", "between"):
                span = s.after(at + 2)
                if span[0] < span[1]:
                    frame.baseline = span
            return frame
        if s.words[at] in (";",):
            return None
    return None


def compared_amount(s: Sentence, n: Number) -> Frame | None:
    """Read `outperforms the state of the art up to 4.8%`, `a large margin (more than 5%)`: the amount without `by`."""
    left = n.left
    if left == n.place - 1 and not n.quantity.sign and s.tag(left) != "(":
        return None
    reach = 14 if "up to" in n.qualifiers else 8
    for at in range(left, max(-1, left - 14), -1):
        flags, tag = s.flags[at], s.tags[at]
        if flags & lx.VERB_COMPARE and tag in "VGT" and left - at < reach:
            return Frame("change", "change.compare_amount", direction="up", verb=at, strength=0.8)
        if flags & lx.VERB_CHANGE and tag in "VGT" and left - at < reach:
            if s.word(n.right) == "of" and not flags & lx.VERB_DOWN:
                return None  # "expand over 70% of phrases" is a share
            frame = Frame("change", "change.verb_amount", verb=at, flags=flags & lx.VERB_CHANGE, strength=0.8)
            take_object(s, frame, at, left + 1)
            behind = s.after(n.right)
            if frame.measure is None and at == left and behind[0] <= n.right + 2 and is_measure(s, *behind):
                frame.measure, frame.settled = measure_of(s, *behind), True  # "can improve up to 3.5% the insertion rate"
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        far = "up to" in n.qualifiers
        if tag in "QVB(;K" or (tag in "GT" and not far) or s.words[at] in ("and", ",", "to", "from", "at", "with") or (s.words[at] == "on" and not far):
            return None
    return None


def including(s: Sentence, n: Number) -> Frame | None:
    """Read `test error is improved across settings, including 0.8% on ImageNet`: one case of a change named before."""
    word = s.word(n.left)
    if word not in ("including", "namely", "as", "like", "e.g") or (word == "as" and s.word(n.left - 1) != "such"):
        return None
    for at in range(n.left - 1, max(-1, n.left - 30), -1):
        flags, tag = s.flags[at], s.tags[at]
        if flags & lx.VERB_CHANGE and tag in "VGT":
            frame = Frame("change", "change.including", verb=at, flags=flags & lx.VERB_CHANGE, strength=0.7)
            take_object(s, frame, at, n.left)
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        if flags & lx.NOUN_CHANGE and tag == "N":
            measure = measure_of(s, s.np_first[at], at) if s.np_first[at] >= 0 else None
            if measure is None and s.word(at + 1) in ("in", "of"):
                measure = measure_after(s, at + 2)
            frame = Frame("change", "change.including", measure, settled=measure is not None, flags=flags & lx.NOUN_CHANGE, strength=0.7)
            frame.direction = moves(frame.flags, measure.lower if measure else False)
            return frame
        if at in s.numbers and s.tags[at] == "Q":
            return None
    return None
