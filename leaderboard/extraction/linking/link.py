"""Link the frames of a sentence: one reading a number, or one for each benchmark that a number is reported on."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.confidence import confidence
from leaderboard.extraction.frames.frame import Item, Measure, moves
from leaderboard.extraction.linking.against import baseline_of
from leaderboard.extraction.linking.listed import listed
from leaderboard.extraction.linking.measure import around
from leaderboard.extraction.linking.owner import owner_of
from leaderboard.extraction.linking.placing import benchmarks_of
from leaderboard.extraction.linking.reading import MEASURED, Context, Linker, Reading
from leaderboard.extraction.linking.settings import qualifier_of, setting_of
from leaderboard.extraction.mentions.benchmarks import groups
from leaderboard.extraction.mentions.models import model_spans
from leaderboard.extraction.mentions.systems import Own
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_benchmark_name
from leaderboard.model import Direction


def link(s: Sentence, items: list[Item], own: Own, context: Context, seen: frozenset[str]) -> list[Reading]:
    """Return the readings of a sentence."""
    named = {own.benchmark.lower()} if own.benchmark else set()
    named |= {name.lower() for name in own.names if is_benchmark_name(name)}
    linker = Linker(
        s, items, own, context, groups(s, own.lowered - named, seen | named, own.fields), model_spans(s)
    )
    for item in items:
        linker.readings += _read(linker, item)
    return linker.readings


def _read(linker: Linker, item: Item) -> list[Reading]:
    s, frame, number = linker.s, item.frame, item.number
    kind, quantity = frame.kind, number.quantity
    why = {"kind": frame.rule}
    measure, metric = _measure(linker, item, why)
    lower = measure.lower if measure is not None else _lower(metric)
    direction = _direction(linker, item, measure, lower) if kind in ("change", "ratio") else None
    unit = frame.unit or quantity.unit
    value = frame.value if frame.value is not None else quantity.value
    value_max = quantity.value_max
    if kind in ("change", "ratio"):
        value, value_max = abs(value), abs(value_max) if value_max is not None else None
    basis = frame.basis if kind == "change" else None
    if kind == "change" and basis is None and unit != "%":
        basis = "absolute"
    names, reason = _benchmarks(linker, item, metric)
    if reason:
        why["benchmark"] = reason
    baseline = None
    if kind in ("change", "ratio", "count"):
        if frame.baseline is not None:
            baseline, reason = s.span(*frame.baseline), frame.rule
        else:
            baseline, reason = baseline_of(linker, item)
        if baseline:
            why["baseline"] = reason
    owner = owner_of(linker, item, baseline)
    if owner.method:
        why["method"] = owner.why
    role = owner.role if kind in ("score", "resource", "count", "ratio") else None
    qualifier, setting = qualifier_of(s, item), setting_of(linker, item)
    readings = []
    for name in names:
        reading = Reading(
            s, quantity.start, quantity.end, kind, value, value_max, unit, direction, basis, metric, name, owner.method, owner.model, baseline, setting, qualifier, role,
            frame.target, frame.rule, 0.0, frame.strength, item.place, item.row, dict(why),
        )  # fmt: skip
        reading.confidence = confidence(reading, frame.strength)
        readings.append(reading)
    return readings


def _measure(linker: Linker, item: Item, why: dict[str, str]) -> tuple[Measure | None, str | None]:
    frame = item.frame
    kind = frame.kind
    if kind in MEASURED and len(item.number.members) > 1:
        aligned = listed(linker, item)
        if aligned is not None:
            why["metric"] = "listed in the same order"
            return aligned, aligned.name
    measure = frame.measure
    if measure is not None:
        why["metric"] = frame.rule
        return measure, measure.name
    asks = kind in ("score", "change", "ratio")
    if asks and not frame.settled:
        found, reason = around(linker, item)
        if found is not None:
            why["metric"] = reason
            return (found, found.name) if isinstance(found, Measure) else (None, found)
        s = linker.s
        if (
            kind == "score"
            and frame.rule in ("score.of", "score.metric_number", "score.verb")
            and not (frame.verb >= 0 and s.words[frame.verb] in ("score", "scores"))
            and any(
                s.words[at] in ("score", "scores")
                for at in range(max(0, item.number.left - 3), item.number.left + 1)
            )
        ):
            why["metric"] = "a score without a name"
            return None, "score"
    return None, None


def _lower(metric: str | None) -> bool:
    if not metric:
        return False
    words = metric.lower().split()
    if len(words) > 1 and words[-1] in ("rate", "score", "scores", "usage", "count", "gap"):
        words = words[:-1] if lx.default().get(words[-2], 0) & lx.LOWER_BETTER else words
    return bool(lx.default().get(words[-1], 0) & lx.LOWER_BETTER)


def _direction(linker: Linker, item: Item, measure: Measure | None, lower: bool) -> Direction | None:
    frame = item.frame
    if (
        measure is frame.measure
        and measure is not None
        and not (frame.flags == 0 and frame.direction is None)
    ):
        return frame.direction
    if frame.flags & lx.NOUN_SPEED:
        return frame.direction
    if frame.flags:
        return moves(frame.flags, lower)
    if "compare" in frame.rule and frame.direction == "up" and lower and frame.rule.startswith("change"):
        return "down"
    if frame.direction is None and item.frame.rule.startswith(("ratio.default", "ratio.bracket")):
        return _improving(linker, item, lower)
    return frame.direction


def _improving(linker: Linker, item: Item, lower: bool) -> Direction | None:
    s = linker.s
    for at in range(item.place):
        if s.flags[at] & (
            lx.VERB_IMPROVE | lx.NOUN_IMPROVE | lx.VERB_COMPARE | lx.NOUN_SPEED | lx.COMP_SPEED
        ):
            return "down" if lower else "up"
    return None


def _benchmarks(linker: Linker, item: Item, metric: str | None) -> tuple[list[str | None], str]:
    frame = item.frame
    if frame.benchmark is not None:
        return [linker.s.span(*frame.benchmark)], frame.rule
    found, reason = benchmarks_of(linker, item, metric)
    return (list(found), reason) if found else ([None], "")
