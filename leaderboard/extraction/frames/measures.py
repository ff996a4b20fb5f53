"""Names of measures: what a noun phrase calls what is measured, without fluff and foreign names.

`[significant GAIA accuracy gains]` names `accuracy`; `[remarkable performance]` names nothing that could head a board.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Measure
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name

_TASK_TAILS = one_of(
    """task tasks dataset datasets benchmark benchmarks test set sets split corpus setting settings scenario scenarios
    domain domains suite challenge subset problems questions"""
)
_GENERIC_TAILS = one_of(
    """performance performances results result levels level value values points point pts metric metrics outcomes
    rating ratings"""
)
_SCORES = frozenset(("scores", "score", "values", "metrics", "metric", "rates"))
_SIZED = frozenset(("model", "storage", "memory", "checkpoint", "file", "cache", "kv", "code", "binary"))
_COUNTED = one_of(
    """rate score ratio metric value values scores rates count size gap usage consumption performance"""
)
_AMOUNT_OF = one_of(
    """number amount total count level levels degree volume quantity numbers amounts sum magnitude rate"""
)
_PART_OF = one_of(
    """proportion percentage share fraction rate probability likelihood area quality cost time speed risk odds accuracy
    level"""
)
_SHARES = frozenset(("proportion", "percentage", "share", "fraction", "probability", "likelihood"))
_FLUFF = lx.ADJECTIVE | lx.ADVERB | lx.DETERMINER | lx.COMPARATIVE


def is_lower_better(s: Sentence, first: int, last: int) -> bool:
    """Tell whether less of a measure is better, by its words; True for `word error rate`, False for `error recall`."""
    while last - first > 1 and s.words[last - 1] in _COUNTED and s.flags[last - 2] & lx.LOWER_BETTER:
        last -= 1
    if first >= last:
        return False
    word = s.words[last - 1]
    if word in ("efficiency", "accuracy"):
        return False
    if word == "product" and last - first > 1 and s.words[last - 2].endswith("delay"):
        return True
    if word == "size":
        return last - first > 1 and s.words[last - 2] in _SIZED
    hit = s.hits.get(last - 1)
    if hit is not None and hit.kind == "metric" and s.hits.get(last) is not hit:
        better = getattr(hit.row, "higher_is_better", None)
        if better is not None and word not in ("rate", "size"):
            return not better
    return bool(s.flags[last - 1] & lx.LOWER_BETTER) or word.endswith(
        ("cer", "wer", "rmse", "mae", "mse", "fid")
    )


def trimmed(s: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return a phrase's span without adjectives, settings and possessives before it."""
    words, flags, tags = s.words, s.flags, s.tags
    while first < last and (
        (flags[first] & _FLUFF and not _within_name(s, first))
        or tags[first] in "sRT"
        or words[first].endswith(("-shot", "-way"))
        or words[first] in ("zeroshot", "fewshot")
        or tags[first] in "()"
        or (
            tags[first] == "A"
            and (
                words[first].endswith(("er", "ly"))
                or (
                    words[first].endswith("ed")
                    and flags[first] & lx.VERB
                    and last - first > 1
                    and "-" not in words[first]
                )
            )
        )
        or words[first] in ("times", "fold", "all-time")
        or (last - first > 1 and tags[first] == "E" and is_model_name(s.raw[first]) and not s.kind_at(first))
        or (words[first].startswith("near-") and last - first > 1)
        or (words[first] == "negative" and not s.kind_at(first))
        or (
            last - first > 1
            and not (last - first == 2 and flags[last - 1] & lx.GENERIC_METRIC)
            and tags[first] == "E"
            and flags[first] & (lx.MODEL_NOUN | lx.NAME_STOP)
            and not s.kind_at(first)
            and words[first] not in ("f1",)
        )
    ):
        first += 1
    while last > first and tags[last - 1] in "RPs)":
        last = s.partner.get(last - 1, last - 1) if tags[last - 1] == ")" else last - 1
    return first, max(first, last)


