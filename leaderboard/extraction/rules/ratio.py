"""Ratios: a multiplicative difference, `1.45x speedup`, `16.2x faster`, `twice the throughput`, `by 2600 times`."""

from leaderboard.extraction import cues
from leaderboard.extraction.frame import (
    Frame,
    change_direction,
    full_after,
    metric_like,
    metric_of,
    phrase_after,
    phrase_before,
    polarity,
    subject_metric,
)
from leaderboard.extraction.rules import change
from leaderboard.extraction.view import View

_IMAGE_SCALES = frozenset(
    [
        "super-resolution",
        "upsampling",
        "upscaling",
        "downsampling",
        "downscaling",
        "magnification",
        "zoom",
        "sr",
        "resolution",
        "scale",
        "scaling",
        "upscale",
        "downsample",
        "upsample",
        "interpolation",
        "undersampling",
        "subsampling",
    ]
)
_AS = {
    "fast": ("speed", "up"),
    "faster": ("speed", "up"),
    "quickly": ("speed", "up"),
    "slow": ("speed", "down"),
    "large": ("size", "up"),
    "big": ("size", "up"),
    "small": ("size", "down"),
    "long": ("length", "up"),
    "efficient": ("efficiency", "up"),
    "efficiently": ("efficiency", "up"),
    "likely": ("likelihood", "up"),
    "accurate": ("accuracy", "up"),
    "expensive": ("cost", "up"),
    "costly": ("cost", "up"),
    "cheap": ("cost", "down"),
    "high": (None, "up"),
    "low": (None, "down"),
    "much": (None, "up"),
    "many": (None, "up"),
    "few": (None, "down"),
    "good": (None, "up"),
    "effective": ("effectiveness", "up"),
}
_REPEATED = frozenset(
    [
        "repeated",
        "repeat",
        "run",
        "ran",
        "sampled",
        "executed",
        "evaluated",
        "tested",
        "trained",
        "queried",
        "called",
        "applied",
        "performed",
    ]
)


def read(view: View, place: int, left: int, right: int) -> Frame | None:
    """Return what a factor (`3x`, `four times`, `an order of magnitude`, `two-fold`) says, or None for a mere count."""
    number = view.quantities[place]
    word = view.word(right)
    if word in _IMAGE_SCALES or (view.word(right + 1) in _IMAGE_SCALES and word not in ("in",)):
        return None
    if view.flag(right) & cues.HARDWARE and view.word(right) not in (
        "gpu",
        "cpu",
        "gpus",
        "hardware",
        "edge",
        "server",
    ):
        return None
    if word == "cross-validation" or view.word(right + 1) == "cross-validation" or word == "cross":
        return None
    if place + 1 in view.quantities or view.word(place + 1)[:1].isdigit():
        return None
    if view.words[place].endswith("folds"):
        return None
    if (
        view.words[place].endswith("fold")
        and view.flag(left) & cues.BE
        and view.flag(right) & cues.PUNCTUATION
    ):
        return None
    frame = (
        _as_much_as(view, place, right)
        or _compared(view, place, left, right)
        or _multiple_of(view, place, right)
        or change.by_amount(view, place, left)
        or change.of_amount(view, place, left)
        or change.verb_amount(view, place, left, right)
        or _level(view, place, left, right)
        or _noun(view, place, right)
    )
    if frame is None:
        times = view.words[place].endswith("times")
        if (
            times
            or view.word(left) in _REPEATED
            or (number.value_max is None and number.value <= 1 and view.quantities[place].unit != "x")
        ):
            return None
        if word == "of":
            return None
        frame = Frame("ratio", "ratio.default", strength=0.4)
    frame.kind = "ratio"
    frame.rule = "ratio." + frame.rule.split(".", 1)[1]
    frame.basis = None
    if number.value < 1 and number.value > 0 and frame.direction == "up" and frame.rule == "ratio.noun":
        frame.direction = "down"
    return frame


