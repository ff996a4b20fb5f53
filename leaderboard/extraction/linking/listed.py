"""Measures listed in the order of their numbers: `AUC, F1 and accuracy of A, B and C`."""

from collections.abc import Iterator
from itertools import pairwise

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item, Measure
from leaderboard.extraction.frames.measures import is_measure, measure_of
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.reading import Linker
from leaderboard.extraction.sentence import Sentence

_LIST_JOINTS = frozenset(
    (",", "and", "in", "for", "of", "on", "the", "terms", "(", ")", "task", "both", "/", "&")
)


_BACK_JOINTS = one_of(
    """, and of scores score values rates : = are is reach ( ) were was to at both as metrics by with respectively"""
)


def listed(linker: Linker, item: Item) -> Measure | None:
    """Return the measure of a number in a row whose measures are listed in the same order: `AUC, F1 and accuracy of A, B and C`."""
    s, number = linker.s, item.number
    count = len(number.members)
    if count < 2:
        return None
    index = number.members.index(item.place)
    behind = item.frame.measure is not None and item.frame.measure.first > number.members[-1]
    for names in (_after(s, number.right), [] if behind else _before(s, number.left)):
        if len(names) == count:
            return names[index]
    shared = _shared_head(s, number.right, count)
    if shared:
        return shared[index]
    if "respectively" in s.words[item.place :] and not behind:
        named_row = _row_before(s, item.place, count)
        if named_row is not None:
            return measure_of(s, *named_row[index])
    named = item.frame.measure
    if named is not None and "respectively" in s.words[item.place :]:
        parts = named.name.split(" and ")
        if len(parts) == count == 2:  # "5.9% and 2.7% parameter and training time overheads, respectively"
            head = parts[1].split()[-1]
            return named._replace(name=parts[1] if index else f"{parts[0]} {head}")
    pair = _phrase_pair(s, number.right, count)
    if pair and ("respectively" in s.words[item.place :] or all(m.known for m in pair)):
        return pair[index]
    return None


def _row_before(s: Sentence, place: int, count: int) -> list[tuple[int, int]] | None:
    """Return the spans of so many measures listed anywhere before a place: `time and space of FooNet fall by A and B`."""
    hits = [(first, last) for first, last, hit in s.spans if hit.kind == "metric"]
    row = next(_joined_rows(s, hits, place, count), None)
    if row is not None:
        return row
    phrases = _joined_rows(s, _measure_spans(s), place, count)
    return next((row for row in phrases if "," not in s.words[row[-1][1] : place]), None)


def _joined_rows(
    s: Sentence, spans: list[tuple[int, int]], place: int, count: int
) -> Iterator[list[tuple[int, int]]]:
    """Yield so many neighbouring spans that only joints part, the nearest before a place first."""
    spans = [span for span in spans if span[1] <= place]
    for begin in range(len(spans) - count, -1, -1):
        row = spans[begin : begin + count]
        if all(_joined(s, one[1], other[0]) for one, other in pairwise(row)):
            yield row


def _joined(s: Sentence, first: int, last: int) -> bool:
    """Tell whether only a word or two with a joint stand between two places, and no number."""
    between = range(first, last)
    return (
        last - first <= 2
        and not any(s.tags[at] == "Q" for at in between)
        and any(s.words[at] in ("and", ",", "/") for at in between)
    )


def _phrase_pair(s: Sentence, at: int, count: int) -> list[Measure]:
    """Return the phrases of `reduction of the parameters and inference time` for two numbers before it."""
    first, last = s.after(at)
    if first < last and s.flags[last - 1] & lx.NOUN_CHANGE and s.word(last) in ("in", "of"):
        at = last + 1
    elif s.word(at) in ("in", "of", "for"):
        at += 1
    else:
        return []
    found: list[Measure] = []
    while len(found) < count:
        first, last = s.after(at)
        measure = measure_of(s, first, last) if first < last else None
        if (
            measure is None
            or not s.raw[measure.last - 1].islower()
            or s.kind_at(measure.last - 1) in ("benchmark", "model")
        ):
            return []
        found.append(measure)
        if s.word(last) not in ("and", ","):
            break
        at = last + 1 + (s.word(last) == "," and s.word(last + 1) == "and")
    return found if len(found) == count and any(m.known for m in found) else []


