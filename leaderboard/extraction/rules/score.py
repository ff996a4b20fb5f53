"""Scores: a level reached on a metric, `an accuracy of 79.3%`, `BLEU reaches 32.1`, `F1 (0.69)`, `87.6% accuracy`.

A percentage needs less evidence than a bare number, which is only a score where words name its metric.
"""

from leaderboard.extraction import cues
from leaderboard.extraction.frame import (
    METRIC_HEADS,
    NOT_METRICS,
    Frame,
    metric_like,
    metric_of,
    phrase_after,
    phrase_before,
    subject_metric,
)
from leaderboard.extraction.phrases import AMOUNTS, is_stop
from leaderboard.extraction.view import View

_COPULA = frozenset(
    [
        "is",
        "was",
        "are",
        "were",
        "be",
        "of",
        "to",
        "at",
        ":",
        "=",
        "(",
        ",",
        "-",
        "–",
        "by",
        "than",
        "with",
        "reaching",
        "exceeding",
    ]
)


def _bare(view: View, place: int) -> bool:
    return view.quantities[place].unit is None


def of_metric(view: View, place: int, left: int) -> Frame | None:
    """Read `an accuracy of 96.0`, `pass@1 rate of 48%`, `accuracy: 85%`, `MSE = 0.002`, `accuracy (82%)`, `F1 0.82`."""
    word = view.word(left)
    if (
        word
        in (
            "of",
            ":",
            "=",
            "(",
            "at",
            "to",
            "is",
            "was",
            "are",
            "were",
            "->",
            "→",
            "–",
            "be",
            "exceeding",
            "scores",
            "score",
        )
        or word == "-"
    ):
        end = left
        if word == "to" and view.word(left - 1) in ("up", "equal", "equals"):
            end = left - 1
        if word in ("of",) and view.flag(left - 1) & cues.ADVERB:
            end = left - 1
        if end > 0 and view.words[end - 1] == ")" and word != "(":
            back = end - 2
            while back > 0 and view.words[back] != "(" and end - back < 8:
                back -= 1
            end = back
        elif end > 0 and view.words[end - 1] == "(" and word == "(":
            return None
        if word in ("is", "was", "are", "were", "be", "at", "to") and word != "(":
            first, last = subject_metric(view, end) if word not in ("at", "to") else phrase_before(view, end)
        else:
            first, last = phrase_before(view, end)
            if (
                first < last
                and word in ("of", "(", ":", "=")
                and view.word(first - 1) in ("of", "for", "on", "in", "at")
                and not metric_like(view, first, last)
            ):
                # "an accuracy on HumanEval of 48%", "accuracy of BERT (82%)"
                first, last = phrase_before(view, first - 1 - bool(view.flag(first - 1) & cues.DETERMINER))
        if first == last:
            return None
        name = metric_of(view, first, last)
        like = metric_like(view, first, last)
        if _bare(view, place) and view.words[last - 1] in AMOUNTS:
            return None
        if "/" in view.words[place] and word == "(" and name:
            return Frame("score", "score.out_of", name, metric_known=True, strength=0.8)
        if _bare(view, place) and not like and not (word == "of" and name and _score_noun(view, last)):
            return None
        if word in ("to", "at") and not like:
            return None
        if (
            word == "("
            and not like
            and name
            and (view.hits.get(last - 1) is not None or any(c.isupper() for c in view.raw[last - 1]))
        ):
            return None
        if view.words[last - 1] in NOT_METRICS and not like and word != "of":
            return None
        return Frame(
            "score", "score.of", name, metric_known=name is not None or like, strength=1.0 if like else 0.6
        )
    if view.flag(left) & cues.NOUN_CHANGE:
        return None
    first, last = phrase_before(view, left + 1)
    if (
        left >= 0
        and first <= left < last
        and not any(
            word in view.words[left + 1 : place] for word in ("over", "under", "within", "above", "below")
        )
        and metric_like(view, first, left + 1)
        and (view.hits.get(left) is not None or view.words[left] in ("score", "scores", "accuracy"))
    ):
        name = metric_of(view, first, left + 1)
        return Frame("score", "score.metric_number", name, metric_known=True)
    return None


