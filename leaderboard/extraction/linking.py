"""Linking: the frames of a sentence to its benchmarks, baselines, methods, models and settings."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leaderboard.extraction import baselines, cues
from leaderboard.extraction.attribution import attribute, model_spans
from leaderboard.extraction.benchmarks import Group, groups
from leaderboard.extraction.confidence import confidence
from leaderboard.extraction.frame import change_direction, metric_like, metric_of, polarity
from leaderboard.extraction.heads import METRIC_HEADS
from leaderboard.extraction.phrases import full_after, phrase_after, phrase_before
from leaderboard.extraction.placing import benchmarks_of
from leaderboard.extraction.reading import Item
from leaderboard.extraction.systems import Own
from leaderboard.extraction.view import View
from leaderboard.model import Basis, Direction, Kind

if TYPE_CHECKING:
    from leaderboard.extraction.pipeline import Context

_CLAUSE = frozenset((";", "while", "whereas", "but"))
_QUALIFIER_ORDER = ("up to", "at least", "over", "under", "average", "median", "about")
_MEASURED = frozenset(("score", "change", "ratio", "count"))


@dataclass(slots=True)
class Reading:
    """A claim in the making, with clean offsets and the reasons for its slots."""

    view: View
    start: int
    end: int
    kind: Kind
    value: float
    value_max: float | None = None
    unit: str | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    metric: str | None = None
    benchmark: str | None = None
    method: str | None = None
    model: str | None = None
    baseline: str | None = None
    setting: str | None = None
    qualifier: str | None = None
    role: str | None = None
    target: str | None = None
    rule: str = ""
    confidence: float = 0.0
    strength: float = 1.0
    place: int = 0
    why: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Linker:
    """The sentence that is being linked, with what was found in it once for all its numbers."""

    view: View
    items: list[Item]
    own: Own
    context: "Context"
    groups: list[Group]
    models: list[tuple[int, int]]

    def compared(self, before: "list[Reading]") -> set[str]:
        """Return what the readings so far call baselines, lower case."""
        return {reading.baseline.lower() for reading in (*self.context.recent(), *before) if reading.baseline}


def link(view: View, items: list[Item], own: Own, context: "Context") -> list[Reading]:
    """Return the readings of a sentence: one a number, or one for each benchmark that a number is reported on."""
    linker = Linker(
        view,
        items,
        own,
        context,
        groups(
            view,
            own.lowered - {(own.benchmark or "").lower()},
            context.seen() | ({own.benchmark.lower()} if own.benchmark else set()),
        ),
        model_spans(view),
    )
    readings: list[Reading] = []
    for position, item in enumerate(items):
        readings += _reading(linker, position, item, readings)
    return readings


def _reading(linker: Linker, position: int, item: Item, before: list[Reading]) -> list[Reading]:
    view, frame, number = linker.view, item.frame, item.quantity
    kind = frame.kind
    metric = frame.metric
    why: dict[str, str] = {"kind": frame.rule}
    aligned = _respectively(linker, item, metric) if kind in _MEASURED and len(item.members) > 1 else None
    if aligned:
        metric = aligned
        why["metric"] = "listed in the same order"
    if (
        metric is None
        and not frame.metric_known
        and (
            kind in ("score", "change")
            or (kind == "ratio" and frame.rule in ("ratio.comparative", "ratio.compare_by", "ratio.default"))
        )
    ):
        metric, reason = _metric(linker, position, item, before)
        if metric:
            why["metric"] = reason
    if metric is None and kind == "change":
        begin = item.right + (view.word(item.right) == "(")
        first, last = phrase_after(view, begin)
        if first == begin and metric_like(view, first, last):
            metric = metric_of(view, first, last)
            why["metric"] = "right after it"
    elif metric is not None and "metric" not in why:
        why["metric"] = frame.rule
    direction = frame.direction
    if (
        kind in ("change", "ratio")
        and frame.rule.split(".")[1].startswith(
            ("compare_by", "by", "of", "points", "bracket", "level", "above")
        )
        and metric != frame.metric
    ) and (
        direction == "up"
        and polarity(metric) < 0
        and frame.rule != "change.points"
        and "compare" in frame.rule
    ):
        direction = "down"
    if aligned and direction is None and kind in ("change", "ratio") and _improving(view, item.place):
        direction = "up" if polarity(metric) > 0 else "down"
    if frame.flags and metric != frame.metric and kind in ("change", "ratio") and direction is not None:
        direction = change_direction(frame.flags, metric)
    unit = frame.unit or number.unit
    value, value_max = (frame.value if frame.value is not None else number.value), number.value_max
    if kind in ("change", "ratio"):
        value = abs(value)
        value_max = abs(value_max) if value_max is not None else None
    basis = frame.basis
    if kind == "change" and basis is None and unit != "%":
        basis = "absolute"
    if kind != "change":
        basis = None
    names: list[str | None] = [frame.benchmark]
    if frame.benchmark is None:
        found, reason = benchmarks_of(linker, position, item, metric, before)
        if found:
            names = list(found)
            why["benchmark"] = reason
    baseline = frame.baseline
    if kind in ("change", "ratio", "count") and baseline is None:
        baseline, reason = _baseline(linker, position, item, before)
        if baseline:
            why["baseline"] = reason
    qualifier = next((q for q in _QUALIFIER_ORDER if q in item.qualifiers), None)
    if qualifier is None and kind in ("score", "change", "ratio") and _averaged(view, item):
        qualifier = "average"
    whose = attribute(
        view,
        item,
        linker.own,
        baseline,
        linker.models,
        linker.compared(before),
        _next_measure(linker, position),
    )
    role = whose.role if kind in ("score", "resource", "count", "ratio") else None
    if whose.method:
        why["method"] = whose.why
    setting = _setting(linker, item)
    out: list[Reading] = []
    for name in names:
        reading = Reading(view, number.start, number.end, kind, value, value_max, unit, direction if kind in ("change", "ratio") else None, basis, metric, name, whose.method, whose.model, baseline if kind != "score" else None,
                          setting, qualifier, role, frame.target, frame.rule, 0.0, frame.strength, item.place, dict(why))  # fmt: skip
        reading.strength = frame.strength
        reading.confidence = confidence(reading, frame.strength)
        out.append(reading)
    return out


def _metric(linker: Linker, position: int, item: Item, before: list[Reading]) -> tuple[str | None, str]:
    """Return the metric that the sentence names for a number whose own words do not."""
    view, frame = linker.view, item.frame
    # after it: "in terms of F1", "in accuracy", "(AUROC)", "on the F1 metric"
    end = _next_measure(linker, position)
    first, last = phrase_after(view, item.right)
    if first == item.right and metric_like(view, first, last):
        return metric_of(view, first, last), "right after it"
    at = item.right
    while at < end:
        word = view.words[at]
        if word in _CLAUSE:
            break
        if any(group.first <= at + 1 < group.last for group in linker.groups):
            at += 1
            continue
        if word in ("in", "for", "of", "(", "by", "on", "at") or (
            word == "to" and view.word(at - 1) == "respect"
        ):
            start = at + 3 if word == "in" and view.word(at + 1) == "terms" else at + 1
            first, last = full_after(view, start)
            if metric_like(view, first, last) and (
                word not in ("of", "by", "on", "at", "for", "with") or _known_metric(view, first, last)
            ):
                return metric_of(view, first, last), "the words after it"
            if word == "in" and at == item.right and _named_measure(view, first, last):
                return metric_of(view, first, last), "the name after it"
        at += 1
    if frame.kind == "change" and frame.rule in ("change.compare_by",) and frame.verb > 0:
        first, last = phrase_after(view, frame.verb + 1)
        if metric_like(view, first, last) and view.word(last) == "of":
            return metric_of(view, first, last), "what is surpassed"
    # a metric named before it in the clause
    start = _clause_start(view, item.place)
    for first, last, hit in reversed(view.spans):
        if last <= item.place and first >= start and hit.kind == "metric":
            begin, _ = phrase_before(view, last)
            between = range(last, item.place)
            crossed = sum(
                1
                for other in linker.items
                if last <= other.place < item.place and other.frame.kind in _MEASURED
            )
            if (
                crossed
                and frame.kind == "change"
                and not any(view.words[at] in ("(", ",", "and") for at in between)
            ):
                break
            if frame.kind == "change" and frame.rule.startswith("change.compare") and frame.verb > last:
                break
            if crossed == 0 or frame.kind == "score":
                return metric_of(view, begin, last), "named before it"
    if frame.kind == "score":
        for reading in reversed(linker.context.recent()):
            if (
                reading.kind == "score"
                and reading.metric
                and reading.benchmark
                and any(
                    reading.benchmark.lower() in name.lower() or name.lower() in reading.benchmark.lower()
                    for group in linker.groups
                    for name in group.names
                )
            ):
                return reading.metric, "the same benchmark before"
    for reading in reversed(before):
        if (
            reading.kind in ("score", "change")
            and reading.metric
            and item.place - reading.place < 40
            and (
                frame.kind == "score"
                or reading.kind == "score"
                or frame.rule
                in ("change.points", "change.signed", "change.comparative", "change.of", "change.above")
            )
        ) and (
            reading.unit == (frame.unit or item.quantity.unit)
            or {reading.unit, item.quantity.unit}
            <= {
                None,
                "%",
                "points",
            }
        ):
            return reading.metric, "the number before it"
    return None, ""


def _named_measure(view: View, first: int, last: int) -> bool:
    """Tell whether a phrase after `in` is a measure by its capitals: `in Local Distortion`, `in mnCER`."""
    if first == last or any(
        view.hits.get(at) is not None and view.hits[at].kind != "metric" for at in range(first, last)
    ):
        return False
    if view.words[last - 1] in (
        "settings",
        "setting",
        "scenarios",
        "mode",
        "tasks",
        "task",
        "datasets",
        "dataset",
        "benchmark",
        "benchmarks",
        "domain",
        "english",
        "chinese",
        "python",
        "java",
        "experiments",
    ):
        return False
    raw = view.raw[last - 1]
    return (any(c.isupper() for c in raw[1:]) and not raw.endswith("s")) or (
        last - first > 1 and all(view.raw[at][:1].isupper() for at in range(first, last))
    )


def _improving(view: View, place: int) -> bool:
    return any(
        view.flags[at] & (cues.VERB_IMPROVE | cues.NOUN_IMPROVE | cues.VERB_COMPARE) for at in range(place)
    )


def _known_metric(view: View, first: int, last: int) -> bool:
    return any((hit := view.hits.get(at)) is not None and hit.kind == "metric" for at in range(first, last))


def _respectively(linker: Linker, item: Item, metric: str | None) -> str | None:
    """Return the metric of a number in a row whose metrics are listed in the same order: `precision, recall and F1 of A, B and C`."""
    view = linker.view
    count = len(item.members)
    index = item.members.index(item.place)
    for start, reverse in ((item.right, False), (item.left, True)):
        names = _metric_list(view, start, reverse)
        if len(names) == count and count > 1:
            return names[index]
    shared = _shared_head(view, item.right, count)
    if shared:
        return shared[index]
    if "respectively" in view.words[item.place :]:
        spans = [
            (first, last) for first, last, hit in view.spans if hit.kind == "metric" and last <= item.place
        ]
        for begin in range(len(spans) - count, -1, -1):
            row = spans[begin : begin + count]
            if all(
                row[k + 1][0] - row[k][1] <= 2
                and any(view.words[at] in ("and", ",", "/") for at in range(row[k][1], row[k + 1][0]))
                for k in range(count - 1)
            ):
                return metric_of(view, *row[index])
    return None


def _shared_head(view: View, at: int, count: int) -> list[str]:
    """Return the metrics of `in training, validation and testing accuracies`: one head for all."""
    if view.word(at) not in ("in", "of", "for", "on"):
        return []
    parts: list[list[int]] = [[]]
    at += 1
    while at < len(view) and len(parts) <= count:
        word = view.words[at]
        if word in (",", "and"):
            if parts[-1]:
                parts.append([])
        elif view.flags[at] & cues.CLOSED & ~cues.DETERMINER:
            break
        elif not view.flags[at] & cues.DETERMINER:
            parts[-1].append(at)
            if len(parts) == count and word in METRIC_HEADS:
                break
        at += 1
    parts = [part for part in parts if part]
    if (
        len(parts) != count
        or len(parts[-1]) < 2
        or view.words[parts[-1][-1]] not in METRIC_HEADS
        or any(len(part) > 3 for part in parts)
        or any(view.words[part[-1]] in METRIC_HEADS for part in parts[:-1])
    ):
        return []
    head = view.words[parts[-1][-1]]
    head = (
        "accuracy"
        if head == "accuracies"
        else head[:-1]
        if head.endswith(("scores", "rates", "errors"))
        else head
    )
    return [
        " ".join(view.raw[k] for k in (part if place < count - 1 else part[:-1])) + " " + head
        for place, part in enumerate(parts)
    ]


def _metric_list(view: View, at: int, backwards: bool) -> list[str]:
    """Return the metrics listed right after or before a place."""
    spans = [(first, last) for first, last, hit in view.spans if hit.kind == "metric"]
    if backwards:
        chosen: list[tuple[int, int]] = []
        end = at + 1
        for first, last in reversed(spans):
            if last > end:
                continue
            between = [view.words[k] for k in range(last, end)]
            limit = {
                ",",
                "and",
                "of",
                "scores",
                "score",
                "values",
                "rates",
                ":",
                "=",
                "are",
                "is",
                "reach",
                "(",
                ")",
                "were",
                "was",
                "to",
                "at",
                "both",
                "as",
                "metrics",
            }
            if (
                all(
                    word in limit or view.flags[last + k] & (cues.ADJECTIVE | cues.ADVERB)
                    for k, word in enumerate(between)
                )
                and len(between) <= 4
            ):
                chosen.append((first, last))
                end = first
                while (
                    end > 0 and view.flags[end - 1] & cues.ADJECTIVE and view.words[end - 1] not in ("and",)
                ):
                    end -= 1
            else:
                break
        chosen.reverse()
    else:
        chosen = []
        begin = at
        for first, last in spans:
            if first < begin:
                continue
            between = [view.words[k] for k in range(begin, first)]
            if (
                all(
                    word
                    in (
                        ",",
                        "and",
                        "in",
                        "for",
                        "of",
                        "on",
                        "the",
                        "terms",
                        "(",
                        ")",
                        "task",
                        "both",
                        "/",
                        "&",
                    )
                    or view.flags[begin + k] & cues.ADJECTIVE
                    for k, word in enumerate(between)
                )
                and len(between) <= 5
            ):
                chosen.append((first, last))
                begin = last
                if view.word(begin) == "(":
                    while begin < len(view) and view.words[begin] != ")":
                        begin += 1
                    begin += 1
            else:
                break
    return [name for name in (metric_of(view, first, last) for first, last in chosen) if name]


def _next_measure(linker: Linker, position: int) -> int:
    """Return the place of the next number of another list, or the end of the sentence."""
    item = linker.items[position]
    for other in linker.items[position + 1 :]:
        if other.place not in item.members and other.frame.kind not in ("bit_width", "parameters"):
            return other.place
    return len(linker.view)


def _previous_measure(linker: Linker, position: int) -> int:
    item = linker.items[position]
    for other in reversed(linker.items[:position]):
        if other.place not in item.members and other.frame.kind not in ("bit_width", "parameters"):
            return other.place
    return -1


def _clause_start(view: View, place: int) -> int:
    for at in range(place - 1, -1, -1):
        if view.words[at] in _CLAUSE:
            return at
    return 0


def _baseline(linker: Linker, position: int, item: Item, before: list[Reading]) -> tuple[str | None, str]:
    """Return what a change or a ratio is against and why: after it, in its own phrase, before it, for the whole row."""
    found, reason = _baseline_near(linker, position, item, before)
    if found and len(item.members) > 1 and "respectively" in linker.view.words[item.place :]:
        found = baselines.row(found, len(item.members), item.members.index(item.place))
    return found, reason


def _baseline_near(
    linker: Linker, position: int, item: Item, before: list[Reading]
) -> tuple[str | None, str]:
    view, frame = linker.view, item.frame
    own = linker.own.lowered
    end = _next_measure(linker, position)
    start = item.members[-1] + 1

    def ok(name: str | None) -> bool:
        return bool(name) and str(name).lower() not in own and str(name).lower() not in _NO_BASELINES

    if (
        frame.verb >= 0
        and view.flags[frame.verb] & cues.VERB_COMPARE
        and frame.rule.endswith("compare_by")
        and view.word(item.members[-1] + 1) not in ("over", "compared", "relative")
    ):
        found = baselines.compared_object(view, frame.verb, item.left)
        if ok(found):
            return found, "what is surpassed"
    found = baselines.after(view, start, end)
    if ok(found):
        return found, "named after it"
    if view.flag(frame.right - 1) & cues.NOUN_IMPROVE and view.word(frame.right) == "to":
        first, last = baselines.phrase(view, frame.right + 1)
        if first < last:
            return view.span(first, last), "what is improved on"
    if frame.verb >= 0 and (
        view.flags[frame.verb] & cues.VERB_COMPARE or view.words[frame.verb] in ("leads", "leading", "led")
    ):
        found = baselines.compared_object(view, frame.verb, item.left)
        if ok(found):
            return found, "what is surpassed"
    if frame.verb >= 0 and view.word(frame.verb + 1) in ("over", "upon", "on"):
        found = baselines.compared_object(view, frame.verb, item.left)
        if ok(found) and not any(group.first <= frame.verb + 3 <= group.last for group in linker.groups):
            return found, "what is improved on"
    if frame.verb >= 0:
        found = baselines.after(view, frame.verb, item.place)
        if ok(found):
            return found, "named before it"
    if frame.kind not in ("change", "ratio", "count"):
        return None, ""
    verb = _compare_verb(view, item.place)
    left, at = baselines.before(view, 0, item.place)
    if verb >= 0 and verb > at and verb < item.place:
        found = baselines.compared_object(view, verb, len(view))
        if ok(found):
            return found, "what is surpassed"
    if ok(left):
        return left, "the sentence's comparison"
    if verb >= 0:
        found = baselines.compared_object(view, verb, len(view))
        if ok(found):
            return found, "what is surpassed"
    if not _clause_between(view, item.place, end) and not _new_verb(view, start, end):
        closing = _closing(linker, position)
        found = baselines.after(view, closing, len(view))
        if ok(found) and not _new_verb(view, closing, len(view), found):
            return found, "closes the row"
    for reading in reversed(before):
        if reading.view is view and reading.kind in ("change", "ratio") and reading.baseline:
            return reading.baseline, "the number before it"
    if frame.kind == "ratio" or frame.rule.startswith("change.comparative"):
        found = baselines.equalled(view)
        if ok(found):
            return found, "what is equalled"
    return None, ""


_NO_BASELINES = frozenset(
    [
        "time",
        "it",
        "them",
        "this",
        "others",
        "one",
        "ones",
        "ours",
        "that",
        "which",
        "those",
        "1",
        "2",
        "3",
        "all",
    ]
)


def _closing(linker: Linker, position: int) -> int:
    """Return the place after the last change or ratio that goes on from a number without a new clause."""
    place = linker.items[position].members[-1]
    for other in linker.items[position + 1 :]:
        if other.frame.kind not in ("change", "ratio") or _clause_between(linker.view, place, other.place):
            break
        place = max(place, other.members[-1])
    return place + 1


def _new_verb(view: View, first: int, last: int, until: str | None = None) -> bool:
    """Tell whether a new predicate starts between two places: `…, and improves throughput over`."""
    for at in range(first, min(last, len(view))):
        if until and view.text.startswith(until, view.starts[at]):
            return False
        if (
            view.flags[at] & (cues.VERB_CHANGE | cues.VERB_COMPARE)
            and view.words[at].endswith("s")
            and not view.flags[at] & cues.NOUN_CHANGE
        ):
            return True
    return False


def _clause_between(view: View, first: int, last: int) -> bool:
    return any(view.words[at] in _CLAUSE for at in range(first, min(last, len(view))))


def _compare_verb(view: View, place: int) -> int:
    best = -1
    for at in range(len(view)):
        if (
            view.flags[at] & cues.VERB_COMPARE
            and view.words[at]
            not in (
                "best",
                "top",
                "exceeding",
                "topped",
            )
            and (best < 0 or abs(at - place) < abs(best - place))
        ):
            best = at
    return best


def _averaged(view: View, item: Item) -> bool:
    """Tell whether a number is an average by the words of its own phrase: `an average score of`, `by 5% on average`."""
    for at in range(max(0, item.left - 5), item.left):
        if view.words[at] in ("average", "averaged", "averages", "averaging", "mean") and not any(
            k in view.quantities for k in range(at, item.place)
        ):
            if view.word(at - 1) in ("on", "weighted"):
                return view.word(at - 1) == "on"
            return view.flag(at + 1) & (cues.CLOSED) == 0 and item.frame.metric is not None
    if view.word(item.left) in ("averages", "averaging", "averaged"):
        return True
    for at in range(item.right, min(len(view), item.right + 6)):
        if at in view.quantities:
            break
        if view.words[at] == "average" and (
            view.word(at - 1) == "on" or (item.frame.kind in ("change", "ratio") and at <= item.right + 1)
        ):
            return True
        if view.words[at] in ("averaged",) and view.word(at + 1) in ("across", "over"):
            return True
    return False


def _setting(linker: Linker, item: Item) -> str | None:
    view = linker.view
    best, distance = None, 99
    for at, word in enumerate(view.words):
        if (word.endswith(("-shot", "shot")) and len(word) > 4 and word[0].isalnum()) or (
            word == "shot" and at > 0
        ):
            name = word if word != "shot" else view.words[at - 1] + "-shot"
            if word.endswith("-shots"):
                name = word[:-1]
            gap = abs(at - item.place)
            if at > item.place and any(
                item.place < other.place < at
                for other in linker.items
                if other.frame.kind in _MEASURED and other.place not in item.members
            ):
                gap += 15
            if gap < distance:
                best, distance = name, gap
    if item.frame.kind in ("bit_width", "parameters", "resource"):
        return None
    if (
        best in ("one-shot", "single-shot", "full-shot", "multi-shot", "many-shot", "many-shots")
        and distance > 8
    ):
        return None
    return best


__all__ = ["Linker", "Reading", "change_direction", "link"]
