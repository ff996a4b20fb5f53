"""Pairs: two levels of one measure, `from 21.6% to 32.2%`, `54.0 → 61.3`, `(12.3 to 14.5)`; the first is the baseline's."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference import basis_at, speed_measure
from leaderboard.extraction.frames.edges import left_edge, right_edge
from leaderboard.extraction.frames.frame import Frame, Item, Measure, Number, moves
from leaderboard.extraction.frames.measures import is_measure, measure_of, subject
from leaderboard.extraction.frames.resource import DEFAULTS
from leaderboard.extraction.frames.sides import ARROWS, left_of, next_number, side
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.ranges import RANGING
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_benchmark_name, is_model_name, is_shaped

_GOING = one_of(
    """goes go went going moves pushing pushes push brings bringing bring leads takes boosts jumps"""
)


def read(s: Sentence, n: Number, which: str, items: list[Item]) -> Frame | None:
    """Return the frame of one number of a pair."""
    if which == "to":
        return _second(s, n, items)
    number = n.quantity
    left = left_of(s, n)
    mate = next_number(s, n.own_right - 1) if s.tag(n.own_right) != "Q" else n.own_right
    at = n.own_right
    while mate is None and at < min(n.own_right + 20, s.size):
        if s.words[at] in ("to", "→", "->"):
            mate = next_number(s, at)
        at += 1
    unit, dimension = number.unit, number.dimension
    if unit is None and mate is not None and s.numbers[mate].unit is not None:
        unit, dimension = s.numbers[mate].unit, s.numbers[mate].dimension
    if dimension in ("factor", "bits", "parameters", "tokens"):
        return None
    behind = s.after(right_edge(s, mate)[0]) if mate is not None else (0, 0)
    named = (
        measure_of(s, *behind)
        if mate is not None and behind[0] == right_edge(s, mate)[0] and is_measure(s, *behind)
        else None
    )
    if named is None and mate is not None and s.tag(left_edge(s, n.place)[0]) == "(":
        at = right_edge(s, mate)[0]
        aside = s.after(at + 1)  # "(43.4% → 46.3%, pass@64)"
        if s.word(at) == "," and aside[0] == at + 1 and is_measure(s, *aside) and s.tag(aside[1]) == ")":
            named = measure_of(s, *aside)
    behind_change = (
        bool(items)
        and s.tag(left - (s.words[left] == "from")) == "("
        and items[-1].place == left - 1 - (s.words[left] == "from")
    )
    if (
        behind_change
        and items[-1].frame.kind == "change"
        and items[-1].frame.measure is not None
        and named is None
    ):
        named = items[-1].frame.measure  # "reduces A by 8.4% (from 23.3% to 14.9%)"
    if (
        named is None
        and unit is not None
        and s.tag(left) == "("
        and (ratio := _ratio_before(s, left, items)) is not None
    ):
        named = ratio
    arrow = s.tag(left) in "NE" and s.word(n.own_right) in (*ARROWS, "-")
    measure, known, verb = _measure(s, left + arrow)
    if named is not None:
        measure, known = named, True
    if (
        measure is not None
        and dimension is None
        and measure.name.lower().replace("-", "").replace(" ", "").endswith(("bitwidth", "bitwidths"))
    ):
        return Frame("bit_width", "bit_width.pair", Measure("bit-width", 0, 0), settled=True, unit="bit")
    if measure is None and verb >= 0 and frame_benchmark(s, verb, left):
        known = True
    opened = s.bracket(n.place)
    if opened > 0 and n.decimal and s.flag(opened - 1) & lx.NOUN_CHANGE:
        known = True  # "improvements (e.g., from 39.33 to 42.83 on FooBench)"
    ranging = (s.word(left - 1).startswith(RANGING) and s.word(left - 1) != "ran") or s.word(left - 1) in (
        "lengths",
        "sizes",
        "between",
    )
    if ranging and dimension in ("percent", "points", None):
        end = left - 1
        while end > 0 and (s.tags[end - 1] in ",CGT" or s.words[end - 1] in ("by", "of")):
            end -= 1
        first, last = s.before(end)
        if first < last and s.flags[last - 1] & lx.NOUN_CHANGE:
            flags = s.flags[last - 1] & lx.NOUN_CHANGE
            name = measure_of(s, first, last - 1)
            frame = Frame("change", "change.pair", name, settled=name is not None, flags=flags, unit=unit)
            frame.direction = moves(flags, name.lower if name else False)
            frame.basis = basis_at(s, *range(max(0, first - 2), last))
            return frame
    if dimension in ("percent", None, "physical", "length", "angle", "points"):
        scored = _benchmark_score(s, left) if measure is None and dimension is None else False
        if (
            measure is None
            and dimension is None
            and n.decimal
            and s.tag(left) == "("
            and items
            and items[-1].frame.kind == "change"
        ):
            measure, known = items[-1].frame.measure, items[-1].frame.measure is not None
        if dimension is None and not known and not scored and not (verb >= 0 and n.decimal):
            return None
        if ranging and (not known or (dimension is None and not n.decimal)):
            return None
        counted = _counted(s, n)
        if counted is not None:
            return Frame("resource", "resource.pair", counted, settled=True, unit="tokens", role="baseline")
        if (
            dimension is None
            and not n.decimal
            and not scored
            and (
                measure is None or not measure.known or s.flags[measure.last - 1] & (lx.AMOUNT | lx.COUNTABLE)
            )
        ):
            return None
        frame = Frame(
            "score", "score.pair", measure, settled=measure is not None, strength=1.0 if known else 0.6
        )
        if measure is None and verb >= 0:
            frame.benchmark = frame_benchmark(s, verb, left)
    else:
        if dimension not in DEFAULTS:
            return None
        default = Measure("FPS" if unit == "FPS" else DEFAULTS[dimension], n.place, n.place + 1)
        frame = Frame("resource", "resource.pair", measure or default, settled=True)
    frame.unit = unit
    if left != n.own_left:
        frame.owner = (left + 1, n.own_left)
    frame.role = None if ranging else "baseline"
    frame.verb = verb
    return frame


def _ratio_before(s: Sentence, left: int, items: list[Item]) -> Measure | None:
    """Return the measure of the ratio whose phrase a bracket closes: `4x faster inference on the GPU (19.0 to 4.3 s)`."""
    if not items or items[-1].frame.kind != "ratio" or left - items[-1].place > 10:
        return None
    apart = any(s.tags[at] in "VBG,;:()KW" for at in range(items[-1].place + 1, left))
    return None if apart else items[-1].frame.measure


def factor(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    """Return the frame of one factor of a pair: `raises the mean speedup from 0.5x to 1.1x`."""
    which = side(s, n)
    if which == "to":
        found = _second(s, n, items)
        return found if found is not None and found.rule == "ratio.pair" else None
    if which != "from" or s.word(n.left) != "from":
        return None
    first, last = s.before(n.left)
    if first == last:
        return None
    noun = s.flags[last - 1] & lx.NOUN_CHANGE
    measure = measure_of(s, first, last - 1 if noun else last)
    if noun & lx.NOUN_SPEED:
        measure = speed_measure(s, measure, last - 1)
    if measure is None and not noun:
        return None
    frame = Frame(
        "ratio", "ratio.pair", measure, settled=measure is not None, direction="up", role="baseline"
    )
    frame.unit = "x"
    return frame


def _counted(s: Sentence, n: Number) -> Measure | None:
    """Return the amount of tokens that a bracket behind its change gives: `reduces reasoning tokens by 40% (from 313 to 181)`."""
    if not n.bare or s.word(n.left) != "from" or s.tag(n.left - 1) != "(":
        return None
    for at in range(n.left - 2, max(-1, n.left - 14), -1):
        if s.words[at] in ("tokens", "token"):
            return measure_of(s, *(s.before(s.np_last[at]) if s.np_last[at] > at else (at, at + 1)))
        if s.tags[at] in ";:":
            return None
    return None


def _benchmark_score(s: Sentence, left: int) -> bool:
    """Tell whether a benchmark's score goes before a pair: `the MMLU score rises from 60 to 89`."""
    return any(
        hit.kind == "benchmark" and last <= left and left - last < 4 and s.word(last) in ("score", "scores")
        for _, last, hit in s.spans
    )


