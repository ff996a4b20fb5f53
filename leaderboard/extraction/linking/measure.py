"""The measure of a number whose own words do not name it: after it, before it, or that of the numbers beside it."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference import is_capital_measure
from leaderboard.extraction.frames.frame import Item, Measure
from leaderboard.extraction.frames.measures import full_after, is_measure, measure_of
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.reading import CLAUSE, MEASURED, Linker, Reading
from leaderboard.extraction.sentence import Sentence

_VIRTUES = one_of(
    """efficacy effectiveness efficiency robustness superiority generalizability scalability reliability"""
)


_CONTRASTING = one_of("in by however meanwhile whereas while but")


def around(linker: Linker, item: Item) -> tuple[Measure | str | None, str]:
    """Return the measure that the sentence names for a number whose own words do not, and why."""
    s, frame, number = linker.s, item.frame, item.number
    end = linker.next_measure(item)
    first, last = s.after(number.right)
    if first == number.right and is_measure(s, first, last):
        return measure_of(s, first, last), "right after it"
    if (
        frame.kind == "score"
        and s.word(number.right) in ("with", "at", "under", ",")
        and "@" in s.word(number.right + 1)
    ):
        return s.raw[number.right + 1], "right after it"  # "reaching 80.7% with pass@8192"
    found = _in_words_after(linker, item, end)
    if found is not None:
        return found, "the words after it"
    if frame.kind == "change" and frame.rule == "change.compare_by" and frame.verb > 0:
        first, last = s.after(frame.verb + 1)
        if is_measure(s, first, last) and s.word(last) == "of":
            return measure_of(s, first, last), "what is surpassed"
    if "pass@" not in "".join(s.words[item.place : end]) or frame.kind != "score":
        found = _before_in_clause(linker, item)
        if found is not None:
            return found, "named before it"
    return _from_neighbours(linker, item)


def _in_words_after(linker: Linker, item: Item, end: int) -> Measure | None:
    s, frame = linker.s, item.frame
    at = item.number.right
    while at < end:
        word = s.words[at]
        if word in CLAUSE or s.tags[at] in "VBQ" or (s.tags[at] == "G" and s.tag(at - 1) == ","):
            break
        if s.tags[at] == ")" and s.partner.get(at, at) < item.place:
            break
        if (
            s.tags[at] == "("
            and at != item.number.right
            and at in s.partner
            and any(k in s.numbers for k in range(at, s.partner[at]))
        ):
            at = s.partner[at] + 1
            continue
        inside = next((group for group in linker.groups if group.first <= at + 1 < group.last), None)
        if inside is not None:
            tail = s.after(inside.first)
            if tail[1] > inside.last - 1 and inside.last - inside.first <= 4:
                behind = _behind_benchmark(s, tail)
                if behind is not None:
                    return behind
            at += 1
            continue
        if (
            word in ("in", "for", "of", "by", "on", "at", "with", "under", "as")
            or s.tags[at] == "("
            or (word == "to" and s.word(at - 1) == "respect")
        ):
            start = at + 3 if word == "in" and s.word(at + 1) == "terms" else at + 1
            first, last = full_after(s, start)
            if is_measure(s, first, last) and not s.flags[last - 1] & lx.NOUN_CHANGE:
                hit = any(s.kind_at(k) == "metric" for k in range(first, last))
                if word in ("in", "for") or s.tags[at] == "(" or hit or s.raw[last - 1] == "Score":
                    return measure_of(s, first, last)
            if word == "in" and at == item.number.right and first < last:
                measure = measure_of(s, first, last)
                if measure is not None and is_capital_measure(s, measure):
                    return measure
        at += 1
    del frame
    return None


def _behind_benchmark(s: Sentence, span: tuple[int, int]) -> Measure | None:
    """Return the measure that closes the phrase of a benchmark: `on Global-MMLU accuracy`."""
    first, last = span
    if (
        last - first < 2
        or not is_measure(s, first, last)
        or s.flags[last - 1] & (lx.NOUN_CHANGE | lx.DATASET_WORD)
        or s.kind_at(last - 1) == "benchmark"
    ):
        return None
    return measure_of(s, first, last)


def _before_in_clause(linker: Linker, item: Item) -> Measure | None:
    s, frame = linker.s, item.frame
    start = linker.clause_start(item.place)
    for first, last, hit in reversed(s.spans):
        if last > item.place or first < start or hit.kind != "metric" or _aside(s, first, item.place):
            continue
        crossed = sum(
            1 for other in linker.items if last <= other.place < item.place and other.frame.kind in MEASURED
        )
        if frame.rule.startswith("change.compare") and frame.verb >= 0 and first > frame.verb:
            continue
        if (
            crossed
            and frame.kind == "change"
            and not any(s.words[at] in ("(", ",", "and") for at in range(last, item.place))
        ):
            return None
        if frame.kind == "change" and frame.rule.startswith("change.compare") and frame.verb > last:
            return None
        if crossed == 0 or frame.kind == "score":
            begin, end = s.np_first[last - 1], s.np_last[last - 1]
            if begin < 0:
                begin, end = first, last
            if any(k in s.numbers for k in range(begin - 1, end)):
                continue
            measure = measure_of(s, begin, end)
            if measure is None or not is_measure(s, measure.first, measure.last):
                continue
            if s.words[measure.last - 1] in _VIRTUES and s.tag(end) != "(":
                continue
            return measure
    return None


def _takes_up(s: Sentence, verb: int) -> bool:
    """Tell whether a verb's subject or object is what was said before: `This improves to 41%`, `raises it to 32.8%`."""
    return verb >= 0 and (
        s.word(verb + 1) in ("this", "it", "that", "performance")
        or s.word(0) in ("this", "it", "performance")
        or any(s.words[at] == "performance" for at in range(max(0, verb - 3), verb))
    )