def _compared(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read `3.3x higher query rates`, `80X smaller`, `10x more than any`, `14X cut in parameters`, `1.45x speedup`."""
    at = right
    if view.word(at) in ("magnitude", "or", "further"):
        at += 1
    frame = change.comparative(view, place, at)
    if frame is not None:
        if frame.metric == "speed" and view.flag(frame.right - 1) & cues.COMP_SPEED:
            frame.direction = "up"
        if frame.metric is None and view.word(frame.right - 1) in (
            "more",
            "less",
            "fewer",
            "higher",
            "lower",
            "greater",
        ):
            _inherit_measure(view, place, frame)
        return frame
    frame = change.quantity_noun(view, place, at)
    if frame is not None:
        noun = frame.right - 1
        if view.flag(noun) & cues.NOUN_SPEED:
            if view.word(noun + 1) in ("in", "of", "on", "for") and frame.metric is None:
                frame.metric = "speed"
            tail = (frame.metric or "speed").split()[-1]
            if frame.metric and tail not in ("speed", "latency", "throughput", "time", "speedup"):
                frame.metric = frame.metric + " speed" if len(frame.metric.split()) <= 3 else frame.metric
            frame.metric = frame.metric or "speed"
        elif frame.metric is None and view.word(noun) in ("compression",):
            frame.metric, frame.direction = "size", "down"
        if view.word(noun) in ("compression",):
            frame.direction = "down"
        return frame
    return None


def _inherit_measure(view: View, place: int, frame: Frame) -> None:
    """Give `10x more than GPT-2` the measure that the number before it counts, as in `175 billion parameters, 10x more`."""
    for at in range(place - 1, max(-1, place - 8), -1):
        before = view.quantities.get(at)
        if before is not None and before.unit == "parameters":
            frame.metric, frame.metric_known = "parameters", True
            return


def _as_much_as(view: View, place: int, right: int) -> Frame | None:
    """Read `twice as fast as`, `three times as many parameters as`."""
    if view.word(right) != "as":
        return None
    entry = _AS.get(view.word(right + 1))
    if entry is None:
        return None
    name, direction = entry
    if name is None:
        name = metric_of(view, *phrase_after(view, right + 2, 5))
    frame = Frame("ratio", "ratio.as", name, metric_known=name is not None, right=right + 2)
    frame.direction = "up" if direction == "up" else "down"
    return frame


def _multiple_of(view: View, place: int, right: int) -> Frame | None:
    """Read `twice the throughput of vLLM`, `half the memory`, `2x the model size`, `ten times its size`."""
    if view.word(right) not in ("the", "its", "their", "that", "of"):
        return None
    if view.word(right) == "of" and view.word(right + 1) not in ("the", "its", "that"):
        return None
    first, last = phrase_after(view, right + (2 if view.word(right) == "of" else 1))
    name = metric_of(view, first, last)
    number = view.quantities[place]
    frame = Frame("ratio", "ratio.multiple", name, metric_known=name is not None)
    frame.direction = "up" if number.value >= 1 else "down"
    if view.word(last) == "of" and last > first:
        base_first, base_last = phrase_after(view, last + 1)
        if base_first < base_last:
            frame.baseline = view.span(base_first, base_last)
    return frame if first < last else None


def _level(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read `a speedup of 3.2x` written otherwise: `speedups (3.2x)`, `is accelerated 14x`, `accelerates 3x`, `up to 18x in throughput`."""
    flags = view.flag(left)
    if flags & (cues.VERB_FASTER | cues.VERB_UP | cues.VERB_DOWN | cues.VERB_IMPROVE):
        frame = change.verb_amount(view, place, left, right)
        if frame is not None:
            return frame
    if view.word(right) in ("in", "for", "on"):
        first, last = full_after(view, right + 1)
        noun = view.flag(last - 1) & cues.NOUN_CHANGE if last > first else 0
        if noun or metric_like(view, first, last):
            name = metric_of(view, first, last)
            frame = Frame("ratio", "ratio.number_in", name, metric_known=True)
            frame.direction = change_direction(noun, name) if noun else "up" if polarity(name) > 0 else "down"
            return frame
    if view.word(left) == "(":
        first, last = phrase_before(view, left)
        if metric_like(view, first, last):
            frame = Frame(
                "ratio", "ratio.bracket", metric_of(view, first, last), metric_known=True, strength=0.8
            )
            frame.direction = "up" if view.quantities[place].value >= 1 else "down"
            return frame
    if flags & (cues.VERB_REACH | cues.BE) and view.words[left] in (
        "vary",
        "varies",
        "vary",
        "differ",
        "is",
        "are",
        "range",
        "ranges",
    ):
        first, last = subject_metric(view, left)
        if metric_like(view, first, last):
            return Frame(
                "ratio", "ratio.subject", metric_of(view, first, last), metric_known=True, strength=0.6
            )
    return None


def _noun(view: View, place: int, right: int) -> Frame | None:
    """Read `3.9x throughput`, `0.4x latency`, `2.7x decoding speed`, `around 20x parameters stored`."""
    if view.word(right) == "(":
        return None
    first, last = phrase_after(view, right)
    if first != right or first == last:
        return None
    name = metric_of(view, first, last)
    if name is None or not metric_like(view, first, last):
        return None
    frame = Frame("ratio", "ratio.noun", name, metric_known=True, strength=0.8)
    number = view.quantities[place]
    frame.direction = "up" if number.value >= 1 and polarity(name) > 0 else "down"
    return frame
