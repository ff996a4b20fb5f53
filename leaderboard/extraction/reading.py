"""Frames of a sentence: for every number the first rule that understands it, lists and pairs read together."""

from dataclasses import dataclass

from leaderboard.extraction import cues
from leaderboard.extraction.edges import left_edge, right_edge
from leaderboard.extraction.frame import (
    Frame,
    change_direction,
    metric_like,
    metric_of,
    phrase_before,
    subject_metric,
)
from leaderboard.extraction.phrases import phrase_after
from leaderboard.extraction.rules import change, ratio, resource, score, size
from leaderboard.extraction.view import View
from leaderboard.text.tokens import Quantity

_WORDS = {
    "twice": 2.0,
    "thrice": 3.0,
    "double": 2.0,
    "doubles": 2.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "triple": 3.0,
    "triples": 3.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "quadruples": 4.0,
    "quadrupling": 4.0,
    "quadrupled": 4.0,
    "half": 0.5,
    "halves": 2.0,
    "halving": 2.0,
    "halved": 2.0,
    "halve": 2.0,
    "ternary": 1.58,
}


@dataclass(slots=True)
class Item:
    """A number with its frame and its place among the numbers listed with it."""

    place: int
    quantity: Quantity
    frame: Frame
    members: tuple[int, ...]
    left: int
    right: int
    qualifiers: list[str]
    pair: str = ""  # "from" or "to" in a pair


def _listed(view: View) -> dict[int, tuple[int, ...]]:
    """Return for each quantity the numbers it is listed with: `46.7% and 22.0%`, `0.34, 11.52%, and 5.05%`."""
    places = [place for place in sorted(view.quantities) if not is_name_number(view, place)]
    groups: dict[int, tuple[int, ...]] = {}
    current: list[int] = []
    for place in places:
        if current:
            between = [view.words[at] for at in range(current[-1] + 1, place)]
            joined = between and all(
                word
                in (
                    ",",
                    "and",
                    "or",
                    "/",
                    "&",
                    "up",
                    "to",
                    "by",
                    "+",
                    "an",
                    "a",
                    "about",
                    "approximately",
                    "nearly",
                    "around",
                    "over",
                    "of",
                    "even",
                    "average",
                )
                for word in between
            )
            if not (joined and between[0] in (",", "and", "or", "/", "&") and len(between) <= 4) or (
                view.quantities[place].dimension != view.quantities[current[-1]].dimension
                and not {view.quantities[place].dimension, view.quantities[current[-1]].dimension}
                <= {None, "percent", "points"}
            ):
                for member in current:
                    groups[member] = tuple(current)
                current = []
        current.append(place)
    for member in current:
        groups[member] = tuple(current)
    return groups


def is_name_number(view: View, place: int) -> bool:
    """Tell whether a number is part of a name: `Gemini 1.5 Pro`, `Llama 2`, `Lean 4`, `Defects4J 1.2`, `Figure 3`."""
    number = view.quantities[place]
    if number.unit is not None or number.sign or number.about or place == 0:
        return False
    raw = view.raw[place - 1]
    if place in view.hits and view.hits[place].kind in ("model", "benchmark"):
        return True
    hit = view.hits.get(place - 1)
    if hit is not None and hit.kind == "metric":
        return False
    if not raw[:1].isupper() or view.flags[place - 1] & (cues.CLOSED | cues.VERB):
        return False
    if place == 1 and raw[1:].islower():
        return raw.lower() in (
            "table",
            "figure",
            "section",
            "position",
            "level",
            "task",
            "stage",
            "phase",
            "turn",
            "version",
            "layer",
            "appendix",
        )
    return view.words[place - 1].rstrip("s") not in (
        "f1",
        "bleu",
        "rouge",
        "fid",
        "acc",
        "map",
        "em",
        "psnr",
        "ssim",
        "accuracy",
        "score",
    )


