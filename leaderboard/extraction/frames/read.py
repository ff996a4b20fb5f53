"""The numbers of a sentence: which are listed together, what each one is, and what a row of parallel numbers shares."""

from dataclasses import replace

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames import count, difference, level, pair, ratio, resource, size
from leaderboard.extraction.frames.edges import left_edge, right_edge
from leaderboard.extraction.frames.frame import Frame, Item, Measure, Number
from leaderboard.extraction.frames.measures import is_measure, measure_of
from leaderboard.extraction.frames.rows import mark_rows, share_kinds
from leaderboard.extraction.sentence import Sentence
from leaderboard.text.tokens import Quantity

_WORDS = {
    "twice": 2.0, "thrice": 3.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0, "doubling": 2.0, "triple": 3.0, "triples": 3.0, "tripled": 3.0, "tripling": 3.0,
    "quadruples": 4.0, "quadrupling": 4.0, "quadrupled": 4.0, "quadruple": 4.0, "half": 0.5, "halves": 2.0, "halving": 2.0, "halved": 2.0, "halve": 2.0, "ternary": 1.58,
}  # fmt: skip
_JOINING = frozenset(
    (",", "and", "or", "/", "&", "up", "to", "by", "+", "an", "a", "about", "approximately", "nearly", "around", "over", "of", "even", "average", "also", "roughly", "more", "than",
     "as", "much", "at", "least", "almost")
)  # fmt: skip
_SYMBOLS = frozenset(
    (
        "p",
        "k",
        "n",
        "alpha",
        "α",
        "ε",
        "epsilon",
        "δ",
        "delta",
        "λ",
        "lambda",
        "β",
        "beta",
        "γ",
        "τ",
        "t",
        "p-value",
        "p-values",
        "seed",
    )
)
_SCALES = frozenset(("scale", "rubric", "likert", "rating", "scales"))
_SPREADS = frozenset(("ci", "cis", "sd", "std", "se", "iqr", "±", "interval"))
_LEVELLED = frozenset((None, "percent", "points"))
_AMOUNTS = frozenset(
    (
        "time",
        "memory",
        "rate",
        "money",
        "energy",
        "power",
        "compute",
        "operations",
        "devices",
        "area",
        "tokens",
    )
)


def read_numbers(s: Sentence) -> list[Item]:
    """Return the numbers of a sentence that a construction understands, in order."""
    items: list[Item] = []
    spelled: list[int] = []
    for place, word in enumerate(s.words):
        if word in _WORDS and place not in s.numbers:
            spelled.append(place)
        elif place not in s.numbers and (
            "0" <= word[-1:] <= "9"
            or "0" <= word[:1] <= "9"
            or word[:2] in ("in", "fp", "w4", "w8", "w3", "w2")
        ):
            _word_with_digits(s, place, items)
    for place in spelled:
        _word_number(s, place, items)
    if s.numbers:
        taken = {item.place for item in items}
        numbers = _numbers(s)
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


def _numbers(s: Sentence) -> dict[int, Number]:
    """Return the numbers of a sentence with their edges, lists such as `46.7% and 22.0%` grouped."""
    places = [place for place in sorted(s.numbers) if s.tags[place] == "Q"]
    groups: list[list[int]] = []
    for place in places:
        if groups:
            last = groups[-1][-1]
            between = s.words[last + 1 : place]
            same = (
                s.numbers[place].dimension == s.numbers[last].dimension
                or {
                    s.numbers[place].dimension,
                    s.numbers[last].dimension,
                }
                <= _LEVELLED
            )
            if (
                same
                and 0 < len(between) <= 5
                and between[0] in (",", "and", "or", "/", "&")
                and all(word in _JOINING for word in between)
                and (s.numbers[place].unit == s.numbers[last].unit or not {"a", "an"} & set(between))
            ):
                groups[-1].append(place)
                continue
        groups.append([place])
    groups = [part for group in groups for part in _parts(s, group)]
    found: dict[int, Number] = {}
    for group in groups:
        members = tuple(group)
        first_left, first_before = left_edge(s, group[0])
        last_right, last_after = right_edge(s, group[-1])
        for place in group:
            quantity = s.numbers[place]
            if quantity.unit is None and _is_factor(s, first_left, place):
                quantity = replace(quantity, unit="x", dimension="factor", text=quantity.text + "x")
            left, before = (first_left, first_before) if place == group[0] else left_edge(s, place)
            right, after = (last_right, last_after) if place == group[-1] else right_edge(s, place)
            if place != group[0] and not before:
                before = [q for q in first_before if q in ("average", "median")]
            qualifiers = ((quantity.about,) if quantity.about else ()) + tuple(before) + tuple(after)
            found[place] = Number(place, quantity, first_left, last_right, members, qualifiers, left, right)
    return found


