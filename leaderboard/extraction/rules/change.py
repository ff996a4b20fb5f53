"""Changes: a signed difference against something else, `improves accuracy by 5.1%`, `a 16% reduction in length`, `+3.2`.

The constructions, in the order they are asked; each takes the metric, the direction and what it is against from its own
words and leaves the rest to linking.
"""

from leaderboard.extraction import cues
from leaderboard.extraction.frame import (
    TASK_TAILS,
    Frame,
    change_direction,
    full_after,
    metric_like,
    metric_of,
    phrase_after,
    phrase_before,
    subject_metric,
)
from leaderboard.extraction.phrases import NOUNS, is_stop
from leaderboard.extraction.view import View
from leaderboard.model import Basis

_IN = frozenset(("in", "of", "for", "on", "to"))
_MORE = {
    "robust": "robustness",
    "efficient": "efficiency",
    "accurate": "accuracy",
    "costly": "cost",
    "expensive": "cost",
    "likely": "likelihood",
    "stable": "stability",
    "reliable": "reliability",
    "compact": "size",
    "parameter-efficient": "parameter efficiency",
    "data-efficient": "data efficiency",
    "sample-efficient": "sample efficiency",
    "energy-efficient": "energy efficiency",
    "memory-efficient": "memory efficiency",
    "cost-effective": "cost effectiveness",
    "diverse": "diversity",
    "consistent": "consistency",
    "precise": "precision",
    "effective": "effectiveness",
    "productive": "productivity",
    "cost-efficient": "cost efficiency",
    "compute-efficient": "compute efficiency",
    "vulnerable": "vulnerability",
    "faithful": "faithfulness",
    "accurately": "accuracy",
    "efficiently": "efficiency",
    "frequently": "frequency",
    "complex": "complexity",
    "toxic": "toxicity",
}
_COMPARED_OBJECT = frozenset(
    [
        "baseline",
        "baselines",
        "state-of-the-art",
        "sota",
        "methods",
        "method",
        "approaches",
        "approach",
        "models",
        "model",
        "systems",
        "system",
        "counterpart",
        "counterparts",
        "competitors",
        "competitor",
        "techniques",
        "technique",
        "work",
        "works",
        "algorithms",
        "algorithm",
        "llms",
        "frameworks",
        "framework",
        "solutions",
        "solution",
        "variants",
    ]
)
_VERBS_OF_CHANGE = cues.VERB_CHANGE | cues.VERB_COMPARE


def basis_at(view: View, *places: int) -> Basis | None:
    """Return `absolute` or `relative` where one of the places says so."""
    for place in places:
        word = view.word(place)
        if word in ("absolute", "absolutely"):
            return "absolute"
        if word in ("relative", "relatively"):
            return "relative"
    return None


def after_comparative(view: View, place: int) -> tuple[str | None, int]:
    """Return the metric that a comparative at `place` speaks of, and its flags: `14.6% faster` is about speed."""
    flags = view.flags[place]
    word = view.words[place]
    if flags & cues.COMP_SPEED or flags & cues.COMP_SLOW:
        first, last = phrase_after(view, place + 1, 5)
        if first < last and view.word(place + 1) not in ("than", "and"):
            name = metric_of(view, first, last)
            if name is None:
                return "speed", flags
            tail = view.words[last - 1]
            if tail in ("speed", "speeds", "throughput", "rate", "time", "times", "convergence", "latency"):
                return name, flags
            if len(name.split()) <= 3 and not view.flags[first] & cues.VERB:
                return name + " speed", flags
        # "converges 3x faster", "training is 3x faster"
        return "speed", flags
    if flags & (cues.COMP_COST | cues.COMP_COSTLY):
        first, last = phrase_after(view, place + 1, 5)
        name = metric_of(view, first, last)
        return (
            name + " cost" if name and len(name.split()) == 1 and name.endswith("ing") else name or "cost"
        ), flags
    if (
        word in ("more", "less")
        and view.word(place + 2) in ("efficient", "effective")
        and not view.flag(place + 1) & cues.CLOSED
    ):
        return f"{view.raw[place + 1]} {_MORE[view.word(place + 2)]}", flags
    if word in ("more", "less") and view.word(place + 1) in _MORE:
        return _MORE[view.word(place + 1)], flags
    first, last = full_after(view, place + 1)
    name = metric_of(view, first, last)
    if name is None and last > first and view.flags[last - 1] & cues.NOUN_SPEED:
        return "speedup", flags
    if name is None and first == last and word in ("smaller", "larger", "bigger", "lighter"):
        return "size", flags
    if name is None and word in ("shorter", "longer") and first == last:
        return "length", flags
    if (
        name
        and word in ("smaller", "larger", "bigger", "lighter")
        and view.words[last - 1] in ("model", "models", "network", "networks", "architecture")
    ):
        return "model size", flags
    return name, flags