def _aside(s: Sentence, place: int, number: int) -> bool:
    """Tell whether a measure is named in passing: `(even after controlling for length)`, `By raising the size, we …`."""
    opened = s.bracket(place)
    if (
        opened >= 0
        and opened != s.bracket(number)
        and any(s.tags[at] in "GVR" for at in range(opened, place))
    ):
        return True
    at = place - 1
    while at > 0 and (s.tags[at] in "QDRA" or s.words[at] == "of"):
        at -= 1
    if s.words[at] in ("using", "consuming", "occupying") and at >= place - 4:
        return True  # "using 3GB of VRAM"
    if s.word(0) == "by" and s.tag(1) in "GR":
        comma = next((at for at in range(1, s.size) if s.tags[at] == ","), s.size)
        return place < comma < number
    return False


def _from_neighbours(linker: Linker, item: Item) -> tuple[str | None, str]:
    s, frame, quantity = linker.s, item.frame, item.number.quantity
    if frame.rule == "score.verb_scores" and any(
        g.introduced == item.number.own_right for g in linker.groups
    ):
        return None, ""  # "and scoring 7.33 on MT-bench": a score of its own
    if frame.kind == "score":
        for reading in reversed(linker.context.recent()):
            if (
                reading.kind in ("score", "change")
                and reading.metric
                and reading.benchmark
                and _same_benchmark(linker, reading)
            ):
                return reading.metric, "the same benchmark before"
    unit = frame.unit or quantity.unit
    contrasted = frame.kind == "score" and unit == "%" and s.word(0) in _CONTRASTING
    taken_up = frame.rule == "score.changed_to" and _takes_up(s, frame.verb)
    if (contrasted or taken_up) and not linker.readings and not linker.groups:
        last = next(reversed(linker.context.recent()), None)
        if last is not None and last.kind == "score" and last.metric and last.unit == unit:
            return last.metric, "the sentence before"
    if (
        frame.kind == "ratio"
        and s.tag(item.number.own_left) == "("
        and linker.readings
        and s.tag(item.number.own_left - 1) in "QNE"
    ):
        last = linker.readings[-1]
        if item.place - last.place < 10 and last.kind in ("change", "score"):
            return last.metric, "the number before it"
    if frame.rule == "ratio.that_of" and linker.readings and item.place - linker.readings[-1].place < 8:
        last = linker.readings[-1]  # "reaches 93 tokens/s, which is 1.4x that of the GPU"
        if last.kind in ("resource", "score") and last.metric:
            return last.metric, "the number before it"
    if frame.rule in ("ratio.default", "ratio.compare_by"):
        for reading in reversed(linker.readings):
            if reading.kind == "ratio" and reading.metric:
                return reading.metric, "the number before it"
    for reading in reversed(linker.readings):
        if (
            reading.kind in ("score", "change")
            and reading.metric
            and item.place - reading.place < 40
            and (
                frame.kind == "score"
                or reading.kind == "score"
                or (frame.rule == "change.by" and frame.baseline is not None)
                or frame.rule
                in (
                    "change.points",
                    "change.signed",
                    "change.comparative",
                    "change.of",
                    "change.above",
                    "change.noun_after",
                    "change.compare_by",
                )
            )
            and (
                reading.unit == unit
                or {reading.unit, unit} <= {None, "%", "points"}
                or (frame.rule == "change.by" and reading.kind == "score")
            )
        ):
            # "7% higher than A, and B is 1% higher"; "a 20% increase in accuracy, while B sees a 5% increase"
            again = frame.rule == reading.rule and (
                frame.rule == "change.comparative"
                or (frame.rule == "change.noun_after" and s.tag(frame.close) in ".,;")
            )
            if frame.kind == "change" and reading.kind == "change" and reading.row != item.row and not again:
                continue
            if (
                frame.rule.startswith("change.compare_by")
                and not lx.default().get(reading.metric.split()[-1].lower(), 0) & lx.METRIC_HEAD
                and not s.kind_at(reading.place)
            ):
                continue
            return reading.metric, "the number before it"
    return None, ""


def _same_benchmark(linker: Linker, reading: Reading) -> bool:
    said = (reading.benchmark or "").lower()
    return any(
        said in name.lower() or name.lower() in said for group in linker.groups for name in group.names
    )