def read_sentence(view: View) -> list[Item]:
    """Return the numbers of a sentence that a rule understands, in order."""
    items: list[Item] = []
    for place, word in enumerate(view.words):
        if word in _WORDS and view.flags[place] & cues.QUANTITY == 0:
            _word_number(view, place, word, items)
        elif place not in view.quantities and (
            "0" <= word[-1:] <= "9" or "0" <= word[:1] <= "9" or word[:2] in ("in", "fp", "w4", "w8")
        ):
            _width_or_share(view, place, items)
    if view.quantities:
        groups = _listed(view)
        for place in sorted(view.quantities):
            item = _read(view, place, groups[place], items) if place in groups else None
            if item is not None:
                items.append(item)
    items.sort(key=lambda item: (item.place, item.frame.target or ""))
    return items


def _word_number(view: View, place: int, word: str, items: list[Item]) -> None:
    """Read `twice as fast`, `doubles the throughput`, `half the memory`."""
    start, end = view.starts[place], view.ends[place]
    value = _WORDS[word]
    if word == "ternary":
        if view.word(place + 1) in (
            "weights",
            "quantization",
            "weight",
            "llms",
            "llm",
            "networks",
            "network",
            "neural",
            "models",
            "values",
            "parameters",
            "model",
            "large",
            "language",
        ):
            width = Frame("bit_width", "bit_width.ternary", "bit-width", True, unit="bit")
            items.append(
                Item(
                    place,
                    Quantity(start, end, value, None, "bit", "bits"),
                    width,
                    (place,),
                    place - 1,
                    place + 1,
                    [],
                )
            )
        return
    number = Quantity(start, end, value, None, "x", "factor")
    view.quantities[place] = number
    view.flags[place] |= cues.QUANTITY
    left, before = left_edge(view, place)
    frame: Frame | None = None
    if word in ("twice", "thrice", "half", "double", "triple"):
        frame = ratio._as_much_as(view, place, place + 1) or ratio._multiple_of(view, place, place + 1)
        if frame is None and word in ("twice", "thrice", "double"):
            found = change.comparative(view, place, place + 1)
            if found is not None:
                found.kind, found.rule, found.basis = "ratio", "ratio.comparative", None
                frame = found
    else:
        first, last = phrase_after(view, place + 1)
        name = metric_of(view, first, last) if first < last else None
        if name is None:
            first, last = subject_metric(view, place)
            name = metric_of(view, first, last) if metric_like(view, first, last) else None
        if name is not None:
            frame = Frame("ratio", "ratio.verb_word", name, metric_known=True, strength=0.7)
            frame.direction = "down" if word.startswith("halv") else "up"
    del view.quantities[place]
    if frame is None:
        view.flags[place] &= ~cues.QUANTITY
        return
    items.append(
        Item(place, number, frame, (place,), left, frame.right if frame.right > 0 else place + 1, before)
    )


def _width_or_share(view: View, place: int, items: list[Item]) -> None:
    """Read `INT4`, `W4A8` and `19/24 tasks`, which are words to the tokens."""
    word = view.words[place]
    start, end = view.starts[place], view.ends[place]
    if "/" in word and word[0].isdigit():
        share = resource.ratio_token(view, place)
        if share is not None:
            frame = Frame("count", "count.fraction", None, metric_known=True)
            items.append(
                Item(place, Quantity(start, end, share[0]), frame, (place,), place - 1, place + 1, [])
            )
        return
    for frame in size.width_words(view, place):
        number = Quantity(start, end, frame.value or 0.0, None, "bit", "bits")
        items.append(Item(place, number, frame, (place,), place - 1, place + 1, []))


