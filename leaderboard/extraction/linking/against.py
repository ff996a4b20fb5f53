"""Against: what a change or a ratio is compared with: after it, in its own phrase, before it, for the whole row."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.reading import CLAUSE, Linker
from leaderboard.extraction.mentions import baselines
from leaderboard.extraction.mentions.baseline_phrases import Span, phrase
from leaderboard.extraction.sentence import Sentence

_LEADING = frozenset(("leads", "leading", "led"))
_NO_BASELINES = one_of("time it them this others one ones ours that which those 1 2 3 all")


def baseline_of(linker: Linker, item: Item) -> tuple[str | None, str]:
    """Return what a change or a ratio is against and why."""
    s = linker.s
    found, reason = _near(linker, item)
    if found is None:
        return None, ""
    name = found if isinstance(found, str) else _spelled(s, found)
    count = len(item.number.members)
    if count > 1:
        parted = baselines.row(name, count, item.number.members.index(item.place))
        if parted != name and (
            "respectively" in s.words[item.place :]
            or item.frame.rule.startswith(("change.compare", "change.of", "change.noun", "ratio.noun_after"))
        ):
            name = parted
    return name, reason


_GENERIC = one_of(
    """baseline baselines method competitor approach technique counterpart model system one alternative work solution
    framework"""
)


def _spelled(s: Sentence, span: Span) -> str:
    """Return a baseline by its name where a bracket behind a general word gives it: `our best baseline (FooNet)`."""
    first, last = span
    if (
        s.words[last - 1] in _GENERIC
        and s.tag(last) == "("
        and last in s.partner
        and 1 <= s.partner[last] - last - 1 <= 4
    ):
        inner = range(last + 1, s.partner[last])
        if (
            all(s.tags[at] in "NEA" for at in inner)
            and s.raw[last + 1][:1].isupper()
            and not any(s.tags[at] == "E" for at in range(first, last))
        ):
            return s.span(last + 1, s.partner[last])
    return s.span(first, last)


def _near(linker: Linker, item: Item) -> tuple[Span | str | None, str]:
    s, frame, number = linker.s, item.frame, item.number
    own = linker.own.lowered
    end = linker.next_measure(item)
    start = number.members[-1] + 1

    def ok(span: Span | None) -> bool:
        return (
            span is not None
            and span[0] < span[1]
            and s.span(*span).lower() not in own
            and s.span(*span).lower() not in _NO_BASELINES
        )

    if frame.rule.startswith("change.above"):
        span = phrase(s, frame.close)
        if ok(span):
            return span, "named after it"
    verb = frame.verb
    if verb > 0 and s.flags[verb] & lx.VERB_COMPARE and s.tags[verb] == "T" and s.tags[verb - 1] == "B":
        first, last = s.before(verb - 1)
        if ok((first, last)):
            return (first, last), "what is surpassed"
    comparing = (
        verb >= 0 and (s.flags[verb] & lx.VERB_COMPARE or s.words[verb] in _LEADING) and s.tags[verb] in "VGT"
    )
    if comparing and "compare_by" in frame.rule and s.word(start) not in ("over", "compared", "relative"):
        found = baselines.compared_object(s, verb, number.left)
        if ok(found):
            return found, "what is surpassed"
    found = baselines.after(s, start, end)
    if ok(found):
        return found, "named after it"
    if s.flag(frame.close - 1) & lx.NOUN_IMPROVE and s.word(frame.close) in ("to", "from"):
        span = phrase(s, frame.close + 1)
        if ok(span):
            return span, "what is improved on"
    if frame.kind in ("change", "ratio") and s.flag(frame.close - 1) & lx.NOUN_DOWN and frame.close > 0:
        found = _from_whom(s, frame.close, end)
        if ok(found):
            return found, "what it is reduced from"
    if comparing:
        found = baselines.compared_object(s, verb, number.left)
        if ok(found):
            return found, "what is surpassed"
    if verb >= 0 and s.word(verb + 1) in ("over", "upon", "on"):
        found = baselines.compared_object(s, verb, number.left)
        if ok(found) and not any(group.first <= verb + 3 <= group.last for group in linker.groups):
            return found, "what is improved on"
    if verb >= 0:
        found = baselines.after(s, verb, item.place)
        if ok(found):
            return found, "named before it"
    return _further(linker, item, start, end, ok)


def _from_whom(s: Sentence, start: int, end: int) -> Span | None:
    """Return the baseline of `reduction of the parameters from the existing method`."""
    for at in range(start, min(end, s.size)):
        if s.words[at] == "from":
            span = phrase(s, at + 1)
            if span[0] < span[1] and s.flags[span[1] - 1] & lx.COMPARED_NOUN:
                return span
        if s.tags[at] in "VB;K":
            return None
    return None


def _further(linker: Linker, item: Item, start: int, end: int, ok) -> tuple[Span | str | None, str]:  # type: ignore[no-untyped-def]
    s, frame = linker.s, item.frame
    lost = frame.flags & (lx.NOUN_WORSE | lx.VERB_WORSE) or s.word(frame.close - 1) in (
        "degradation",
        "drop",
        "loss",
    )
    verb = -1 if lost or frame.rule == "ratio.of_rate" else _compare_verb(s, item.place)
    left, at = baselines.before(
        s, linker.clause_start(item.place) if _independent(s, item.place) else 0, item.place
    )
    if at > verb and verb < item.place and verb >= 0 and not ok(left):
        left = None
    if verb >= 0 and at < verb < item.place:
        found = baselines.compared_object(s, verb, s.size)
        if ok(found):
            return found, "what is surpassed"
    if ok(left):
        return left, "the sentence's comparison"
    if not _clause_between(s, item.place, end) and not _new_verb(s, start, end):
        found = baselines.after(s, start, s.size)
        if lost and found is not None and s.flag(found[0] - 1) & lx.VERB_COMPARE:
            found = None  # "with a 1.6% drop, outperforming existing methods"
        if ok(found) and not _new_verb(s, start, found[0] if found else s.size):
            return found, "closes the row"
    if verb >= 0 and not (verb > item.place and any(s.tags[k] in "VB" for k in range(item.place, verb))):
        found = baselines.compared_object(s, verb, s.size)
        if ok(found):
            return found, "what is surpassed"
    if not _clause_between(s, item.place, s.size) and baselines.clause_end(s, start) >= s.size:
        for cue in range(start, s.size - 1):
            if (s.words[cue], s.words[cue + 1]) in (
                ("compared", "to"),
                ("compared", "with"),
                ("relative", "to"),
            ):
                found = baselines.after(s, cue, s.size)
                if ok(found):
                    return found, "closes the sentence"
    for reading in reversed(linker.readings):
        if reading.kind in ("change", "ratio") and reading.baseline:
            if lost and reading.why.get("baseline") == "what is surpassed":
                continue
            return reading.baseline, "the number before it"
    if frame.kind == "ratio" or frame.rule.startswith("change.comparative"):
        found = baselines.equalled(s)
        if ok(found):
            return found, "what is equalled"
    return None, ""


def _independent(s: Sentence, place: int) -> bool:
    """Tell whether a new clause with a subject of its own began before a place: `…, while our agent gains 3%`."""
    for at in range(place - 1, 0, -1):
        if s.words[at] in CLAUSE:
            return any(s.tags[k] in "VB" for k in range(at + 2, place))
    return False


def _new_verb(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a new predicate starts between two places: `…, and improves throughput over`."""
    for at in range(first, min(last, s.size)):
        if s.flags[at] & (lx.VERB_CHANGE | lx.VERB_COMPARE) and s.tags[at] == "V":
            return True
    return False


def _clause_between(s: Sentence, first: int, last: int) -> bool:
    for at in range(first, min(last, s.size)):
        if s.words[at] in CLAUSE:
            after = at + 1
            while s.tag(after) == "R":
                after += 1
            if s.tag(after) != "G":
                return True
    return False


def _compare_verb(s: Sentence, place: int) -> int:
    best, first, last = -1, 0, s.size
    for at in range(s.size):
        if s.words[at] == ";":
            first, last = (at + 1, last) if at < place else (first, min(last, at))
    for at in range(first, last):
        if (
            s.flags[at] & lx.VERB_COMPARE
            and s.tags[at] in "VGT"
            and s.words[at] not in ("exceeding", "topped")
        ):
            if s.tag(at - 1) == "B" and s.tags[at] == "T":
                continue
            if best < 0 or abs(at - place) < abs(best - place):
                best = at
    return best