def _shared_head(s: Sentence, at: int, count: int) -> list[Measure]:
    """Return the measures of `in training, validation and testing accuracies`: one head for all."""
    if s.word(at) not in ("in", "of", "for", "on"):
        return []
    parts: list[list[int]] = [[]]
    at += 1
    while at < s.size and len(parts) <= count:
        word = s.words[at]
        if word in (",", "and", "/"):
            if parts[-1]:
                parts.append([])
        elif s.tags[at] not in "NEADR":
            break
        elif s.tags[at] != "D":
            parts[-1].append(at)
            if len(parts) == count and s.flags[at] & lx.METRIC_HEAD:
                break
        at += 1
    parts = [part for part in parts if part]
    if (
        len(parts) != count
        or len(parts[-1]) < 2
        or not s.flags[parts[-1][-1]] & lx.METRIC_HEAD
        or any(len(part) > 3 for part in parts)
        or any(s.flags[part[-1]] & lx.METRIC_HEAD for part in parts[:-1])
    ):
        return []
    place = parts[-1][-1]
    head = s.words[place]
    head = (
        "accuracy"
        if head == "accuracies"
        else head[:-1]
        if head.endswith(("scores", "rates", "errors"))
        else head
    )
    lower = bool(s.flags[place] & lx.LOWER_BETTER)
    return [
        Measure(
            " ".join(s.raw[k] for k in (part if i < count - 1 else part[:-1])) + " " + head,
            part[0],
            part[-1] + 1,
            lower,
        )
        for i, part in enumerate(parts)
    ]


def _after(s: Sentence, at: int) -> list[Measure]:
    """Return the measures listed right after a place."""
    chosen: list[tuple[int, int]] = []
    begin = at
    if s.flag(begin) & lx.NOUN_CHANGE and s.word(begin + 1) in ("in", "of"):
        begin += 1
    for first, last in _measure_spans(s):
        if first < begin:
            continue
        between = s.words[begin:first]
        if len(between) <= 5 and all(
            word in _LIST_JOINTS or s.flags[begin + k] & lx.ADJECTIVE or s.tags[begin + k] == "A"
            for k, word in enumerate(between)
        ):
            chosen.append((first, last))
            begin = last
            if s.tag(begin) == "(" and begin in s.partner:
                begin = s.partner[begin] + 1
        else:
            break
    return [m for m in (measure_of(s, *span) for span in chosen) if m]


def _before(s: Sentence, at: int) -> list[Measure]:
    """Return the measures listed right before a place."""
    chosen: list[tuple[int, int]] = []
    end = at + 1
    for first, last in reversed(_measure_spans(s)):
        if last > end:
            continue
        between = s.words[last:end]
        if len(between) <= 5 and all(
            word in _BACK_JOINTS or s.tags[last + k] in "AR" for k, word in enumerate(between)
        ):
            chosen.append((first, last))
            end = first
            while end > 0 and s.tags[end - 1] in "AD" and s.words[end - 1] != "and":
                end -= 1
        else:
            break
    chosen.reverse()
    return [m for m in (measure_of(s, *span) for span in chosen) if m]


def _measure_spans(s: Sentence) -> list[tuple[int, int]]:
    """Return the spans of the measures of a sentence: names of the taxonomy, and phrases that end like a measure."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < s.size:
        last = s.np_last[at]
        if last > at:
            if s.np_first[at] == at and is_measure(s, at, last) and not s.flags[last - 1] & lx.NOUN_CHANGE:
                hits = [(f, e) for f, e, hit in s.spans if hit.kind == "metric" and at <= f and e <= last]
                spans.append((at, last) if len(hits) <= 1 else hits[0])
            at = last
        else:
            at += 1
    return spans