def _pair(view: View, place: int, left: int, right: int) -> str:
    """Return `from` or `to` where a number is the first or second of `from A to B`, `A → B`, `(A to B)`."""
    before, after = view.word(left), view.word(right)
    if before == "from" or (False):
        for at in range(right, min(right + 9, len(view))):
            if view.words[at] in ("to", "→", "->", "down", "up") and _next_quantity(view, at) is not None:
                return "from"
            if view.words[at] in (".", ";") or at in view.quantities:
                break
        if _far_partner(view, place, right):
            return "from"
    if after in ("→", "->") or (after == "-" and view.word(right + 1) == ">"):
        return "from"
    if (
        before in ("→", "->", ">")
        and _previous_quantity(view, left) is not None
        and (before != ">" or view.word(left - 1) == "-")
    ):
        return "to"
    if before in ("to",):
        at = left - 1
        steps = 0
        while at >= 0 and steps < 18:
            if at in view.quantities and not (
                view.quantities[at].unit is None
                and view.quantities[at].value < 50
                and not _decimal(view, at)
                and steps > 0
                and view.word(left_edge(view, at)[0]) != "from"
            ):
                edge = left_edge(view, at)[0]
                if view.word(edge) == "from":
                    return "to"
                if view.word(edge) in ("(",) and at == left - 1:
                    return "to"
                return ""
            if view.words[at] in (".", ";", "and"):
                return ""
            at -= 1
            steps += 1
    if after == "to" and right + 1 in view.quantities and before == "(":
        return "from"
    return ""


def _far_partner(view: View, place: int, right: int) -> bool:
    """Tell whether the `to` of a pair comes later: `drops from 0.81 on average at turn 1 across models, to 0.64`."""
    unit = view.quantities[place].unit
    for at in range(right, min(right + 18, len(view))):
        if view.words[at] == "to":
            partner = _next_quantity(view, at)
            if partner is not None and view.quantities[partner].unit == unit:
                return True
        if view.words[at] in (".", ";"):
            return False
    return False


def _next_quantity(view: View, at: int) -> int | None:
    for place in range(at + 1, min(at + 6, len(view))):
        if place in view.quantities:
            return place
        if view.flags[place] & cues.PUNCTUATION and view.words[place] not in ("~", "<", ">"):
            return None
    return None


def _previous_quantity(view: View, at: int) -> int | None:
    for place in range(at - 1, max(-1, at - 4), -1):
        if place in view.quantities:
            return place
    return None


def _read(view: View, place: int, members: tuple[int, ...], items: list[Item]) -> Item | None:
    number = view.quantities[place]
    own_left, before = left_edge(view, place)
    _, after = right_edge(view, place)
    left = own_left if len(members) == 1 else left_edge(view, members[0])[0]
    right = right_edge(view, members[-1])[0]
    if len(members) > 1 and place != members[0] and not before:
        first_before = left_edge(view, members[0])[1]
        if "average" in first_before or "median" in first_before:
            before = [q for q in first_before if q in ("average", "median")]
    qualifiers = ([number.about] if number.about else []) + before + after
    frame = _frame(view, place, left, right, members, items)
    if frame is None:
        return None
    return Item(place, number, frame, members, left, right, qualifiers)


def _frame(
    view: View, place: int, left: int, right: int, members: tuple[int, ...], items: list[Item]
) -> Frame | None:
    number = view.quantities[place]
    dimension = number.dimension
    if dimension == "bits":
        return size.bits(view, place, left, right)
    if dimension == "parameters" or (dimension is None and number.scale):
        found = size.parameters(view, place, left, right)
        if found is not None or dimension == "parameters":
            return found
        if number.scale and number.scale not in ("k", "thousand"):
            return None
    if dimension == "factor":
        found = ratio.read(view, place, left, right)
        if found is not None and found.rule == "ratio.default":
            inherited = _inherit(view, place, left, items)
            if inherited is not None and inherited.kind == "ratio":
                return inherited
        return found
    if dimension in ("tokens",):
        return (
            score.of_metric(view, place, left)
            if view.word(left) == "of"
            and view.word(left - 1) in ("length", "lengths")
            and view.word(left - 2) not in ("context", "sequence", "window", "input", "prompt", "maximum")
            else None
        )
    if dimension is None and number.value == int(number.value):
        found = resource.count(view, place, left, right)
        if found is not None:
            return found
    return _measure(view, place, left, right, members, items)


