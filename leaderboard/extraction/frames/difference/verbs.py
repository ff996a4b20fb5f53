"""Differences by a verb and `by`: `improves accuracy by 5.1%`, `outperforms BERT by 3 points`, `perplexity decreases by 7.5%`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.comparatives import compared_measure
from leaderboard.extraction.frames.difference.objects import take_object
from leaderboard.extraction.frames.difference.words import basis_at, is_benchmark_phrase, names_system
from leaderboard.extraction.frames.frame import Frame, Measure, Number, moves
from leaderboard.extraction.frames.measures import is_measure, measure_after, measure_of
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name

_LEADING = frozenset(("leads", "leading", "led", "lead"))


_CHANGED = one_of(
    "loss losses overhead overheads gain growth degradation speedup speedups speed-up speed-ups"
)


_NOT_GOVERNING = one_of(
    """top best scale scales scaled lead test drop-off reduced improved increased better given setting lower upgrade
    speed compression gap growth variance deviation variation sacrificing"""
)


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
            if flags & lx.VERB_COMPARE and s.word(at - 1) == "that" and _is_level(s, at - 1):
                at -= 2  # "reduces the storage cost that dominates memory by 15x"
                continue
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
        if (
            flags & lx.NOUN_CHANGE
            and tag in "N"
            and (at == left - 1 or s.word(at + 1) in ("in", "of", "over", "on", "compared", "relative"))
        ) and (word not in _NOT_GOVERNING or (at == left - 1 and word not in ("overhead", "overheads"))):
            if not _is_changed(s, at):
                return at
        if word == ";":
            return -1
        at -= 1
        steps += 1
    return -1


def _is_level(s: Sentence, end: int) -> bool:
    """Tell whether a measure and no change of one ends at a place: `storage cost`, but not `accuracy increase`."""
    first, last = s.before(end)
    return is_measure(s, first, last) and not s.flags[last - 1] & lx.NOUN_CHANGE


def _is_changed(s: Sentence, noun: int) -> bool:
    """Tell whether a noun of change is what another change acts on: `reduces training loss`, `a reduction in overhead`."""
    if s.words[noun] not in _CHANGED or s.np_first[noun] < 0:
        return False
    at = s.np_first[noun] - 1
    while at > 0 and s.tags[at] in "DR":
        at -= 1
    if at < 0:
        return False
    if s.flags[at] & lx.VERB_CHANGE and s.tags[at] in "VGT":
        return True
    return s.words[at] in ("in", "of") and bool(s.flag(at - 1) & lx.NOUN_CHANGE)


def _is_named_score(s: Sentence, measure: Measure) -> bool:
    """Tell whether a measure that `on` introduces is one by its name: `on CodeBLEU`, `on the FooFix Score`."""
    last = measure.last - 1
    hit = s.hits.get(last)
    return (hit is not None and hit.kind == "metric" and not s.raw[last].islower()) or s.raw[last] == "Score"


def by(s: Sentence, n: Number) -> Frame | None:
    """Read `improves accuracy by 5.1%`, `outperforms BERT by 3 points`, `perplexity decreases by 7.5%`."""
    left = n.left
    if s.word(left) != "by":
        return None
    verb = _governor(s, left)
    if verb < 0 and left == 0:  # "By 2.2%, our submission beat the baseline"
        verb = next(
            (
                at
                for at in range(n.right, s.size)
                if s.flags[at] & (lx.VERB_CHANGE | lx.VERB_COMPARE) and s.tags[at] in "VT"
            ),
            -1,
        )
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
        first < last
        and s.tag(opened - 1) in "C,"
        and any(at in s.numbers and s.tags[at] == "Q" for at in range(verb, first))
    )
    if chained:
        frame.rule = "change.by_chained"
        measure = measure_of(s, first, last)
        if is_measure(s, first, last) or (
            measure
            and not flags & lx.VERB_COMPARE
            and not is_model_name(s.raw[measure.last - 1])
            and not names_system(s, first, last)
            and not is_benchmark_phrase(s, first, last)
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
    elif s.tag(n.right) == "(" and n.right in s.partner and is_measure(s, *s.after(n.right + 1)):
        inner = s.after(n.right + 1)  # "by 12.4 (Acc) on GSM8K"
        if inner == (n.right + 1, s.partner[n.right]):
            frame.measure, frame.settled = measure_of(s, *inner), True
    elif s.word(n.right) in ("in", "on", "of") and n.place == n.members[-1]:
        named = measure_after(s, n.right + 1)  # "by 2.1 times in training time", "by 10% on CodeBLEU"
        if (
            named is not None
            and named.known
            and not s.flags[named.last - 1] & lx.NOUN_CHANGE
            and (
                s.word(n.right) == "in"
                or (s.word(n.right) == "on" and _is_named_score(s, named))
                or (
                    s.word(n.right) == "of"
                    and s.kind_at(named.last - 1) == "metric" == s.kind_at(n.right + 1)
                )
            )
        ):
            frame.measure, frame.settled = named, True
    if frame.measure is None and s.tag(left - 1) == "(" and flags & lx.VERB_COMPARE:
        inner = s.before(left - 1)
        if is_measure(s, *inner) and inner[0] > verb + 1:
            frame.measure, frame.settled = measure_of(s, *inner), True  # "surpasses X in accuracy (by 35%)"
    if (flags & lx.VERB_COMPARE or s.words[verb] in _LEADING) and tag in "VGT":
        frame.rule, frame.direction = "change.compare_by", "up"
        if (
            first < last
            and first > verb + 2
            and s.word(opened - 1) in ("e.g", ".", ",", "as", "like", "including")
            and any(
                s.words[k] in ("e.g", "as", "like", "including") for k in range(max(verb, opened - 4), opened)
            )
        ):
            frame.baseline = (first, last)  # "outperforms larger models, e.g. FooNet by 4%"
        obj = s.after(verb + 1)
        if obj[0] < obj[1] and s.word(obj[1]) == "of" and is_measure(s, *obj) and frame.measure is None:
            frame.measure, frame.settled = measure_of(s, *obj), True
        if (
            s.words[verb].startswith("exceed")
            and frame.measure is None
            and obj[0] < obj[1]
            and is_measure(s, *obj)
        ):
            frame.measure, frame.settled = measure_of(s, *obj), True
        if frame.measure is not None and frame.measure.lower:
            frame.direction = "down" if not s.words[verb].startswith("exceed") else "up"
        return frame
    if tag == "M":
        frame.rule, frame.flags = "change.comparative_by", flags & lx.COMPARATIVE
        if flags & (lx.COMP_SPEED | lx.COMP_SLOW | lx.COMP_COST | lx.COMP_COSTLY) and frame.measure is None:
            frame.measure, frame.flags = compared_measure(s, verb, flags)
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