def _acronym(view: View, place: int) -> bool:
    """Tell whether a word is written like an unknown metric: `PDMS`, `BPC`, `HOTA`."""
    raw = view.raw[place] if 0 <= place < len(view) else ""
    hit = view.hits.get(place)
    return (
        2 <= len(raw) <= 8
        and raw.isupper()
        and raw.isalpha()
        and not view.flags[place] & cues.HARDWARE
        and (hit is None or hit.kind == "metric")
    )


def compared_bracket(view: View, place: int, left: int) -> Frame | None:
    """Read `surpassing H2O (38.89) by a margin`, `outperforming Memento (15.1%) and GRPO (22.1)`: a baseline's level."""
    if view.word(left) != "(" or left < 1 or (_bare(view, place) and "." not in view.words[place]):
        return None
    at = left - 1
    steps = 0
    while at >= 0 and steps < 14:
        flags = view.flags[at]
        if (
            flags & cues.VERB_COMPARE
            or view.words[at] in ("than", "versus", "vs", "over")
            or (view.words[at] in ("to", "with") and view.word(at - 1) in ("compared", "comparison"))
        ):
            frame = Frame("score", "score.compared_bracket", None, role="baseline", strength=0.8)
            first, last = phrase_before(view, left)
            frame.method = view.span(first, last) or None
            return frame
        if (
            (at in view.quantities and view.word(at + 1) != ")")
            or view.words[at] == ";"
            or flags & cues.VERB_CHANGE
        ):
            return None
        at -= 1
        steps += 1
    return None


def _counted(view: View, place: int) -> bool:
    """Tell whether a metric is a count or an amount rather than a quality: a bare number before it is no score."""
    hit = view.hits.get(place)
    return hit is not None and getattr(hit.row, "group", "") in ("cost", "size", "speed", "count", "resource")


def _score_noun(view: View, last: int) -> bool:
    return view.words[last - 1] in METRIC_HEADS


def number_metric(view: View, place: int, right: int) -> Frame | None:
    """Read `87.6% accuracy`, `46% issue resolution rate`, `48.6% pass@1`, `0.82 F1`, `32.5 (BLEU)`, `22% in DSR`."""
    word = view.word(right)
    if word == "(":
        first, last = phrase_after(view, right + 1, 5)
        if metric_like(view, first, last) and view.word(last) in (")", ",", "on", ";"):
            return Frame("score", "score.number_bracket", metric_of(view, first, last), metric_known=True)
        return None
    if word in ("in", "for", "on", "by") or (False):
        at = right + 1
        if word == "in" and view.word(right + 1) == "terms" and view.word(right + 2) == "of":
            at = right + 3
        first, last = phrase_after(view, at)
        like = metric_like(view, first, last)
        hit = view.hits.get(last - 1) if last > first else None
        if like and (word != "on" or (hit is not None and hit.kind == "metric")):
            return Frame("score", "score.number_in", metric_of(view, first, last), metric_known=True)
        return None
    first, last = phrase_after(view, right)
    if first != right and view.word(right) not in ("average", "overall", "mean", "the"):
        return None
    if (
        last - first >= 1
        and first < last
        and "." in view.words[place]
        and _bare(view, place)
        and (
            _acronym(view, last - 1)
            or (view.word(last) == "(" and _acronym(view, last + 1) and view.word(last + 2) == ")")
        )
    ):
        return Frame(
            "score", "score.number_acronym", metric_of(view, first, last), metric_known=True, strength=0.8
        )
    # a metric somewhere in the phrase closes it: "82% accuracy levels", "0.4 ROUGE-L"
    best = -1
    for at in range(first, last):
        hit = view.hits.get(at)
        if (hit is not None and hit.kind == "metric") or view.words[at] in METRIC_HEADS:
            best = at
    if best >= 0:
        if view.words[best] in (
            "cost",
            "time",
            "memory",
            "reduction",
            "overhead",
            "consumption",
            "usage",
        ) and _bare(view, place):
            return None
        if _bare(view, place) and (
            view.words[last - 1] in NOT_METRICS
            or view.flags[last - 1] & cues.DATA_SHARE
            or _counted(view, best)
        ):
            return None
        if (
            _bare(view, place)
            and "." not in view.words[place]
            and view.words[best] not in METRIC_HEADS
            and view.raw[best].islower()
        ):
            return None
        name = metric_of(view, first, best + 1)
        return Frame("score", "score.number_metric", name, metric_known=True)
    if first < last and not _bare(view, place):
        tail = view.words[last - 1]
        if tail in NOT_METRICS or view.flags[last - 1] & cues.DATA_SHARE:
            return None
        name = metric_of(view, first, last)
        if name and not is_stop(view, first) and view.raw[first][:1].islower():
            return Frame("score", "score.number_noun", name, metric_known=True, strength=0.5)
    return None