def frame_benchmark(s: Sentence, verb: int, left: int) -> tuple[int, int] | None:
    """Return the span of a benchmark that a verb lifts: `lifts FooMMLU from 32.8 to 42.7`."""
    first, last = s.after(verb + 1)
    if (
        first < last <= left
        and last - first <= 2
        and s.tags[first] == "E"
        and is_shaped(s.raw[first])
        and not is_model_name(s.raw[first])
        and s.kind_at(first) in ("", "benchmark")
    ) and (
        s.kind_at(first) == "benchmark"
        or is_benchmark_name(s.raw[first])
        or s.raw[first].endswith(("MMLU", "QA", "VQA"))
    ):
        return first, last
    return None


def _second(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    for item in reversed(items):
        if item.place < n.place and item.frame.rule.endswith(".pair"):
            if n.place - item.place >= 24:
                return None
            mate = item.frame
            frame = Frame(
                mate.kind,
                mate.rule,
                mate.measure,
                settled=mate.settled,
                benchmark=mate.benchmark,
                strength=mate.strength,
            )
            frame.unit = n.quantity.unit or mate.unit
            frame.direction, frame.basis, frame.verb = mate.direction, mate.basis, mate.verb
            item.frame.unit = item.number.quantity.unit or frame.unit
            return frame
        if item.place < n.place and item.place > n.place - 3 and item.frame.kind != "bit_width":
            return None
    return None


def _measure(s: Sentence, left: int) -> tuple[Measure | None, bool, int]:
    """Return the measure of a pair whose `from` or bracket is at `left`, whether it surely is one, and the verb."""
    verb, at, steps = -1, left - 1, 0
    while at >= 0 and steps < 24:
        flags, tag = s.flags[at], s.tags[at]
        if tag == ")" and at in s.partner:
            at = s.partner[at] - 1
            continue
        if (
            flags & (lx.VERB_CHANGE | lx.VERB_COMPARE | lx.VERB_DIFF) or s.words[at] in _GOING
        ) and tag in "VGT":
            verb = at
            break
        if s.words[at] == ";":
            break
        at -= 1
        steps += 1
    end = left - (s.tag(left - 1) == "(" and left > 1)  # "a decrease in perplexity (from 2.98 to 1.54)"
    for _ in range(6):  # the nearest phrase that is a measure, from the pair to its verb and before
        first, last = s.before(end)
        if first < last:
            if is_measure(s, first, last) and (found := measure_of(s, first, last)):
                if not (s.flags[last - 1] & lx.NOUN_CHANGE):
                    return found, True, verb
                return found, True, verb
            end = first
        else:
            end = last
        while end > 0 and s.tags[end - 1] in "DRM":
            end -= 1
        if end > 0 and (
            s.tags[end - 1] in "PoC,"
            or s.words[end - 1]
            in ("ranging", "ranges", "ranged", "varied", "varying", "varies", "spanned", "of")
        ):
            if s.tags[end - 1] in "C," and verb >= 0 and end <= verb:
                break
            if s.tags[end - 1] == ",":
                break
            end -= 1
            continue
        break
    first, last = s.before(left)
    if first < last and s.words[first - 1] in ("in", "of") and s.flag(first - 2) & lx.NOUN_CHANGE:
        measure = measure_of(s, first, last)  # "a decrease in low-quality samples from"
        if (
            measure is not None
            and s.raw[last - 1].islower()
            and s.kind_at(last - 1) not in ("model", "benchmark")
        ):
            return measure, True, verb
    if verb >= 0:
        obj = s.after(verb + 1)
        if obj[0] < obj[1] <= left:
            measure = measure_of(s, *obj)
            if is_measure(s, *obj):
                return measure, True, verb
            if (
                measure
                and s.raw[obj[1] - 1].islower()
                and s.kind_at(obj[1] - 1) not in ("model", "benchmark")
                and not s.flags[obj[1] - 1] & lx.COMPARED_NOUN
            ):
                return measure, True, verb
        else:
            first, last = subject(s, verb)
            measure = measure_of(s, first, last)
            if is_measure(s, first, last):
                return measure, True, verb
            if (
                measure
                and first < last
                and s.raw[last - 1].islower()
                and not s.flags[last - 1] & lx.COMPARED_NOUN
            ):
                return measure, bool(s.flags[last - 1] & lx.AMOUNT), verb
    return None, False, verb


__all__ = ["Number", "read", "right_edge", "side"]