def _measure(
    view: View, place: int, left: int, right: int, members: tuple[int, ...], items: list[Item]
) -> Frame | None:
    """Read a percentage, points, a bare number or an amount with a unit: a change first, then a level."""
    number = view.quantities[place]
    dimension = number.dimension
    pair = _pair(view, place, left_edge(view, place)[0], right_edge(view, place)[0])
    if pair:
        return _paired(view, place, pair, items)
    bare = dimension is None
    found: Frame | None = None
    if not (bare and _excluded(view, place, left, right)):
        if number.sign and number.unit != "points":
            found = change.by_amount(view, place, left) or (
                change.of_amount(view, place, left) if view.word(left) == "of" else None
            )
        if found is None:
            found = change.signed(view, place, left, right)
        if found is None:
            compared = change.comparative(view, place, right)
            if compared is not None and (compared.direction or compared.metric):
                found = compared
        if found is None:
            found = change.quantity_noun(view, place, right)
        if found is None:
            found = change.by_amount(view, place, left)
        if found is None:
            found = change.of_amount(view, place, left)
        if found is None:
            found = change.is_amount(view, place, left)
        if found is None and dimension == "percent":
            found = change.share_of_noun(view, place, right)
        if found is None and dimension in ("percent", "points"):
            found = change.gap_to(view, place, left)
        if found is None:
            found = change.verb_amount(view, place, left, right)
        if found is None and dimension in ("percent", "points"):
            found = change.compared_amount(view, place, left) or change.including(view, place, left)
        if (
            found is not None
            and bare
            and not number.sign
            and found.rule in ("change.quantity_noun", "change.verb")
            and not _decimal(view, place)
            and not (found.metric and metric_like(view, *phrase_after(view, right)))
        ):
            found = None
        if found is not None and bare and found.rule in ("change.bracket",) and not _decimal(view, place):
            found = None
    if found is not None and dimension in (
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
    ):
        found.basis = found.basis or "absolute"
        if found.rule in ("change.bracket", "change.signed") or (
            found.rule == "change.quantity_noun" and found.metric is None
        ):
            found = None
    if found is not None:
        if _share_of_data(view, place, right, found):
            return None
        return found
    if dimension in ("points",):
        inherited = _inherit(view, place, left, items)
        if inherited is not None and inherited.kind == "change":
            return inherited
        if view.words[place].endswith("points") and view.word(left) in ("of", "at", "to", "with") and False:
            return None
        return Frame("change", "change.points", None, direction="up", strength=0.4)
    if dimension in ("percent", None, "decibel", "length", "angle"):
        return _level(view, place, left, right, members, items)
    if dimension is not None:
        return resource.resource(view, place, left, right)
    return None


def _decimal(view: View, place: int) -> bool:
    return "." in view.words[place] or view.quantities[place].sign == "+"


def _excluded(view: View, place: int, left: int, right: int) -> bool:
    """Tell whether a bare number counts things, numbers a list or is a year: no measure at all."""
    number = view.quantities[place]
    word = view.word(right)
    if number.scale and word and view.flag(right) & (cues.DATA_SHARE | cues.DATASET_WORD):
        return True
    value = number.value
    whole = value == int(value) and "." not in view.words[place]
    if whole and 1900 <= value <= 2100 and not number.sign:
        return True
    return bool(whole and view.word(place - 1) == "(" and view.word(place + 1) == ")" and value < 12)


def _share_of_data(view: View, place: int, right: int, frame: Frame) -> bool:
    return False