def _within_name(s: Sentence, place: int) -> bool:
    """Tell whether an adjective is part of a measure's name: `mean` in `mean reciprocal rank`, not in `mean accuracy`."""
    hit = s.hits.get(place)
    if (
        hit is None
        or hit.kind != "metric"
        or s.words[place] in ("average", "mean", "overall", "relative", "absolute")
    ):
        if hit is None or hit.kind != "metric":
            return False
        end = place
        while s.hits.get(end) is hit:
            end += 1
        return (
            end > place + 1
            and s.span(place + 1, end).lower() != hit.name.lower()
            and not s.flags[end - 1] & lx.NOUN_CHANGE
        )
    end = place
    while s.hits.get(end) is hit:
        end += 1
    return not s.flags[end - 1] & lx.NOUN_CHANGE


def measure_of(s: Sentence, first: int, last: int) -> Measure | None:
    """Return the measure that a phrase names, or None where it is generic or none."""
    first, last = trimmed(s, first, last)
    words, flags = s.words, s.flags
    if last - first > 1 and words[last - 1] in _TASK_TAILS and is_measure(s, first, last - 1):
        last -= 1
    while last > first and (
        (
            flags[last - 1] & (lx.NOUN_CHANGE & ~lx.NOUN_DIFF)
            and words[last - 1]
            not in (
                "loss",
                "losses",
                "compression",
                "growth",
                "acceleration",
                "lead",
                "overhead",
                "overheads",
            )
            and not (
                words[last - 1] == "gain" and last > 1 and words[last - 2] in ("information", "cumulative")
            )
        )
        or flags[last - 1] & lx.COMPARATIVE
        or (words[last - 1] in ("change", "changes") and last - first > 1)
    ):
        last -= 1
    for at in range(last - 1, first - 1, -1):
        if s.tags[at] == "s":
            first = at + 1
            break
        if at < last - 1 and s.kind_at(at) in ("benchmark", "model"):
            if at == last - 2 and words[at + 1] in ("score", "scores") and s.kind_at(at) == "benchmark":
                return Measure(
                    s.span(s.np_first[at] if s.hits.get(at - 1) is s.hits[at] else at, last),
                    at,
                    last,
                    False,
                    True,
                )
            first = at + 1
            break
    first, last = trimmed(s, first, last)
    first = next((at for at in range(first, last) if "@" in words[at]), first)
    if first >= last:
        return None
    head = words[last - 1]
    if s.word(last) == "of" and head in _SHARES and last - first == 1:
        _, end = s.after(last + 1)
        if end > last + 1:
            return Measure(s.span(first, end), first, end, False, True)
    if all(flags[at] & lx.GENERIC_METRIC for at in range(first, last)):
        return None
    if head in ("performance", "performances") and not any(
        flags[at] & lx.METRIC_HEAD or (s.kind_at(at) == "metric" and s.hits[at] is not s.hits.get(last - 1))
        for at in range(first, last - 1)
    ):
        return None
    if (
        last - first > 1
        and head in _GENERIC_TAILS
        and any(flags[at] & lx.METRIC_HEAD or s.kind_at(at) == "metric" for at in range(first, last - 1))
    ):
        last -= 1
    elif (
        last - first > 1
        and head in _SCORES
        and (head != "rates" or "@" in words[last - 2])
        and s.kind_at(last - 2) == "metric"
        and (not s.raw[last - 2].islower() or "@" in words[last - 2])
    ):
        hit = s.hits.get(last - 1)
        whole = hit is not None and last - first > 2 and s.hits.get(last - 3) is hit and head == "score"
        if not whole and (hit is None or not hit.name.lower().endswith("score")):
            last -= 1
    if (
        last - first == 1
        and s.tags[first] in "AV"
        and not flags[first] & lx.METRIC_HEAD
        and s.kind_at(first) != "metric"
    ):
        return None
    name = s.span(first, last).strip(" ,;:()[]-–\"'")
    if (
        name.endswith("s")
        and len(name) > 2
        and name[:-1].isupper()
        and not name.endswith(("OPs", "MACs", "GPUs"))
    ):
        name = name[:-1]  # WERs
    elif name.endswith("ccuracies"):
        name = name[:-3] + "y"
    if not name:
        return None
    if s.word(last) == "/" and s.word(last + 1) in ("s", "sec", "second"):
        return Measure(name + "/s", first, last, False, True)
    return Measure(name, first, last, is_lower_better(s, first, last), is_measure(s, first, last))


