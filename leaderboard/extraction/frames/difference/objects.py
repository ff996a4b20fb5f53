"""The object of a verb of change: `accuracy` in `improves accuracy by`, a system or a benchmark that stands in its place."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.words import hit_span, implied_measure, names_system
from leaderboard.extraction.frames.frame import Frame, Measure
from leaderboard.extraction.frames.measures import full_after, is_measure, measure_after, measure_of, subject
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name, is_shaped


def take_object(s: Sentence, frame: Frame, verb: int, end: int) -> None:
    """Fill measure, baseline or benchmark from what a verb of change acts on, its object or its subject."""
    passive = s.tags[verb] == "T" and (
        s.tag(verb - 1) == "B" or (s.tag(verb - 2) == "B" and s.tag(verb - 1) == "R")
    )
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
    leading = next(
        (k for k in range(first, last) if s.words[k] in ("state-of-the-art", "sota", "\\sota")), -1
    )
    if leading >= 0 and not s.flags[verb] & lx.VERB_DOWN:
        frame.baseline = (leading, leading + 1)  # "improves the state-of-the-art accuracy by"
    kind = s.kind_at(last - 1)
    down = bool(s.flags[verb] & lx.VERB_DOWN)
    if kind == "benchmark" and not is_measure(s, first, last):
        frame.benchmark, frame.settled = (hit_span(s, last - 1) if not down else None), True
        if down:
            frame.benchmark = hit_span(s, last - 1)
        return
    if down and s.words[last - 1] in _LOST and last - first > 1:
        frame.measure, frame.settled = Measure(s.span(first, last), first, last, True), True
        return
    if down and not names_system(s, first, last) and kind != "model":
        span = full_after(s, at)
        frame.measure, frame.settled = measure_of(s, span[0], min(span[1], end)), True
        return
    owned = next((k for k in range(first, last) if s.tags[k] == "s"), -1)
    if owned > first and (names_system(s, first, owned) or s.kind_at(owned - 1) == "model"):
        of_model = s.kind_at(owned - 1) == "model" or is_model_name(s.raw[owned - 1])
        if not of_model and (owned - first > 1 or s.words[first] not in _UNNAMED):
            frame.baseline = (first, owned)
        frame.measure, frame.settled = measure_of(s, owned + 1, last), True
        return
    if s.flags[verb] & lx.VERB_FASTER and (names_system(s, first, last) or kind == "model"):
        frame.measure, frame.settled = (
            implied_measure("speed", verb),
            True,
        )  # "accelerates graph algorithms by 3x"
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
    if measure is None and s.flags[last - 1] & lx.NOUN_SPEED:
        frame.measure, frame.settled = implied_measure("speedup", last - 1), True
        return
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


_LOST = frozenset(("degradation", "drop", "inflation", "regression"))
_UNNAMED = frozenset(("model", "models", "system", "llm", "llms", "systems", "network", "method"))