def _paired(view: View, place: int, pair: str, items: list[Item]) -> Frame | None:
    """Read one number of `from A to B`: two levels, the first the baseline's."""
    number = view.quantities[place]
    dimension = number.dimension
    if pair == "to":
        mate = None
        for item in reversed(items):
            if item.place < place and item.frame.rule.startswith(
                ("score.pair", "resource.pair", "change.pair")
            ):
                mate = item
                break
        if mate is not None and place - mate.place < 20:
            frame = Frame(
                mate.frame.kind,
                mate.frame.rule,
                mate.frame.metric,
                metric_known=mate.frame.metric_known,
                benchmark=mate.frame.benchmark,
                strength=mate.frame.strength,
            )
            frame.unit = number.unit or mate.frame.unit
            frame.model = mate.frame.model
            frame.direction, frame.basis = mate.frame.direction, mate.frame.basis
            return frame
        return None
    left = left_edge(view, place)[0]
    partner = _next_quantity(view, right_edge(view, place)[0])
    unit, other = number.unit, view.quantities.get(partner) if partner is not None else None
    if unit is None and other is not None:
        unit, dimension = other.unit, other.dimension
    if dimension == "factor" or dimension == "bits" or dimension == "parameters":
        return None
    name, known, verb = _pair_metric(view, left)
    first, last = phrase_before(view, left - 1)
    if (
        first < last
        and view.flags[last - 1] & cues.NOUN_CHANGE
        and dimension in ("percent", "points", None)
        and view.word(left - 1) in ("ranging", "range", "ranges", "ranged", "varying")
    ):
        name = metric_of(view, first, last - 1)
        frame = Frame("change", "change.pair", name, metric_known=name is not None)
        frame.flags, frame.direction = (
            view.flags[last - 1],
            change_direction(view.flags[last - 1], name),
        )
        frame.basis = change.basis_at(view, *range(max(0, first - 2), last))
        frame.unit = unit
        return frame
    ranging = view.word(left - 1) in (
        "ranging",
        "range",
        "ranges",
        "ranged",
        "vary",
        "varies",
        "varying",
        "spanning",
        "lengths",
        "sizes",
    )
    if dimension in ("percent", None, "decibel", "length", "angle", "points"):
        if dimension is None and not known and not (verb >= 0 and _decimal(view, place)):
            return None
        if ranging and not known:
            return None
        frame = Frame(
            "score",
            "score.pair",
            name,
            metric_known=known or name is not None,
            strength=1.0 if known else 0.6,
        )
    else:
        from leaderboard.extraction.rules.resource import _DEFAULT

        if dimension not in _DEFAULT:
            return None
        default = "FPS" if unit == "FPS" else _DEFAULT[dimension]
        frame = Frame("resource", "resource.pair", name or default, metric_known=True)
    frame.unit = unit
    frame.role = None if ranging else "baseline"
    frame.verb = verb
    return frame


def _pair_metric(view: View, left: int) -> tuple[str | None, bool, int]:
    """Return the metric of a pair whose `from` or bracket is at `left`, whether it is one surely, and the verb."""
    at = left - 1
    first, last = phrase_before(view, left)
    verb = -1
    steps = 0
    while at >= 0 and steps < 22:
        flags = view.flags[at]
        if flags & (cues.VERB_CHANGE | cues.VERB_COMPARE) and view.words[at] not in ("best", "top", "test"):
            verb = at
            break
        if flags & cues.VERB_REACH and view.words[at] in (
            "goes",
            "go",
            "went",
            "going",
            "moves",
            "pushing",
            "pushes",
            "push",
            "brings",
            "bringing",
            "bring",
            "leads",
        ):
            verb = at
            break
        if view.words[at] in (";",):
            break
        at -= 1
        steps += 1
    # the nearest phrase that is a metric, from the pair to its verb and before
    chain_end = left
    for _ in range(5):
        first, last = phrase_before(view, chain_end)
        if first < last:
            if metric_like(view, first, last) and metric_of(view, first, last):
                return metric_of(view, first, last), True, verb
            chain_end = first
        if chain_end <= 0:
            break
        if view.words[chain_end - 1] == ")":
            back = chain_end - 2
            while back > 0 and view.words[back] != "(":
                if metric_like(view, back, back + 1):
                    return metric_of(view, back, back + 1), True, verb
                back -= 1
            chain_end = back
            continue
        if view.flags[chain_end - 1] & (cues.PREPOSITION | cues.DETERMINER):
            chain_end -= 1
            if chain_end > 0 and view.flags[chain_end - 1] & cues.PREPOSITION:
                chain_end -= 1
            continue
        break
    if verb >= 0:
        first, last = phrase_after(view, verb + 1)
        if first < last <= left:
            if metric_like(view, first, last):
                return metric_of(view, first, last), True, verb
            hit = view.hits.get(last - 1)
            name = metric_of(view, first, last)
            if (
                name
                and view.raw[last - 1].islower()
                and not (hit and hit.kind in ("model", "benchmark"))
                and view.words[last - 1]
                not in ("baseline", "model", "models", "baselines", "state-of-the-art")
            ):
                return name, view.words[last - 1] not in ("performance", "results"), verb
        else:
            first, last = subject_metric(view, verb)
            if metric_like(view, first, last):
                return metric_of(view, first, last), True, verb
            name = metric_of(view, first, last)
            if name and first < last and view.raw[last - 1].islower():
                return name, False, verb
    return None, False, verb