def _noun_ahead(view: View, right: int) -> int:
    """Return the place of the noun of change that closes the phrase which starts at `right`, or -1."""
    at, noun = right, -1
    while at < len(view) and at - right < 8:
        flags = view.flags[at]
        if flags & cues.NOUN_CHANGE and not (flags & cues.QUANTITY):
            noun = at
            at += 1
            continue
        if noun >= 0:
            break
        if (
            view.words[at] in ("and", "or", "/")
            and at > right
            and at + 1 < len(view)
            and not view.flags[at + 1] & (cues.CLOSED | cues.VERB)
        ):
            at += 1
            continue
        if view.words[at] == "(" and at > right:
            close = at + 1
            while (
                close < len(view)
                and view.words[close] != ")"
                and close - at < 6
                and close not in view.quantities
            ):
                close += 1
            if view.word(close) != ")":
                break
            at = close + 1
            continue
        if is_stop(view, at):
            break
        at += 1
    return noun


def quantity_noun(view: View, place: int, right: int) -> Frame | None:
    """Read `16.1% reduction in prompt length`, `89% end-to-end throughput improvement`, `0.05 sFID increase`."""
    noun = _noun_ahead(view, right)
    if noun < 0:
        return None
    word = view.words[noun]
    if (
        word in ("gap", "gaps")
        and noun > right
        and view.words[noun - 1] in ("optimality", "duality", "integrality", "mip")
    ):
        return None
    between_first, between_last = right, noun
    name = metric_of(view, between_first, between_last)
    flags = view.flags[noun]
    if (
        word in ("loss", "losses")
        and name is None
        and view.word(noun + 1)
        not in ("in", "of", "compared", "on", ",", ".", ")", "while", "relative", "and")
    ):
        return None
    if view.word(noun + 1) in ("in", "of", "on", "for", "to") and (name is None or flags & cues.NOUN_SPEED):
        first, last = full_after(view, noun + 2)
        if (
            view.word(noun + 1) in ("in", "of") and (first < last and view.words[last - 1] not in TASK_TAILS)
        ) or metric_like(view, first, last):
            found = metric_of(view, first, last)
            name = found if name is None else name
        if view.word(noun + 1) == "in" and view.word(noun + 2) == "the" and name is None:
            name = metric_of(view, *phrase_after(view, noun + 3))
    if word == "compression" and name is None:
        name = "size"
    if flags & cues.NOUN_SPEED and name is None:
        name = "speed"
    frame = Frame("change", "change.quantity_noun", name, metric_known=name is not None)
    frame.flags, frame.direction = flags, change_direction(flags, name)
    if flags & cues.NOUN_UP and flags & cues.NOUN_IMPROVE:
        frame.flags, frame.direction = cues.NOUN_IMPROVE, change_direction(cues.NOUN_IMPROVE, name)
    if flags & cues.NOUN_SPEED:
        frame.direction = "up" if not (name and polarity_down(name)) else None
    if word in ("margin", "margins"):
        frame.direction = "up"
    frame.basis = basis_at(view, *range(max(0, place - 3), place), *range(right, noun))
    frame.right = noun + 1
    return frame