def _parts(s: Sentence, group: list[int]) -> list[list[int]]:
    """Return a list of numbers as it is, or one by one where commas alone join it and the last names its own measure."""
    if len(group) < 2 or any(s.words[at] in ("and", "or", "/", "&") for at in range(group[0], group[-1])):
        return [group]
    first, last = s.after(group[-1] + 1)
    named = first == group[-1] + 1 and is_measure(s, first, last)
    return [[place] for place in group] if named else [group]


def _is_factor(s: Sentence, left: int, place: int) -> bool:
    """Tell whether `a factor of` stands among the words before a number."""
    return any(
        s.words[at] in ("factor", "factors") and s.words[at + 1] == "of" and s.tag(at - 1) in "DPo"
        for at in range(max(0, left + 1), place - 1)
    )


def _word_number(s: Sentence, place: int, items: list[Item]) -> None:
    """Read `twice as fast`, `doubles the throughput`, `half the memory`, `ternary weights`."""
    word = s.words[place]
    value = _WORDS[word]
    if word == "ternary":
        width = size.ternary(s, place)
        if width is not None:
            quantity = Quantity(s.starts[place], s.ends[place], value, None, "bit", "bits")
            items.append(Item(Number(place, quantity, place - 1, place + 1, (place,)), width))
        return
    quantity = Quantity(s.starts[place], s.ends[place], value, None, "x", "factor", text=word)
    left, before = left_edge(s, place)
    number = Number(place, quantity, left, place + 1, (place,), tuple(before), left, place + 1)
    frame = ratio.word_number(s, place, value, number)
    if frame is not None:
        items.append(Item(number, frame))


def _word_with_digits(s: Sentence, place: int, items: list[Item]) -> None:
    """Read `INT4`, `W4A8` and `19/24 tasks`, which are words to the tokens."""
    word, start, end = s.words[place], s.starts[place], s.ends[place]
    if (
        "/" in word
        and s.word(place + 1).lstrip("-") in ("bit", "bits")
        or (s.word(place + 1) in ("-", "–") and s.word(place + 2) in ("bit", "bits"))
    ):
        for frame in size.width_words(s, place, word.replace(" ", "") + "-bit"):
            items.append(
                Item(
                    Number(
                        place,
                        Quantity(start, end, frame.value or 0.0, None, "bit", "bits"),
                        place - 1,
                        place + 1,
                        (place,),
                    ),
                    frame,
                )
            )
        return
    if "/" in word and word[0].isdigit() and "bit" not in word:
        found = count.fraction(s, place)
        if found is not None:
            items.append(
                Item(Number(place, Quantity(start, end, found[1]), place - 1, place + 1, (place,)), found[0])
            )
        return
    for frame in size.width_words(s, place):
        quantity = Quantity(start, end, frame.value or 0.0, None, "bit", "bits")
        items.append(Item(Number(place, quantity, place - 1, place + 1, (place,)), frame))