def _level(
    view: View, place: int, left: int, right: int, members: tuple[int, ...], items: list[Item]
) -> Frame | None:
    number = view.quantities[place]
    bare = number.unit is None
    if bare and _excluded(view, place, left, right):
        return None
    word = view.word(right)
    found = score.compared_bracket(view, place, left) if view.word(left) == "(" else None
    if found is not None:
        return found
    if "within" in view.words[left + 1 : place] and word != "of" and bare:
        return None
    if word != "of" or bare:
        found = score.number_metric(view, place, right)
    if found is None or found.strength < 0.6:
        found = score.of_metric(view, place, left) or found
    if found is None:
        found = score.changed_to(view, place, left)
    if found is None:
        found = score.rate(view, place, right)
    shared = not bare and number.dimension == "percent" and _data_share(view, place, left, right)
    if shared and (found is None or found.strength < 1.0):
        return None
    if found is None or found.strength < 0.7 or found.rule in ("score.number_bracket", "score.number_in"):
        inherited = _inherit(view, place, left, items)
        strong = inherited is not None and found is not None and found.strength >= 0.7
        if strong and inherited is not None and inherited.kind == "score":
            return found
        if (
            inherited is not None
            and inherited.kind == "score"
            and found is not None
            and found.rule == "score.number_noun"
        ):
            return found
        if inherited is not None and found is not None and found.strength >= 0.7:
            inherited.metric, inherited.metric_known = found.metric, found.metric_known
        if inherited is not None:
            return inherited
    if found is None:
        found = score.verb_number(view, place, left)
    if found is None and not bare and number.dimension == "percent":
        return _percent_default(view, place, left, right)
    return found