def polarity_down(name: str) -> bool:
    """Tell whether a metric is one of time or cost, of which a speed-up is no rise."""
    return name.split()[-1].lower() in ("latency", "time", "cost", "runtime", "overhead", "delay")


def comparative(view: View, place: int, right: int) -> Frame | None:
    """Read `14.9% higher reasoning accuracy`, `5.8 lower than`, `27.4% more robust`."""
    at = right
    while view.flag(at) & cues.ADJECTIVE and not view.flag(at) & cues.COMPARATIVE:
        at += 1
    if view.word(at) in ("points", "point", "percent"):
        at += 1
    if not view.flag(at) & cues.COMPARATIVE:
        if view.word(at) in ("above", "below", "behind", "ahead") and view.word(at) != "":
            return Frame(
                "change",
                "change.above",
                direction="up" if view.word(at) in ("above", "ahead") else "down",
                right=at + 1,
            )
        return None
    name, flags = after_comparative(view, at)
    frame = Frame("change", "change.comparative", name, metric_known=name is not None, right=at + 1)
    frame.flags, frame.direction = flags, change_direction(flags, name)
    frame.basis = basis_at(view, *range(max(0, place - 2), place), *range(right, at))
    return frame


def _governor(view: View, left: int) -> int:
    """Return the place of the verb or noun of change that governs a `by` at `left`, or -1."""
    at = left - 1
    steps = 0
    while at >= 0 and steps < 30:
        flags = view.flags[at]
        if view.words[at] in ("leads", "leading", "led", "lead") and view.word(at + 1) not in (
            "to",
            "the",
            "us",
        ):
            return at
        if flags & (_VERBS_OF_CHANGE | cues.NOUN_CHANGE) and view.words[at] not in (
            "top",
            "best",
            "scale",
            "lead",
            "test",
            "drop-off",
        ):
            if flags & _VERBS_OF_CHANGE or at == left - 1:
                return at
            # a noun: "improvement in accuracy by 3%" unless a verb stands before it in reach
            if view.word(at + 1) in ("in", "of", "over", "on"):
                return at
        if view.words[at] in (";",):
            return -1
        at -= 1
        steps += 1
    return -1


def by_amount(view: View, place: int, left: int) -> Frame | None:
    """Read `improves accuracy by 5.1%`, `outperforms BERT by 3 points`, `perplexity decreases by 7.5%`."""
    if view.word(left) != "by":
        return None
    verb = _governor(view, left)
    if verb < 0:
        return None
    flags = view.flags[verb]
    frame = Frame("change", "change.by", verb=verb)
    frame.basis = basis_at(view, *range(left + 1, place), place + 1, place + 2)
    first, last = phrase_before(view, left)
    chained = (
        first < last
        and view.word(first - 1) in ("and", ",", "the", "its")
        and any(at in view.quantities for at in range(verb, first))
    )
    if (flags & cues.VERB_COMPARE or view.words[verb] in ("leads", "leading", "led", "lead")) and not chained:
        frame.rule = "change.compare_by"
        frame.direction = "up"
        metric_first, metric_last = phrase_after(view, verb + 1)
        if (
            metric_last > metric_first
            and view.word(metric_last) in ("of",)
            and metric_like(view, metric_first, metric_last)
        ):
            frame.metric, frame.metric_known = metric_of(view, metric_first, metric_last), True
        return frame
    if chained:
        name = metric_of(view, first, last)
        frame.rule = "change.by_chained"
        if metric_like(view, first, last) or (
            name and not flags & cues.VERB_COMPARE and not _names_system(view, first, last)
        ):
            frame.metric, frame.metric_known = name, True
        elif name and flags & cues.VERB_COMPARE:
            frame.baseline = view.span(first, left)
        frame.flags, frame.direction = flags, change_direction(flags, frame.metric)
        return frame
    if flags & cues.NOUN_CHANGE and not flags & _VERBS_OF_CHANGE:
        first, last = phrase_before(view, verb)
        name = metric_of(view, first, last)
        if name is None and view.word(verb + 1) in ("in", "of"):
            name = metric_of(view, *phrase_after(view, verb + 2))
        frame.rule, frame.metric, frame.metric_known = "change.noun_by", name, name is not None
        frame.flags, frame.direction = flags, change_direction(flags, name)
        return frame
    _object(view, frame, verb, left)
    frame.flags, frame.direction = flags, change_direction(flags, frame.metric)
    return frame