def is_measure(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a phrase names a measure: one of the taxonomy, or one that ends like a measure."""
    if last > first and s.words[last - 1].startswith("self-"):
        return False
    at = last
    while at > first:
        if s.flags[at - 1] & lx.METRIC_HEAD or s.kind_at(at - 1) == "metric":
            return True
        word = s.words[at - 1]
        if not (
            s.flags[at - 1] & lx.NOUN_CHANGE
            or word in _GENERIC_TAILS
            or word in _SCORES
            or word in _TASK_TAILS
        ):
            return False
        at -= 1
    return False


def is_what_falls(s: Sentence, joint: int, at: int) -> bool:
    """Tell whether a short acronym is what a noun of decrease before a joint falls in: `a 4% reduction in MR`."""
    return bool(s.flag(joint - 1) & lx.NOUN_DOWN) and s.raw[at].isupper() and len(s.raw[at]) < 4


def full_after(s: Sentence, start: int) -> tuple[int, int]:
    """Return the phrase that names a measure after a place: `trainable parameters` of `the number of trainable parameters`.

    `dispatch and combine throughput` is one phrase, as is `proportion of videos`.
    """
    first, last = s.after(start)
    if first == last:
        return first, last
    if s.word(last) == "per":
        _, end = s.after(last + 1)
        return first, end if end > last + 1 else last
    if s.word(last) == "of":
        if all(s.words[at] in _AMOUNT_OF or s.flags[at] & lx.ADJECTIVE for at in range(first, last)):
            return s.after(last + 1)
        if s.words[last - 1] in _PART_OF - {"accuracy", "quality", "cost", "time", "speed"} and (
            last - first == 1 or s.words[last - 1] != "rate"
        ):
            _, end = s.after(last + 1)
            return first, end if end > last + 1 else last
    if s.word(last) == "and" and not s.flags[last - 1] & lx.METRIC_HEAD and s.kind_at(last - 1) == "":
        second, end = s.after(last + 1)
        if (
            second == last + 1
            and end > second
            and s.flags[end - 1] & lx.METRIC_HEAD
            and end - second > 1
            and s.raw[last - 1].islower()
        ):
            return first, end
    return first, last


def measure_after(s: Sentence, start: int) -> Measure | None:
    """Return the measure named by the phrase right after a place, `terms of` passed over."""
    if s.word(start) == "terms" and s.word(start + 1) == "of":
        start += 2
    elif s.word(start) == "the" and s.word(start + 1) == "terms" and s.word(start + 2) == "of":
        start += 3
    first, last = full_after(s, start)
    return measure_of(s, first, last) if first < last else None


def subject(s: Sentence, verb: int) -> tuple[int, int]:
    """Return the head phrase of the subject of a verb: `perplexity` in `GPT-2's perplexity on PTB decreases`."""
    at = verb
    while at > 0 and (s.tags[at - 1] in "BRW" or s.words[at - 1] in ("has", "have", "had")):
        at -= 1
    for _ in range(5):
        first, last = s.before(at)
        if first == last:
            return first, last
        begin = first
        while begin > 0 and s.tags[begin - 1] in "DMQ":
            begin -= 1
        if begin > 0 and s.words[begin - 1] in _ATTACHING and begin > 1:
            at = begin - 1
            if s.tags[at - 1] == "T" and at > 1:
                at -= 1
            continue
        if begin > 1 and s.tags[begin - 1] == "G" and s.words[begin - 2] in _ATTACHING:
            at = begin - 2
            continue
        if begin > 1 and s.tags[begin - 1] == "C" and not is_measure(s, first, last):
            other = s.before(begin - 1)
            if other[0] < other[1] and s.word(other[0] - 1) in ("of", "on", "for", "in"):
                at = other[0] - 1
                continue
        return first, last
    return at, at


_ATTACHING = one_of("on of for in across with from under at over between to using")