def _frame(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    number = n.quantity
    dimension = number.dimension
    if dimension == "bits":
        if s.word(n.left) == "by" and n.decimal:
            return difference.by(s, n)
        return size.bits(s, n)
    if dimension == "parameters" or (
        dimension is None
        and (number.scale or number.value >= 1e4 or s.word(n.own_right) in ("to", "or", "and"))
    ):
        found = size.parameters(s, n)
        if found is not None or dimension == "parameters":
            return found
        if number.scale and number.scale not in ("k", "thousand"):
            return None
    if dimension == "factor":
        return ratio.read(s, n)
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
    if bare and _counts_or_labels(s, n):
        return None
    compared = level.bracket_of_compared(s, n) if dimension in _LEVELLED and s.tag(n.left) == "(" else None
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
            if not (found.measure is not None and is_measure(s, *after)) and found.rule != "change.verb":
                found = None
            elif found.rule == "change.verb" and not (
                found.measure is not None and found.measure.known and is_measure(s, *after)
            ):
                found = None
        if found is not None:
            _prefer_named(s, n, found)
            return found
    if dimension == "points":
        if s.words[n.place].endswith("-point") or number.scale:
            return None
        measure = difference.named_after(s, n)
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
        found = _level(s, n, items)
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
        return _level(s, n, items)
    return resource.read(s, n) if dimension is not None else None


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


def _counts_or_labels(s: Sentence, n: Number) -> bool:
    """Tell whether a bare number counts things, numbers a list or is a year: no measure at all."""
    number = n.quantity
    if number.scale and s.flag(n.right) & (lx.DATA_SHARE | lx.DATASET_WORD):
        return True
    before = s.word(n.place - 1)
    if before in _SPREADS or (before in (":", "=", "of") and s.word(n.place - 2) in _SPREADS):
        return True
    if before in _SYMBOLS or (before in ("=", "<", ">", "≤", "≥") and s.word(n.place - 2) in _SYMBOLS):
        return True
    if number.value_max is not None and any(s.word(at) in _SCALES for at in range(n.right, n.right + 3)):
        return True
    value = number.value
    whole = value == int(value) and "." not in s.words[n.place]
    if whole and 1900 <= value <= 2100 and not number.sign:
        return True
    after = s.tag(n.place + 1)
    if whole and after == ")" and value < 12 and s.tag(n.place - 1) in "(,:;.C":
        return True
    return bool(whole and s.flag(n.right) & lx.COUNTABLE and not number.sign)


def _level(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    number = n.quantity
    bare = n.bare
    if (
        s.tag(n.left) == "("
        and not bare
        and s.tag(n.right) == ")"
        and s.flag(n.left - 1) & (lx.DATASET_WORD | lx.DATA_SHARE)
        and not s.flag(n.left - 1) & lx.METRIC_HEAD
    ):
        return None
    if bare and number.scale:
        return None
    if (
        bare
        and s.word(n.place + 1) == "/"
        and n.place + 2 not in s.numbers
        and s.ends[n.place] == s.starts[n.place + 1]
    ):
        return None
    found = _level_of(s, n, items)
    if (
        found is not None
        and found.measure is not None
        and lx.default().get(found.measure.name.lower(), 0) & lx.HYPERPARAMETER
    ):
        return None
    return found


def _level_of(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    number = n.quantity
    bare = n.bare
    share = number.dimension == "percent" and level.is_share_of_data(s, n)
    inside = any(s.words[at] == "within" for at in range(max(0, n.left + 1), n.place))
    if inside and bare:
        return None
    found = None
    if s.word(n.right) != "of" or bare:
        found = level.metric_after(s, n)
    if found is None or found.strength < 0.6 or found.rule == "score.number_in":
        before = level.metric_before(s, n)
        if before is not None and (
            found is None
            or found.rule != "score.number_in"
            or (before.strength >= 1.0 and before.measure is not None)
        ):
            found = before
    if found is None:
        found = level.changed_to(s, n) or level.of_times(s, n)
    if share:
        return None
    if found is None:
        found = level.by_verb(s, n)
    if found is None and bare and n.decimal and s.flag(n.left) & lx.VERB_REACH and s.tag(n.left) == "V":
        if any(item.frame.kind == "score" and item.number.bare and item.number.decimal for item in items):
            found = Frame("score", "score.verb_again", None, verb=n.left, strength=0.6)
    if (
        found is None
        and s.word(n.left) == "from"
        and s.word(n.left - 1) in ("up", "down")
        and any(item.frame.kind == "score" for item in items)
    ):
        found = Frame("score", "score.up_from", None, role="baseline", strength=0.7)
    if found is None and (n.decimal or not bare) and s.tag(n.left) == "s":
        span = s.before(n.left)
        if span[0] < span[1]:  # "outperforming FooNet's 50.3"
            found = Frame("score", "score.possessive", None, owner=span, strength=0.6, own=False)
    if found is None and bare and n.decimal and s.tag(n.left) == "(" and s.kind_at(n.left - 1) == "benchmark":
        found = Frame("score", "score.behind", None, strength=0.7)
    if (
        found is None
        and bare
        and n.decimal
        and s.word(n.left) == "to"
        and any(item.frame.kind == "score" and item.number.decimal for item in items)
    ):
        if any(
            s.flags[at] & (lx.VERB_CHANGE) and s.tags[at] in "VG" for at in range(max(0, n.left - 4), n.left)
        ):
            found = Frame("score", "score.changed_to", None, strength=0.6)
    if found is None and bare and n.decimal:
        found = _row_of_decimals(s, n)
    if found is None and number.dimension == "percent" and not share:
        if s.word(n.right) == "of":
            return level.portion(s, n)
        return Frame("score", "score.percent", None, strength=0.4, own=False)
    return found


def _row_of_decimals(s: Sentence, n: Number) -> Frame | None:
    """Read a decimal on a benchmark, `62.6 on OlympiadBench`, or one listed behind a score."""
    at = n.own_right
    if s.word(at) == "on" and (s.kind_at(at + 1) == "benchmark" or s.kind_at(at + 2) == "benchmark"):
        return Frame("score", "score.on", None, strength=0.6, own=False)
    return Frame("score", "score.decimal", None, strength=0.1, own=False)


__all__ = ["measure_of", "read_numbers"]