def _names_system(view: View, first: int, last: int) -> bool:
    """Tell whether a phrase names systems rather than a measure: a model, a benchmark, `previous methods`."""
    if last <= first:
        return False
    if view.words[last - 1] in _COMPARED_OBJECT or view.words[first] in (
        "state-of-the-art",
        "sota",
        "prior",
        "previous",
        "existing",
    ):
        return not metric_like(view, first, last)
    hit = view.hits.get(last - 1)
    return hit is not None and hit.kind in ("model", "benchmark")


def _object(view: View, frame: Frame, verb: int, end: int) -> None:
    """Fill metric, baseline or benchmark from what a verb of change acts on, its object or its subject."""
    before = view.word(verb - 1)
    passive = view.words[verb].endswith(("ed", "cut")) and bool(
        view.flag(verb - 1) & cues.BE or view.word(verb - 2) in ("be", "been", "is", "are")
    )
    at = verb + 1
    if view.word(at) in ("upon", "over", "on") and view.word(at) != "":
        return  # "improves over X by": what follows is the baseline
    first, last = phrase_after(view, at)
    if first >= end or first == last or passive or at >= end:
        first, last = subject_metric(view, verb)
        if before in ("which", "that") or first == last:
            return
        name = metric_of(view, first, last)
        hit = view.hits.get(last - 1)
        own = hit is not None and hit.kind in ("model", "benchmark")
        if name and not own and (metric_like(view, first, last) or _is_plain(view, first, last)):
            frame.metric, frame.metric_known = name, True
        return
    last = min(last, end)
    hit = view.hits.get(last - 1)
    if hit is not None and hit.kind == "benchmark" and not metric_like(view, first, last):
        frame.benchmark, frame.metric_known = (
            hit.name
            if view.span(first, last) == ""
            else view.text[view.starts[last - 1] : view.ends[last - 1]],
            True,
        )
        frame.benchmark = view.span(*_hit_span(view, last - 1))
        return
    if (
        view.flags[verb] & cues.VERB_DOWN
        and not _names_system(view, first, last)
        and (hit is None or hit.kind != "model")
    ):
        frame.metric, frame.metric_known = metric_of(view, first, last), True
        return
    if _names_system(view, first, last) or (hit is not None and hit.kind == "model"):
        frame.baseline = view.span(first, last)
        return
    name = metric_of(view, first, last)
    if name is None and view.word(last) == "of":
        name = (
            metric_of(view, *full_after(view, at))
            if view.words[last - 1] in ("number", "amount", "total", "numbers")
            else None
        )
    if name is None:
        frame.metric_known = view.words[last - 1] in ("performance", "performances", "results", "result")
        return
    if not metric_like(view, first, last) and _is_proper(view, first, last):
        frame.baseline = name
        return
    frame.metric, frame.metric_known = name, True
    if view.word(last) in ("and",) and metric_like(view, *phrase_after(view, last + 1)):
        pass


def _hit_span(view: View, place: int) -> tuple[int, int]:
    for first, last, _ in view.spans:
        if first <= place < last:
            return first, last
    return place, place + 1


def _is_proper(view: View, first: int, last: int) -> bool:
    """Tell whether the head of a phrase looks like a name of something rather than a common noun."""
    head = view.raw[last - 1]
    return any(c.isupper() for c in head[1:]) or (head[:1].isupper() and last - 1 > 0)


def _is_plain(view: View, first: int, last: int) -> bool:
    head = view.raw[last - 1]
    return (
        head.islower()
        and view.words[last - 1] not in _COMPARED_OBJECT
        and not view.flags[last - 1] & cues.PRONOUN
    )


