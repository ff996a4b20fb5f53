"""Ratios: a multiplicative difference, `1.45x speedup`, `16.2x faster`, `twice the throughput`, `by 2600 times`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames import difference
from leaderboard.extraction.frames.frame import Frame, Measure, Number, moves
from leaderboard.extraction.frames.measures import full_after, is_measure, measure_after, measure_of, subject
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.model import Direction

_IMAGE_SCALES = one_of(
    """super-resolution upsampling upscaling downsampling downscaling magnification zoom sr resolution scale scaling
    upscale downsample upsample interpolation undersampling subsampling cross-validation cross validation"""
)
# "twice as ADJECTIVE as": the measure (None: the noun that follows) and where it goes
_AS: dict[str, tuple[str | None, Direction]] = {
    "fast": ("speed", "up"), "quickly": ("speed", "up"), "quick": ("speed", "up"), "slow": ("speed", "down"), "large": ("size", "up"), "big": ("size", "up"),
    "small": ("size", "down"), "long": ("length", "up"), "short": ("length", "down"), "efficient": ("efficiency", "up"), "efficiently": ("efficiency", "up"),
    "likely": ("likelihood", "up"), "accurate": ("accuracy", "up"), "expensive": ("cost", "up"), "costly": ("cost", "up"), "cheap": ("cost", "down"),
    "high": (None, "up"), "low": (None, "down"), "much": (None, "up"), "many": (None, "up"), "few": (None, "down"), "little": (None, "down"), "good": (None, "up"),
    "effective": ("effectiveness", "up"), "often": ("frequency", "up"), "frequently": ("frequency", "up"), "well": (None, "up"),
}  # fmt: skip
_REPEATED = one_of(
    """repeated repeat run ran sampled executed evaluated tested trained queried called applied performed cited
    downloaded repeats"""
)
_UNITS_OF_COUNT = ("times", "time")


def read(s: Sentence, n: Number) -> Frame | None:
    """Return what a factor (`3x`, `four times`, `an order of magnitude`, `two-fold`) says, or None for a mere count."""
    number, right = n.quantity, n.right
    word, token = s.word(right), s.words[n.place]
    if (
        token.endswith("times")
        and s.tag(n.left) == "N"
        and s.flag(n.left) & lx.NOUN_CHANGE
        and n.left == n.place - 1
    ):
        return None  # "loss reductions four times"
    if word in _IMAGE_SCALES or (
        s.word(right + 1) in _IMAGE_SCALES and word != "in" and s.tag(right) in "NEA"
    ):
        return None
    if s.flag(right) & lx.HARDWARE and s.raw[right][:1].isupper() and word not in ("gpu", "cpu", "gpus"):
        return None
    if n.place + 1 in s.numbers or s.word(n.place + 1)[:1].isdigit() or token.endswith("folds"):
        return None
    frame = (
        _as_much_as(s, n)
        or _compared(s, n)
        or _multiple_of(s, n)
        or difference.by(s, n)
        or difference.of(s, n)
        or difference.verb(s, n)
        or (difference.bracket(s, n) if s.tag(n.left) == "(" else None)
        or difference.copula(s, n)
        or _level(s, n)
        or _noun(s, n)
    )
    if frame is None:
        if token.endswith("fold") and (s.tag(n.left) == "B" or (n.spelled and s.tag(n.right) in "NEA,:")):
            return None  # "is three-fold", "a two-fold approach"
        times = token.endswith(_UNITS_OF_COUNT)
        if (times and s.tag(n.own_left) in ",C") or (times and s.word(n.right) in ("for", "on", "in")):
            return Frame("ratio", "ratio.default", strength=0.1, own=False)
        if (
            times
            or s.word(n.left) in _REPEATED
            or (
                number.value <= 1
                and token.endswith("order of magnitude") is False
                and not token.endswith(("x", "×"))
            )
        ):
            return None
        if word == "of" and not (s.flag(right + 1) & lx.DETERMINER):
            return None
        frame = Frame("ratio", "ratio.default", strength=0.4, own=False)
    frame.kind = "ratio"
    frame.rule = "ratio." + frame.rule.split(".", 1)[1]
    frame.basis = None
    if 0 < number.value < 1 and frame.direction == "up" and frame.rule == "ratio.noun":
        frame.direction = "down"
    if frame.measure is not None and frame.measure.name.lower() in (
        "compression",
        "compression ratio",
        "compression rate",
    ):
        frame.direction = "up" if frame.rule != "ratio.by" else frame.direction
    return frame


def _compared(s: Sentence, n: Number) -> Frame | None:
    """Read `3.3x higher query rates`, `80X smaller`, `10x more than any`, `14X cut in parameters`, `1.45x speedup`."""
    frame = difference.comparative(s, n)
    if frame is not None:
        word = s.words[frame.close - 1]
        if frame.measure is None and word in ("more", "fewer", "less") and s.tag(frame.close) in "NEA":
            first, last = s.after(frame.close)
            if first < last:
                frame.measure = Measure(s.span(first, last), first, last)
                frame.settled = True
        return frame
    surpassed = s.flag(n.right) & lx.VERB_COMPARE and s.tag(n.right) != "N"  # "factors of 21x outperforms"
    return _of_rate(s, n) or (None if surpassed else difference.noun_after(s, n))


def _as_much_as(s: Sentence, n: Number) -> Frame | None:
    """Read `twice as fast as`, `three times as many parameters as`."""
    if s.word(n.right) != "as":
        return None
    entry = _AS.get(s.word(n.right + 1))
    if entry is None:
        return None
    name, direction = entry
    at = n.right + 2
    if name is not None:
        measure: Measure | None = Measure(name, n.right + 1, n.right + 2)
    else:
        measure = measure_of(s, *s.after(at))
        if measure is None:
            measure = measure_of(s, *subject(s, _verb_before(s, n)))
    return Frame("ratio", "ratio.as", measure, settled=measure is not None, direction=direction, close=at)


def _verb_before(s: Sentence, n: Number) -> int:
    for at in range(n.left, -1, -1):
        if s.tags[at] in "VB":
            return at
    return 0


def _multiple_of(s: Sentence, n: Number) -> Frame | None:
    """Read `twice the throughput of vLLM`, `half the memory`, `2x the model size`, `ten times its size`, `3x that of`."""
    right = n.right
    word = s.word(right)
    owned = _possessive(s, n)
    if owned is not None:
        return owned
    if word not in ("the", "its", "their", "that", "those", "larger", "of") or (
        word == "of" and s.word(right + 1) not in ("the", "its", "their")
    ):
        return None
    at = right + (2 if word == "of" else 1)
    up: Direction = "up" if n.quantity.value >= 1 else "down"
    if word in ("that", "those"):
        measure = measure_of(s, *subject(s, _verb_before(s, n)))
        frame = Frame("ratio", "ratio.that_of", measure, settled=measure is not None, direction=up, close=at)
    else:
        first, last = s.after(at)
        if first == last or s.tag(first - 1) == "R":
            return None
        measure = measure_of(s, first, last)
        if measure is None or (
            s.flags[last - 1] & (lx.DATA_SHARE | lx.COUNTABLE)
            and s.words[last - 1] not in ("parameters", "tokens", "size")
        ):
            return None
        if word == "of" and not measure.known:
            return None
        if s.flag(n.left) & lx.VERB_DOWN and s.tag(n.left) in "VGT":
            up = "down"  # "can reduce up to 3.1x the total memory usage"
        frame = Frame("ratio", "ratio.multiple", measure, settled=True, direction=up, close=last)
    if s.word(frame.close) == "of":
        span = s.after(frame.close + 1)
        if span[0] < span[1]:
            frame.baseline = span
    return frame


def _possessive(s: Sentence, n: Number) -> Frame | None:
    """Read `nearly double BERT's accuracy`, `3x vLLM's throughput`: whose it is, is what it is against."""
    first, last = s.after(n.right)
    stop = next((at for at in range(first, last) if s.tags[at] == "s"), -1)
    if s.tag(n.right + 1) == "s":  # "double FP16's performance": a width, not a name
        first, stop, last = n.right, n.right + 1, s.after(n.right + 2)[1]
    if first != n.right or stop <= first or stop + 1 >= last:
        return None
    measure = measure_of(s, stop + 1, last)
    if measure is None and not s.flags[last - 1] & lx.GENERIC_METRIC:
        return None
    up: Direction = "up" if n.quantity.value >= 1 else "down"
    frame = Frame("ratio", "ratio.multiple", measure, settled=measure is not None, direction=up, close=last)
    frame.baseline = (first, stop)
    return frame


def _of_rate(s: Sentence, n: Number) -> Frame | None:
    """Read `a speedup of 6.2x`, `an acceleration rate of about 1.5 times`, `a compression ratio of 4x`."""
    if s.word(n.left) != "of":
        return None
    first, last = s.before(n.left)
    if last - first < 2 or s.words[last - 1] not in ("rate", "ratio", "factor", "ratios", "rates", "factors"):
        return None
    head = last - 2
    if s.flags[head] & lx.NOUN_SPEED:
        before = measure_of(s, first, head)
        speed = difference.speed_measure(s, before, head)
        return Frame("ratio", "ratio.of_rate", speed, settled=True, direction="up")
    if s.words[head] in ("compression", "reduction"):
        up = s.words[head] == "compression"
        measure = Measure(s.span(head, last), head, last) if up else measure_of(s, first, head)
        return Frame(
            "ratio", "ratio.of_rate", measure, settled=measure is not None, direction="up" if up else "down"
        )
    return None


def _level(s: Sentence, n: Number) -> Frame | None:
    """Read a factor as a level of a measure: `a speedup of`, `by 1.93 times for recall`, `latency is 3x`, `speedups (3x)`."""
    left, right = n.left, n.right
    word = s.word(left)
    if word == "at" and s.after(right)[0] == right and is_measure(s, *s.after(right)):
        return None  # "3.8% higher accuracy at 3.5x speed"
    if word in ("of", ":", "=", "at", "to", "(", "is", "are", "was", "were", "reaches", "up"):
        first, last = s.before(left) if word in ("of", ":", "=", "at", "to", "(", "up") else subject(s, left)
        if first < last and is_measure(s, first, last):
            measure = measure_of(s, first, last)
            if measure is not None and not (s.flags[last - 1] & lx.NOUN_SPEED):
                up: Direction = "up" if n.quantity.value >= 1 else "down"
                more = s.flag(first - 1) & lx.COMPARATIVE if s.tag(first - 1) == "M" else 0
                way = moves(more, measure.lower) if more else up
                return Frame("ratio", "ratio.of", measure, settled=True, direction=way, strength=0.8)
    if s.word(right) in ("in", "for", "on"):
        first, last = full_after(s, right + 1)
        noun = s.flag(last - 1) & lx.NOUN_CHANGE if last > first else 0
        if noun or is_measure(s, first, last):
            measure = measure_of(s, first, last)
            frame = Frame("ratio", "ratio.number_in", measure, settled=True, own=False)
            lower = measure.lower if measure else False
            frame.direction = moves(noun, lower) if noun else "down" if lower else "up"
            return frame
    if s.flag(left) & (lx.VERB_REACH | lx.BE) and word in (
        "vary",
        "varies",
        "differ",
        "is",
        "are",
        "range",
        "ranges",
    ):
        first, last = subject(s, left)
        if is_measure(s, first, last):
            return Frame("ratio", "ratio.subject", measure_of(s, first, last), settled=True, strength=0.6)
    return None


def _noun(s: Sentence, n: Number) -> Frame | None:
    """Read `3.9x throughput`, `0.4x latency`, `2.7x decoding speed`, `around 20x parameters stored`, `4x compression`."""
    if s.tag(n.right) in "(),;.:":
        return None
    first, last = s.after(n.right)
    if first != n.right or first == last:
        return None
    measure = measure_of(s, first, last)
    if measure is None or not (measure.known or s.flags[measure.last - 1] & (lx.AMOUNT | lx.METRIC_HEAD)):
        return None
    frame = Frame("ratio", "ratio.noun", measure, settled=True, strength=0.8, close=last)
    if s.word(last) == "of":
        span = s.after(last + 1)
        if span[0] < span[1] and (
            s.flags[span[1] - 1] & lx.COMPARED_NOUN
            or s.flags[span[0]] & lx.OTHERS
            or s.kind_at(span[1] - 1) == "model"
        ):
            frame.baseline = span
    frame.direction = "up" if n.quantity.value >= 1 and not measure.lower else "down"
    return frame


def word_number(s: Sentence, place: int, value: float, n: Number) -> Frame | None:
    """Read `twice as fast`, `doubles the throughput`, `half the memory`, `double the speed of`."""
    word = s.words[place]
    if word in ("twice", "thrice", "half", "double", "triple"):
        frame = (
            _as_much_as(s, n)
            or _possessive(s, n)
            or (_multiple_of(s, n) if s.tag(place) not in "VG" or word in ("twice", "half") else None)
        )
        if frame is None and word in ("twice", "thrice", "double"):
            found = difference.comparative(s, n)
            if found is not None:
                found.kind, found.rule, found.basis = "ratio", "ratio.comparative", None
                frame = found
        if frame is not None and word == "half":
            frame.direction = "down"
        if frame is not None or word in ("twice", "thrice", "half"):
            return frame
    if s.tags[place] in "VGT" or word.endswith(("ed", "ing", "s")):
        first, last = s.after(place + 1)
        measure = measure_of(s, first, last) if first < last else None
        if measure is None:
            span = subject(s, place)
            measure = measure_of(s, *span) if is_measure(s, *span) else None
        if measure is not None and not (measure.known or s.raw[measure.last - 1].islower()):
            measure = None
        others = any(s.flags[at] & lx.OTHERS for at in range(place + 1, last))
        generic = (
            first < last
            and first - place <= 2
            and (others or s.words[last - 1] in ("performance", "result", "results", "metrics"))
        )
        if generic and others:
            measure = None  # "doubling other methods"
        if measure is not None or generic:
            down = word.startswith("halv")
            frame = Frame("ratio", "ratio.verb_word", measure, settled=True, strength=0.7, verb=place)
            frame.direction = "down" if down else "up"
            if (
                generic and measure is None
            ):  # "doubling the performance of FooAgent", "doubling the previous best result"
                beaten = s.after(last + 1) if s.word(last) == "of" else (first, last)
                if others:
                    beaten = (place + 1, last)
                frame.baseline = beaten if beaten[0] < beaten[1] else (first, last)
                frame.settled = False
            return frame
    return None


__all__ = ["measure_after", "read", "word_number"]