def verb_number(view: View, place: int, left: int) -> Frame | None:
    """Read `the BLEU-4 on SQuAD reaches 17.52`, `achieves 63.1`, `scores 7.33 on MT-bench`, `averages 87.6%`."""
    flags = view.flag(left)
    word = view.word(left)
    at = left
    if word in ("to", "at", "with", "by", "from"):
        if view.flag(left - 1) & (cues.VERB | cues.ADVERB) and word != "by":
            at = left - 1
            if view.flag(at) & cues.ADVERB and view.flag(at - 1) & cues.VERB:
                at -= 1
        else:
            return None
    elif not flags & (cues.VERB_REACH | cues.BE | cues.VERB_COMPARE):
        return None
    if at < 0:
        return None
    if not view.flag(at) & (cues.VERB | cues.BE):
        return None
    first, last = subject_metric(view, at)
    name, like = None, False
    if first < last:
        like = metric_like(view, first, last)
        name = metric_of(view, first, last) if like else None
        if not like and word == "to" and view.flag(at) & cues.VERB_CHANGE:
            obj_first, obj_last = phrase_after(view, at + 1)
            if obj_last <= left and metric_like(view, obj_first, obj_last):
                name, like = metric_of(view, obj_first, obj_last), True
    if _bare(view, place) and not like:
        if word in ("scores", "score", "scoring", "scored") and view.quantities[place].value < 1000:
            return Frame("score", "score.verb_scores", None, metric_known=True, strength=0.7, verb=at)
        return None
    if view.flag(at) & cues.VERB_COMPARE and not like:
        return None
    return Frame("score", "score.verb", name, metric_known=like, verb=at, strength=1.0 if like else 0.6)


def changed_to(view: View, place: int, left: int) -> Frame | None:
    """Read `improves accuracy to 41%`, `raising F1 on SQuAD to 88.2`, `accuracy drops to 12%`."""
    if view.word(left) != "to":
        return None
    at = left - 1
    steps = 0
    while at >= 0 and steps < 16:
        flags = view.flags[at]
        if at in view.quantities and view.word(at - 1) != "from":
            return None
        if view.words[at] in (";", ".", "by"):
            return None
        if flags & (cues.VERB_CHANGE | cues.VERB_COMPARE) or (
            flags & cues.VERB_REACH
            and view.words[at]
            in ("brings", "bringing", "bring", "brought", "pushes", "pushing", "push", "takes", "powers")
        ):
            first, last = phrase_after(view, at + 1)
            if first >= left or first == last:
                first, last = subject_metric(view, at)
            if metric_like(view, first, last):
                return Frame(
                    "score", "score.changed_to", metric_of(view, first, last), metric_known=True, verb=at
                )
            if _bare(view, place):
                nearest = phrase_before(view, left)
                if metric_like(view, *nearest):
                    return Frame(
                        "score", "score.changed_to", metric_of(view, *nearest), metric_known=True, verb=at
                    )
                return None
            return Frame("score", "score.changed_to", None, verb=at, strength=0.8)
        at -= 1
        steps += 1
    return None


def rate(view: View, place: int, right: int) -> Frame | None:
    """Read `11% of the time`, `in 84% of cases`, `92.8% of generated tests have`, `43% deploy`."""
    if _bare(view, place) or view.word(right) != "of":
        return None
    at = right + 1
    while view.flag(at) & (cues.DETERMINER | cues.ADJECTIVE):
        at += 1
    if view.word(at) in ("time", "cases", "times", "instances") or (
        view.word(at)
        in ("trials", "runs", "attempts", "experiments", "scenarios", "samples", "prompts", "responses")
    ):
        return Frame("score", "score.rate", None, metric_known=True, strength=0.8)
    return None


__all__ = ["changed_to", "compared_bracket", "number_metric", "of_metric", "rate", "verb_number"]