def of_amount(view: View, place: int, left: int) -> Frame | None:
    """Read `gains of up to 7%`, `a reduction of over 90% in RAM`, `accuracy improvements (12-38%)`, `a gap of 3 points`."""
    word = view.word(left)
    noun = left - 1
    if word == "in" and view.word(left + 1) == "the" and view.word(left + 2) == "range":
        noun = left - 1
    elif word == "to" and view.word(left - 1) == "up":
        noun = left - 2
    elif word not in ("of", "(", ":", "at", "to", "by", "reaching", ",", "between", "from", "in", "ranging"):
        if not view.flag(left) & cues.NOUN_CHANGE:
            return None
        noun = left
    if word == "(" and view.flag(noun) & cues.PUNCTUATION:
        return None
    if word in (",", "to", "by", "at", "from", "reaching", "in", "ranging") and not (
        view.flag(noun) & cues.NOUN_CHANGE
    ):
        return None
    first, last = phrase_before(view, noun + 1)
    at = noun
    found = -1
    while at >= first:
        if view.flags[at] & cues.NOUN_CHANGE:
            found = at
            break
        at -= 1
    if found < 0 and word == "(":
        return _bracket(view, place, left)
    if (
        found < 0
        and word in ("of", ":")
        and first < last
        and view.word(first - 1) in ("in", "of", "for", "on")
    ):
        before_first, before_last = phrase_before(view, first - 1)
        if before_first < before_last and view.flags[before_last - 1] & cues.NOUN_CHANGE:
            flags = view.flags[before_last - 1]
            name = metric_of(view, first, last)
            frame = Frame("change", "change.in_of", name, metric_known=name is not None)
            frame.flags, frame.direction = flags, change_direction(flags, name)
            frame.basis = basis_at(view, *range(max(0, before_first - 3), before_last))
            return frame
    if found < 0:
        return None
    if found != noun and word != "(":
        return None
    if (
        word == "of"
        and view.words[found] in ("loss", "losses", "compression", "variance", "deviation")
        and first == found
        and place in view.quantities
        and view.quantities[place].unit is None
    ):
        return None
    name = metric_of(view, first, found)
    frame = Frame("change", "change.of", name, metric_known=name is not None)
    if name is None:
        for ahead in (place + 1, place + 2, place + 3):
            if view.word(ahead) == "in":
                inner = full_after(view, ahead + 1)
                if metric_like(view, *inner) or (
                    inner[0] < inner[1]
                    and view.words[inner[1] - 1] not in TASK_TAILS
                    and not view.hits.get(inner[1] - 1)
                    and view.raw[inner[1] - 1].islower()
                ):
                    name = metric_of(view, *inner)
                break
            if view.flag(ahead) & (cues.PUNCTUATION | cues.VERB):
                break
        if name is None and view.word(found + 1) in ("in", "of") and found + 1 != left:
            name = metric_of(view, *full_after(view, found + 2))
        if name is None:
            right_first, right_last = phrase_after(view, place + 1)
            if right_first == place + 1 and metric_like(view, right_first, right_last):
                name = metric_of(view, right_first, right_last)
        if name:
            frame.metric, frame.metric_known = name, True
    flags = view.flags[found]
    frame.flags, frame.direction = flags, change_direction(flags, frame.metric)
    if flags & cues.NOUN_SPEED:
        frame.direction = "up"
        frame.metric = frame.metric or "speed"
    if view.words[found] in ("margin", "margins"):
        frame.direction = "up"
    frame.basis = basis_at(view, *range(max(0, first - 3), found), place + 1)
    return frame


