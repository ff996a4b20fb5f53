"""Resources: an absolute cost or speed with the unit that says so: `17 ms`, `24 GB`, `30 FPS`, `$20`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Measure, Number
from leaderboard.extraction.frames.measures import is_measure, measure_after, measure_of, subject
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence

DEFAULTS = {
    "time": "time", "memory": "memory", "rate": "throughput", "money": "cost", "energy": "energy", "power": "power", "compute": "compute",
    "operations": "FLOPs", "devices": "GPUs", "area": "area",
}  # fmt: skip
_COSTS = one_of(
    """training compute computation gpu inference pretraining pre-training wall-clock memory runtime processing vram
    ram video"""
)
_PERIODS = one_of(
    """last past next first every after previous lasting lasted lasts spanning totaling totalling"""
)
_STORES = frozenset(("memory", "storage", "ram", "vram", "budget", "footprint", "energy", "power"))


def read(s: Sentence, n: Number) -> Frame | None:
    """Return the frame of an amount with a unit, or None where it is no cost: `10 hours of speech`, `a 3-day course`."""
    number = n.quantity
    dimension = number.dimension or ""
    if dimension not in DEFAULTS:
        return None
    after, following = s.word(n.right), s.word(n.right + 1)
    flags, next_flags = s.flag(n.right), s.flag(n.right + 1)
    if (
        after in ("of", "worth")
        and following not in _COSTS
        and (
            next_flags & lx.CONTENT_NOUN
            or s.flag(n.right + 2) & lx.CONTENT_NOUN
            or (dimension == "time" and not is_measure(s, *s.after(n.right + 1)))
        )
    ):
        return None
    if dimension == "time" and not _is_duration(s, n, after, flags, next_flags):
        return None
    if dimension == "rate" and number.unit in ("Hz", "kHz", "MHz", "GHz", "Gbps", "Tbps", "Mbps", "kbps"):
        if number.unit != "Hz" or (
            _measure(s, n) is None
            and not (
                s.word(n.left) == "at"
                and any(
                    w in ("performance", "real-time", "runs", "running", "operates", "operating")
                    for w in s.words[: n.place]
                )
            )
        ):
            return None
    if dimension == "memory" and (
        (after == "of" and following in ("text", "data", "code"))
        or after in ("dataset", "corpus", "data", "gpu", "gpus")
    ):
        return None
    if dimension in ("memory", "devices"):
        first, last = s.after(n.right)
        if (
            first == n.right < last
            and not is_measure(s, first, last)
            and s.words[last - 1] not in _STORES
            and after not in _COSTS
        ):
            return None  # "64 KB blocks", "an 8-GPU node"
    if dimension == "money" and number.scale in ("b", "billion", "million", "t", "trillion", "m"):
        return None
    if (
        dimension == "devices"
        and s.word(n.left) in ("on", "with", "using", "across")
        and n.left - 1 in s.numbers
        and s.numbers[n.left - 1].dimension not in DEFAULTS
    ):
        return None  # "1.96x on 4 GPUs"
    if (
        dimension == "devices"
        and n.place > 0
        and s.raw[n.place - 1][:1].isupper()
        and s.tag(n.place - 1) in "NE"
    ):
        return None  # "RTX 5090 GPU"
    if dimension == "devices" and s.word(n.left) not in (
        "on",
        "using",
        "with",
        "only",
        "of",
        "to",
        "requires",
        "needs",
        "from",
    ):
        return Frame(
            "resource", "resource.devices", Measure("GPUs", n.place, n.place + 1), settled=True, strength=0.4
        )
    measure = _measure(s, n) or Measure(DEFAULTS[dimension], n.place, n.place + 1)
    if number.unit == "TOPS/W" and measure.name == "FLOPs":
        measure = measure._replace(name="energy efficiency")
    if number.unit == "FPS" and measure.name == "throughput":
        measure = measure._replace(name="FPS")
    role = "baseline" if s.word(n.left) == "of" and s.word(n.left - 1) == "instead" else None
    return Frame(
        "resource",
        "resource." + dimension,
        measure,
        settled=True,
        role=role,
        strength=0.5 if dimension == "devices" else 1.0,
    )


def _is_duration(s: Sentence, n: Number, after: str, flags: int, next_flags: int) -> bool:
    number = n.quantity
    if (
        number.unit == "s"
        and 1900 <= number.value <= 2100
        and s.words[n.place][-1:] == "s"
        and " " not in s.words[n.place]
    ):
        return False  # "the 1990s"
    first, last = s.after(n.right)
    if first == n.right < last and not is_measure(s, first, last) and after not in _COSTS:
        return False  # "25 ms windows"
    if s.word(n.left) == "of":
        first, last = s.before(n.left)
        if (
            first < last
            and not is_measure(s, first, last)
            and not s.flags[last - 1] & (lx.AMOUNT | lx.METRIC_HEAD | lx.GENERIC_METRIC)
        ):
            return False
    if flags & lx.CONTENT_NOUN and after != "training":
        return False
    if next_flags & lx.CONTENT_NOUN and s.tag(n.right) in "NEA" and after != "training":
        return False
    if number.unit in ("months", "weeks") or after in (
        "a",
        "old",
        "ago",
        "later",
        "after",
        "before",
        "long",
        "apart",
        "period",
    ):
        return False
    token = s.words[n.place]
    if token.endswith(("-second", "-minute", "-hour", "-day")) and after not in ("latency",):
        return False
    return not (s.word(n.left) in _PERIODS and number.unit in ("days", "h", "min", "s"))


def _measure(s: Sentence, n: Number) -> Measure | None:
    """Return the measure that the words name: `latency of 17 ms`, `24 GB GPU memory`, `inference time is 3 s`."""
    left, right = n.left, n.right
    word = s.word(left)
    if (
        word in (":", "=", "to", "at", "of")
        or s.tag(left) == "("
        or any(s.words[at] in ("below", "under", "above", "over") for at in range(max(0, left + 1), n.place))
    ):
        end = left if word in (":", "=", "to", "at", "of") or s.tag(left) == "(" else left + 1
        first, last = s.before(end)
        if first < last and (
            is_measure(s, first, last) or (word == "of" and s.flags[last - 1] & (lx.AMOUNT | lx.METRIC_HEAD))
        ):
            found = measure_of(s, first, last)
            if found and s.words[last - 1] not in ("total", "order"):
                return found
    first, last = s.after(right)
    if first == right and first < last and (is_measure(s, first, last) or s.words[last - 1] in _STORES):
        found = measure_of(s, first, last)
        if found:
            return found
    if s.word(right) in ("of", "in"):
        found = measure_after(s, right + 1)
        if found and found.known:
            return found
    if s.tag(left) in "BVGT":
        first, last = subject(s, left)
        if is_measure(s, first, last):
            return measure_of(s, first, last)
    return None