def _percent_default(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read a percentage that no construction claimed: a measured rate in a sentence of findings, else nothing."""
    word = view.word(right)
    before = view.word(left)
    if before in ("top", "first", "last") or "within" in view.words[left + 1 : place]:
        return None
    if word == "of":
        return _portion(view, place, left, right)
    return Frame("score", "score.percent", None, strength=0.4)


def _portion(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read `accounts for 44% of execution time`, `92.8% of generated tests have`, `in over 84% of experiments`."""
    if (view.word(left) == "for" and view.word(left - 1).startswith("account")) or view.word(left).startswith(
        ("comprise", "constitut", "represent", "cover", "explain")
    ):
        return Frame("score", "score.portion", None, metric_known=True, strength=0.6)
    opens = (
        left < 0
        or view.word(left) in ("that", ":", "in", "find", "found", "show", "on")
        or view.flags[left] & cues.PUNCTUATION
    )
    if not opens:
        return None
    _first, last = phrase_after(view, right + 1)
    at = last
    while at < len(view) and at - right < 14:
        if view.flags[at] & (cues.VERB | cues.BE) and view.words[at] not in ("set", "test"):
            return Frame("score", "score.portion", None, metric_known=True, strength=0.5)
        if view.words[at] in (".", ";") or at in view.quantities:
            break
        at += 1
    if view.word(left) == "in" and view.word(last) == ",":
        return Frame("score", "score.portion", None, metric_known=True, strength=0.5)
    return None


def _data_share(view: View, place: int, left: int, right: int) -> bool:
    """Tell whether a percentage is a share of data or parameters used, or a setting: `10% of the labels`."""
    before = view.word(left)
    if before in ("top", "p") or (
        view.word(left) == "=" and view.word(left - 1) in ("p", "alpha", "ε", "epsilon")
    ):
        return True
    at = right
    if view.word(at) == "of":
        at += 1
        while view.flag(at) & (cues.DETERMINER | cues.ADJECTIVE) or view.word(at) in (
            "training",
            "labeled",
            "labelled",
            "full",
            "model's",
            "model",
            "pre-training",
        ):
            if view.word(at) == "training" and view.word(at + 1) not in (
                "data",
                "set",
                "samples",
                "examples",
                "tokens",
                "images",
                "corpus",
                "dataset",
                "labels",
            ):
                break
            at += 1
        return bool(
            view.flag(at) & cues.DATA_SHARE
            or (view.flag(at + 1) & cues.DATA_SHARE and not view.flag(at) & cues.CLOSED)
        )
    first, last = phrase_after(view, at, 3)
    return bool(
        first == at
        and first < last
        and view.words[last - 1]
        in (
            "data",
            "samples",
            "labels",
            "labeled",
            "annotations",
            "examples",
            "sparsity",
            "subset",
            "confidence",
            "interval",
            "supervision",
        )
    )


def _inherit(view: View, place: int, left: int, items: list[Item]) -> Frame | None:
    """Give a number in a row the reading of the one before: `gains of 7.1% on GSM8K and 4.2% on MATH`."""
    if not items:
        return None
    word = view.word(left)
    versus = word in ("than", "vs", "versus", "against") or (
        word in ("to", "with") and view.word(left - 1) in ("compared", "comparing", "comparison")
    )
    if not versus and word not in (
        ",",
        "and",
        "or",
        "(",
        "while",
        "but",
        ";",
        "/",
        "by",
        "to",
        "&",
        "to",
        "plus",
    ):
        return None
    last = None
    for item in reversed(items):
        if item.place < place:
            last = item
            break
    if last is None or last.frame.kind not in ("score", "change", "ratio"):
        return None
    number = view.quantities[place]
    if last.quantity.dimension != number.dimension and not {last.quantity.dimension, number.dimension} <= {
        None,
        "percent",
        "points",
    }:
        return None
    if number.unit is None and (not _decimal(view, place) and last.quantity.unit is not None):
        return None
    if word == "(" and not (last.frame.kind == "change" and place - last.place < 12):
        return None
    # nothing but names may stand between: no verb that starts anew
    for at in range(last.place + 1, left + 1):
        flags = view.flags[at]
        if (
            flags & (cues.VERB_CHANGE | cues.VERB_COMPARE | cues.BE)
            and view.words[at] not in ("top", "best", "test")
        ) or (view.words[at] == ";" and word != ";"):
            return None
        if flags & cues.VERB_REACH and view.words[at] not in (
            "set",
            "sets",
            "test",
            "score",
            "scores",
            "run",
            "use",
            "using",
            "report",
        ):
            return None
    if place - last.place > 30:
        return None
    if versus and last.frame.kind != "score":
        return None
    kept = last.frame
    metric, known = kept.metric, kept.metric_known
    if word == "(":
        first, end = phrase_before(view, left)
        if (
            first < end
            and metric_of(view, first, end)
            and (metric is None or metric_like(view, first, end))
            and not any(c.isupper() for c in view.raw[end - 1])
        ):
            metric, known = metric_of(view, first, end), True
    else:
        first, end = phrase_after(view, place + 1, 4)
        if first == place + 1 and metric_like(view, first, end):
            metric, known = metric_of(view, first, end), True
    frame = Frame(kept.kind, kept.rule.split("+")[0] + "+listed", metric, metric_known=known, direction=kept.direction, basis=kept.basis,
                  baseline=kept.baseline, verb=kept.verb, strength=kept.strength * 0.95)  # fmt: skip
    if versus:
        frame.role = "baseline"
    if kept.kind == "score" and number.sign == "+":
        return None
    return frame