def _bracket(view: View, place: int, left: int) -> Frame | None:
    """Read a number in brackets behind what changed: `reductions in fine-tuning (65X)`, `performance on BoN (up to 6.6%)`."""
    if left - 1 in view.quantities:
        return None
    bare = view.quantities[place].unit is None and not view.quantities[place].sign
    own_first, own_last = phrase_before(view, left)
    if bare and metric_like(view, own_first, own_last) and not view.flag(own_last - 1) & cues.NOUN_CHANGE:
        return None
    ahead_first, ahead_last = phrase_after(view, place + 1, 4)
    if (
        ahead_first == place + 1
        and metric_like(view, ahead_first, ahead_last)
        and not view.flag(ahead_last - 1) & cues.NOUN_CHANGE
    ):
        return None
    at = left - 1
    steps = 0
    while at >= 0 and steps < 14 and view.words[at] not in (".", ";", ":"):
        flags = view.flags[at]
        if at in view.quantities or view.words[at] == ")":
            return None
        if view.words[at].endswith("ed") and view.flag(at - 1) & (cues.PREPOSITION | cues.DETERMINER):
            at -= 1
            continue
        if flags & (cues.NOUN_CHANGE | cues.VERB_CHANGE) and view.words[at] not in (
            "top",
            "best",
            "scale",
            "lead",
            "loss",
            "compression",
            "training",
        ):
            first, last = phrase_before(view, left)
            frame = Frame("change", "change.bracket")
            name = metric_of(view, first, last)
            inside = (
                metric_of(view, *full_after(view, at + 2))
                if flags & cues.NOUN_CHANGE and view.word(at + 1) in ("in", "of") and at + 2 < left
                else None
            )
            if inside:
                name = inside
            elif flags & cues.NOUN_CHANGE and not flags & cues.VERB_CHANGE:
                before = metric_of(view, *phrase_before(view, at))
                if before and not (name and metric_like(view, first, last)):
                    name = before
            else:
                obj_first, obj_last = phrase_after(view, at + 1)
                if obj_last <= left and not metric_like(view, first, last):
                    name = metric_of(view, obj_first, min(obj_last, left))
                    frame.metric_known = True
            frame.metric, frame.metric_known = name, name is not None or frame.metric_known
            frame.flags, frame.direction = flags, change_direction(flags, name)
            return frame
        at -= 1
        steps += 1
    return None


