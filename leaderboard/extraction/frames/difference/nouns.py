"""Differences by a noun: `a 16% reduction in length`, `gains of 7%`, `a gap of 3 points`, `the improvement is 7%`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.words import (
    basis_at,
    change_noun,
    implied_measure,
    is_benchmark_phrase,
    is_capital_measure,
    named_after,
    speed_measure,
)
from leaderboard.extraction.frames.frame import Frame, Measure, Number, moves
from leaderboard.extraction.frames.measures import full_after, is_measure, measure_after, measure_of, subject
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence

CONDITIONS = one_of(
    """regime regimes setting settings scenario scenarios condition conditions case cases environments evaluation
    evaluations tests transfer mode tasks task languages domains"""
)


_OPTIMALITY = one_of("optimality duality integrality mip generalization performance")


def noun_after(s: Sentence, n: Number) -> Frame | None:
    """Read `16.1% reduction in prompt length`, `89% end-to-end throughput improvement`, `2x speedup`, `3% drop`."""
    right = n.right
    if s.tag(right) == ")" and s.partner.get(right, -2) == n.own_left and s.tag(n.own_left - 1) in "DA":
        right += 1  # "a negligible (about 0.4%) quality drop"
    elif s.tag(right) == ")" and s.partner.get(right, -2) == n.own_left and s.tag(n.own_left - 1) == "Q":
        right += 1  # "1.2x (up to 1.5x) speed-up"
    elif (
        s.tag(right) == "("
        and right in s.partner
        and s.tag(s.partner[right] - 1) == "Q"
        and s.partner[right] - right < 6
    ):
        right = s.partner[right] + 1
    if s.word(right) == "-" and s.tag(right + 1) == "N":
        right += 1  # "a 20%-improvement"
    if s.tag(right) == ")" or s.tag(right) in ",;":
        return None
    if s.word(right) == "speed" and s.word(right + 1) in ("up", "ups"):
        measure = measure_after(s, right + 3) if s.word(right + 2) in ("in", "of", "for") else None
        return Frame(
            "change",
            "change.noun_after",
            speed_measure(s, measure, right),
            settled=True,
            direction="up",
            flags=lx.NOUN_SPEED,
            close=right + 2,
        )
    first, last = s.after(right)
    if (
        s.word(right) == "of"
        and s.after(right + 1) == (right + 1, right + 2)
        and s.flag(right + 1) & lx.NOUN_CHANGE
        and s.word(right + 2) not in ("of",)
    ):
        first, last = right + 1, right + 2  # "5.5% of improvement"
    if first == last:
        return None
    noun = change_noun(s, first, last)
    row: tuple[int, int] | None = None
    at = last
    hops = 0
    while noun < 0 and hops < 2 and at < s.size:  # "accuracy and F1 improvement", "reward (R) gain"
        if (
            s.tags[at] == "("
            and at in s.partner
            and not any(k in s.numbers for k in range(at, s.partner[at]))
        ):
            at = s.partner[at] + 1
        elif s.tags[at] in "C/" or s.words[at] == "/":
            at += 1
        else:
            break
        second, end = s.after(at)
        if second != at or second == end:
            break
        noun = change_noun(s, second, end)
        row = (first, noun)
        at = end
        hops += 1
    if (
        noun < 0
        and s.word(last) == "and"
        and s.tag(last + 1) == "Q"
        and s.numbers[last + 1].dimension == n.quantity.dimension
    ):
        second, end = s.after(last + 2)  # "4.4x self-attention and 1.5x end-to-end speedups"
        noun = change_noun(s, second, end) if second == last + 2 < end else -1
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
        saved = (
            s.flag(n.left) & lx.VERB_DOWN and s.tag(n.left) in "VG"
        )  # "reducing 40% communication overheads"
        return Frame(
            "change",
            "change.overhead",
            measure,
            settled=True,
            direction="down" if saved else "up",
            close=noun + 1,
        )
    if word in ("loss", "losses", "variance", "deviation", "variation") and measure is None and n.bare:
        return None
    if word == "compression" and n.bare:
        return None
    if following in ("in", "of", "on", "for", "to") and (
        measure is None or flags & lx.NOUN_SPEED or not measure.known
    ):
        found = measure_after(s, noun + 2)
        if (
            found is not None
            and (
                (
                    following in ("of", "in")
                    and s.words[found.last - 1] not in CONDITIONS
                    and s.raw[found.last - 1].islower()
                    and not s.flags[found.last - 1] & (lx.DATASET_WORD | lx.HARDWARE)
                )
                or found.known
                or (following == "in" and is_capital_measure(s, found))
            )
            and (measure is None or (found.known and not flags & lx.NOUN_SPEED))
        ):
            measure = found
    if (
        measure is None and following == "over"
    ):  # "9% improvement over the certified accuracy of the strongest baseline"
        found = measure_after(s, noun + 2)
        if found is not None and found.known and s.word(found.last) in ("of", "achieved", "obtained"):
            measure = found
    if measure is None and s.tag(n.own_left) == "(":
        named = s.before(n.own_left)
        if named[0] < named[1] and is_measure(s, *named) and not s.flags[named[1] - 1] & lx.NOUN_CHANGE:
            measure = measure_of(s, *named)  # "token efficiency (1.47x improvement)"
    if measure is None and word == "compression":
        measure = implied_measure("compression", noun, False)
        flags = lx.NOUN_UP
    if flags & lx.NOUN_SPEED:
        measure = speed_measure(s, measure, noun)
    direction = moves(flags, measure.lower if measure else False)
    if flags & lx.NOUN_UP and flags & lx.NOUN_IMPROVE:
        direction = moves(lx.NOUN_IMPROVE, measure.lower if measure else False)
    if flags & lx.NOUN_SPEED:
        direction = None if measure and measure.lower else "up"
    if word in ("margin", "margins"):
        direction = "up"
    frame = Frame(
        "change", "change.noun_after", measure, settled=measure is not None, direction=direction, flags=flags
    )
    frame.basis = basis_at(s, *range(max(0, n.place - 3), n.place), *range(right, noun))
    frame.close = noun + 1
    return frame


def of(s: Sentence, n: Number) -> Frame | None:
    """Read `gains of up to 7%`, `a reduction in latency of 30%`, `a gap of 3 points`, `improvement: 1.5 BLEU`."""
    left = n.left
    word = s.word(left)
    if n.bare and not n.decimal and s.flag(s.after(n.right)[1] - 1) & (lx.COUNTABLE | lx.DATASET_WORD):
        return None  # "an improvement over 5 benchmarks"
    if word not in ("of", ":", "reaching", ",", "between", "in", "ranging", "up", "–", "within", "by"):
        if s.flag(left) & lx.NOUN_CHANGE and s.tag(left) == "N" and s.np_last[left] == left + 1:
            if any(s.words[at] in ("below", "above") for at in range(left + 1, n.place)) and s.flag(left) & (
                lx.NOUN_UP | lx.NOUN_DOWN
            ):
                return None  # "a decline below 20%" is a level
            return _of_noun(s, n, left, left)
        if (
            left < n.place - 1 and s.tag(left) in "NE" and not n.bare
        ):  # "an increase in accuracy of the base model up to 20%"
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
        if inner == end and s.flags[last - 1] & lx.HYPERPARAMETER:
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
            measure = speed_measure(s, measure, head[1] - 1)
        frame = Frame("change", "change.in_of", measure, settled=measure is not None, flags=flags)
        frame.direction = moves(flags, measure.lower if measure else False)
        frame.basis = basis_at(s, *range(max(0, head[0] - 3), head[1]))
        return frame
    return None


def _of_noun(s: Sentence, n: Number, noun: int, left: int) -> Frame | None:
    first = s.np_first[noun] if s.np_first[noun] >= 0 else noun
    word, flags = s.words[noun], s.flags[noun] & lx.NOUN_CHANGE
    if (
        word in ("loss", "losses", "compression", "variance", "deviation", "variation")
        and n.bare
        and measure_of(s, first, noun) is None
        and named_after(s, n) is None
    ):
        return None
    if (
        word in ("loss", "losses")
        and n.bare
        and first < noun
        and not s.flags[noun - 1] & lx.METRIC_HEAD
        and (not is_measure(s, first, noun) or (noun in s.hits and s.hits[noun] is s.hits.get(noun - 1)))
    ):
        return None  # "a validation loss of 3.08" is a level
    if (
        word in ("gap", "gaps")
        and noun > first
        and s.words[noun - 1] in ("optimality", "duality", "mip", "integrality")
    ):
        return None
    if word in ("overhead", "overheads"):
        if n.quantity.unit != "%":
            return None
        return Frame(
            "change",
            "change.overhead",
            Measure(s.span(first, noun + 1), first, noun + 1, True),
            settled=True,
            direction="up",
        )
    measure = measure_of(s, first, noun)
    frame = Frame("change", "change.of", measure, flags=flags)
    if measure is None or not measure.known:
        found = named_after(s, n) or (
            measure_after(s, noun + 2)
            if s.word(noun + 1) in ("in", "of", "to") and noun + 1 != left and noun + 1 < n.place
            else None
        )
        if found is not None and (measure is None or found.known):
            measure = found
    frame.measure, frame.settled = measure, measure is not None
    if flags & lx.NOUN_SPEED:
        frame.measure = speed_measure(s, measure, noun)
        frame.settled = True
    frame.direction = moves(flags, measure.lower if measure else False)
    if flags & lx.NOUN_SPEED:
        frame.direction = None if frame.measure and frame.measure.lower else "up"
    if word in ("margin", "margins"):
        frame.direction = "up"
    frame.basis = basis_at(s, *range(max(0, first - 3), noun), n.place + 1)
    return frame


_HELD = one_of("kept limited held confined restricted bounded capped")


def copula(s: Sentence, n: Number) -> Frame | None:
    """Read `the average improvement of FooNet is 7% over`, `its relative improvement over BERT was 8%`."""
    verb = n.left
    if s.word(verb) in ("to", "within", "at") and s.word(verb - 1) in _HELD and s.tag(verb - 2) == "B":
        verb -= 2  # "the degradation is kept to less than 5%"
    elif s.tag(verb) != "B" and s.word(verb) not in ("reaches", "reached", "averages", "averaged", "reach"):
        return None
    first, last = subject(s, verb)
    if (
        first == last
        or not s.flags[last - 1] & lx.NOUN_CHANGE
        or s.words[last - 1] in ("loss", "losses", "variance", "deviation", "compression")
    ):
        return None
    flags = s.flags[last - 1] & lx.NOUN_CHANGE
    measure = measure_of(s, first, last - 1)
    if s.word(last) in ("in", "of") and (measure is None or not measure.known):
        found = measure_after(s, last + 1)
        if found is not None and (found.known or (measure is None and s.word(last) == "in")):
            measure = found
    if flags & lx.NOUN_SPEED:
        measure = speed_measure(s, measure, last - 1)
    # "the performance degradation is" names none, and none from elsewhere is meant
    generic = measure is None and last - first > 1
    frame = Frame("change", "change.copula", measure, settled=generic or measure is not None, flags=flags)
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
            frame = Frame(
                "change", "change.share_noun", measure, settled=measure is not None, flags=lx.NOUN_DOWN
            )
            frame.direction = "down"
            return frame
        at += 1
    return None
