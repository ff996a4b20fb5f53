"""The numbers of a sentence: which are listed together, what each one is, and what a row of parallel numbers shares."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames import count, difference, level, pair, ratio, reached, resource, size
from leaderboard.extraction.frames.frame import Frame, Item, Measure, Number
from leaderboard.extraction.frames.levels import counts_or_labels, read_level
from leaderboard.extraction.frames.lists import LEVELLED, listed_numbers
from leaderboard.extraction.frames.measures import is_measure, measure_of
from leaderboard.extraction.frames.rows import mark_rows, share_kinds
from leaderboard.extraction.frames.spelled import word_number, word_with_digits
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.text.numbers import NUMBER_WORDS

_AMOUNTS = one_of("time memory rate money energy power compute operations devices area tokens")


def read_numbers(s: Sentence) -> list[Item]:
    """Return the numbers of a sentence that a construction understands, in order."""
    items: list[Item] = []
    for place in s.spelled:
        if s.words[place] in NUMBER_WORDS:
            word_number(s, place, items)
        else:
            word_with_digits(s, place, items)
    if s.numbers:
        taken = {item.place for item in items}
        numbers = listed_numbers(s)
        for place in sorted(numbers):
            if place in taken:
                continue
            frame = _frame(s, numbers[place], items)
            if frame is not None:
                items.append(Item(numbers[place], frame))
        if items:
            items.sort(key=lambda item: (item.place, item.frame.target or ""))
            mark_rows(s, items)
            share_kinds(s, items)
    return items


def _frame(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    number = n.quantity
    dimension = number.dimension
    if dimension == "bits":
        if s.word(n.left) == "by" and n.decimal:
            return difference.by(s, n)
        return size.bits(s, n)
    if dimension == "parameters" or (
        dimension is None
        and (
            number.scale or number.value >= 1e4 or s.word(n.own_right) in ("to", "or", "and", "vs", "versus")
        )
    ):
        found = size.parameters(s, n)
        if found is not None or dimension == "parameters":
            return found
        if number.scale and number.scale not in ("k", "thousand"):
            return None
    if dimension == "factor":
        return pair.factor(s, n, items) or ratio.read(s, n)
    if dimension == "tokens":
        return _tokens(s, n)
    if dimension is None and number.value == int(number.value):
        found = count.read(s, n)
        if found is not None:
            return found
    which = pair.side(s, n)
    if which:
        return pair.read(s, n, which, items)
    bare = dimension is None
    if bare and counts_or_labels(s, n):
        return None
    aside = _aside_of_change(s, n, items)
    if aside is not None:
        return aside
    compared = level.bracket_of_compared(s, n) if dimension in LEVELLED and s.tag(n.left) == "(" else None
    if compared is not None and not number.sign:
        return compared
    found = _difference(s, n)
    if found is not None:
        if dimension in _AMOUNTS:
            found.basis = found.basis or "absolute"
            named = (
                found.rule == "change.bracket"
                and found.measure is not None
                and s.flag(n.left - 1) & lx.NOUN_CHANGE
            )
            if (found.rule in ("change.bracket", "change.signed", "change.compare_amount") and not named) or (
                found.rule in ("change.noun_after", "change.verb") and found.measure is None
            ):
                found = None
        elif (
            bare
            and not number.sign
            and not n.decimal
            and found.rule
            in ("change.noun_after", "change.verb", "change.bracket", "change.bracket_comparative")
        ):
            after = s.after(n.right)
            if (
                not (found.measure is not None and is_measure(s, *after)) and found.rule != "change.verb"
            ) or (
                found.rule == "change.verb"
                and not (found.measure is not None and found.measure.known and is_measure(s, *after))
            ):
                found = None
        if found is not None:
            _prefer_named(s, n, found)
            return found
    if dimension == "points":
        counted = n.spelled and "percent" not in number.text  # "between two points"
        if counted and s.word(n.right) == "of":
            counted = not is_measure(s, *s.after(n.right + 1))
        if s.words[n.place].endswith("-point") or number.scale or counted:
            return None
        measure = difference.named_after(s, n)
        if reached.are_reached(s, n):
            return Frame(
                "score", "score.points", measure, settled=measure is not None, strength=0.7, own=False
            )
        return Frame(
            "change",
            "change.points",
            measure,
            settled=measure is not None,
            direction="up",
            strength=0.4,
            own=False,
        )
    if dimension in ("length", "angle"):
        found = read_level(s, n, items)
        apart = s.after(n.right)[0] != n.right or s.after(n.right)[0] == s.after(n.right)[1]
        return (
            found
            if found is not None
            and found.strength >= 1.0
            and found.measure is not None
            and found.measure.lower
            and apart
            else None
        )
    if dimension in ("percent", None, "physical"):
        return read_level(s, n, items)
    return resource.read(s, n) if dimension is not None else None


def _aside_of_change(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    """Return the change that a bracket behind a change sums up: `reductions of 1.3-30.5% (mean 5.4%)`."""
    if s.tag(n.left) != "(" or not items or items[-1].place != n.left - 1 or not n.qualifiers:
        return None
    kept = items[-1].frame
    if kept.kind != "change" or items[-1].number.quantity.unit != n.quantity.unit or n.quantity.unit is None:
        return None
    return Frame(
        "change", "change.aside", kept.measure, settled=kept.settled, direction=kept.direction, basis=kept.basis,
        baseline=kept.baseline, verb=kept.verb, flags=kept.flags,
    )  # fmt: skip


def _prefer_named(s: Sentence, n: Number, frame: Frame) -> None:
    """Let a measure between a number and its unit win: `an improvement in quality: 1.5 BLEU points`."""
    first, last = s.after(n.place + 1)
    if (
        first != n.place + 1
        or first == last
        or frame.rule in ("change.comparative", "change.noun_after", "change.overhead")
    ):
        return
    if s.kind_at(first) == "metric":
        measure = measure_of(s, first, last)
        if measure is not None and measure.known:
            frame.measure, frame.settled = measure, True


def _tokens(s: Sentence, n: Number) -> Frame | None:
    """Read an amount of tokens: saved (`by 47 tokens`), or as a length that is measured; how many were used is none."""
    if s.word(n.left) == "by":
        return difference.by(s, n)
    if (
        s.word(n.left).startswith(("us", "requir", "consum", "need"))
        and s.tag(n.left) in "VG"
        and "only" in s.words[n.left : n.place]
    ):
        return Frame(
            "resource", "resource.tokens", Measure("tokens", n.place, n.place + 1), settled=True, strength=0.5
        )
    if s.word(n.left) == "of" and s.word(n.left - 1) in ("length", "lengths"):
        if s.word(n.left - 2) not in ("context", "sequence", "window", "input", "prompt", "maximum"):
            return level.metric_before(s, n)
    return None


def _difference(s: Sentence, n: Number) -> Frame | None:
    """Return the first construction of a difference that reads the number."""
    number = n.quantity
    dimension = number.dimension
    if number.sign:
        found = difference.by(s, n) or (difference.of(s, n) if s.word(n.left) == "of" else None)
        if found is not None:
            return found
    found = difference.signed(s, n)
    if found is not None:
        return found
    found = difference.comparative(s, n)
    if found is not None and (found.direction or found.measure):
        return found
    found = (
        difference.noun_after(s, n)
        or difference.by(s, n)
        or difference.of(s, n)
        or difference.bracket(s, n)
        or difference.copula(s, n)
    )
    if found is not None:
        return found
    if dimension == "percent":
        found = difference.share_of_noun(s, n)
        if found is not None:
            return found
    if dimension in ("percent", "points"):
        found = difference.gap_to(s, n)
        if found is not None:
            return found
    found = difference.verb(s, n)
    if found is None and dimension in ("percent", "points"):
        found = difference.compared_amount(s, n) or difference.including(s, n)
    return found


__all__ = ["measure_of", "read_numbers"]