def verb_amount(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read `saving over 20% memory`, `drops 3 points`, `gains 2.1 BLEU`, `reducing around 50% of the cost`."""
    flags = view.flag(left)
    if any(word in view.words[left + 1 : place] for word in ("within", "in")):
        return None
    if (
        left < 0
        or not flags & cues.VERB_CHANGE
        or view.words[left] in ("double", "triple", "scale", "scales", "halve")
    ):
        return None
    frame = Frame("change", "change.verb", verb=left)
    at = right
    if view.word(at) == "of":
        at += 1
    first, last = full_after(view, at)
    name = metric_of(view, first, last) if first < last else None
    if name is None and view.word(at) == "in":
        name = metric_of(view, *full_after(view, at + 1))
    if name is None:
        first, last = subject_metric(view, left)
        if metric_like(view, first, last):
            name = metric_of(view, first, last)
    frame.metric, frame.metric_known = name, name is not None
    frame.flags, frame.direction = flags, change_direction(flags, name)
    return frame


def signed(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read `+5 on MMLU`, `(+7.3)`, `+2.1 F1`, `-3.2%` in brackets."""
    number = view.quantities[place]
    if number.sign not in ("+", "-"):
        return None
    if number.sign == "-" and (
        (number.unit is None and abs(number.value) <= 1)
        or view.word(place - 1) in ("of", "is", "=", "at", "from", "to", "between")
    ):
        return None
    name = None
    first, last = phrase_after(view, right)
    if first == right and metric_like(view, first, last):
        name = metric_of(view, first, last)
    elif view.word(right) == "in":
        name = metric_of(view, *phrase_after(view, right + 1))
    frame = Frame("change", "change.signed", name, metric_known=name is not None)
    frame.direction = "up" if number.sign == "+" else "down"
    frame.basis = basis_at(view, right, right + 1)
    return frame


def is_amount(view: View, place: int, left: int) -> Frame | None:
    """Read `the average improvement of FooNet is 7% over`, `the gap between them is 3 points`."""
    if not view.flag(left) & cues.BE:
        return None
    first, last = subject_metric(view, left)
    if first == last or not view.flags[last - 1] & cues.NOUN_CHANGE:
        return None
    name = metric_of(view, first, last - 1)
    if name is None and view.word(last) in ("in", "of") and metric_like(view, *phrase_after(view, last + 1)):
        name = metric_of(view, *phrase_after(view, last + 1))
    frame = Frame("change", "change.is", name, metric_known=name is not None)
    frame.flags, frame.direction = view.flags[last - 1], change_direction(view.flags[last - 1], name)
    return frame


def share_of_noun(view: View, place: int, right: int) -> Frame | None:
    """Read `50% of main memory and computing reductions`: the noun of change closes what `of` opens."""
    if view.word(right) != "of":
        return None
    at = right + 1
    while at < len(view) and at - right < 8 and (not is_stop(view, at) or view.words[at] in ("and", "the")):
        if view.flags[at] & cues.NOUN_DOWN and view.word(at + 1) not in ("rate", "ratio", "function"):
            name = metric_of(view, right + 1, at)
            frame = Frame("change", "change.share_noun", name, metric_known=name is not None)
            frame.flags, frame.direction = view.flags[at], change_direction(view.flags[at], name)
            return frame
        at += 1
    return None


def gap_to(view: View, place: int, left: int) -> Frame | None:
    """Read `narrowing the gap to GPT-4 to just 3.5%`: a difference that remains, without a direction."""
    if view.word(left) != "to":
        return None
    for at in range(left - 1, max(-1, left - 12), -1):
        if view.words[at] in ("gap", "gaps", "difference") and not any(
            k in view.quantities for k in range(at, left)
        ):
            frame = Frame("change", "change.gap_to", None, metric_known=False)
            if view.word(at + 1) in ("to", "with", "from", "between"):
                first, last = phrase_after(view, at + 2)
                frame.baseline = view.span(first, last) or None
            return frame
        if view.words[at] in (".", ";"):
            return None
    return None


def compared_amount(view: View, place: int, left: int) -> Frame | None:
    """Read `outperforms the state of the art up to 4.8%`, `reducing the error up to 20%`: the amount without `by`."""
    if left == place - 1 and not view.quantities[place].sign:
        return None
    for at in range(left, max(-1, left - 12), -1):
        flags = view.flags[at]
        if flags & cues.VERB_COMPARE and view.words[at] not in ("best", "top") and left - at < 8:
            return Frame("change", "change.compare_amount", direction="up", verb=at, strength=0.8)
        if flags & cues.VERB_CHANGE and not flags & cues.ADJECTIVE and view.words[at] not in NOUNS:
            frame = Frame("change", "change.verb_amount", verb=at, strength=0.8)
            _object(view, frame, at, left + 1)
            frame.flags, frame.direction = flags, change_direction(flags, frame.metric)
            return frame
        if flags & (cues.QUANTITY | cues.VERB) or view.words[at] in ("and", ",", "(", ";", "to", "from"):
            return None
    return None


def including(view: View, place: int, left: int) -> Frame | None:
    """Read `test error is improved across settings, including 0.8% on ImageNet`: one case of a change named before."""
    if view.word(left) not in ("including", "namely"):
        return None
    for at in range(left - 1, max(-1, left - 30), -1):
        flags = view.flags[at]
        if (flags & (cues.VERB_CHANGE | cues.NOUN_CHANGE) and not flags & cues.ADJECTIVE) or (
            flags & cues.VERB_CHANGE and view.flag(at - 1) & cues.BE
        ):
            frame = Frame(
                "change", "change.including", verb=at if flags & cues.VERB_CHANGE else -1, strength=0.7
            )
            if flags & cues.VERB_CHANGE:
                _object(view, frame, at, left)
            frame.flags, frame.direction = flags, change_direction(flags, frame.metric)
            return frame
        if at in view.quantities:
            return None
    return None
