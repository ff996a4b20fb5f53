"""Levels: `an accuracy of 79.3%`, `BLEU reaches 32.1`, `F1 (0.69)`, `87.6% accuracy`, `11% of the time`.

A percentage needs less evidence than a bare number, which is only a score where words name its measure.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Measure, Number
from leaderboard.extraction.frames.measures import is_measure, measure_after, measure_of, subject
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_acronym

_CORRELATIONS = frozenset(("r", "rho", "ρ", "tau", "τ", "κ", "kappa", "r2", "r²", "r^2"))


_COPULAS = frozenset((":", "=", "→", "->", "–", "-", "≈", "~"))


_FILTERED = one_of("similarity score scores confidence probability distance overlap quality")


def bracket_of_compared(s: Sentence, n: Number) -> Frame | None:
    """Read `surpassing H2O (38.89) by a margin`, `outperforming Memento (15.1%) and GRPO (22.1)`: a baseline's level."""
    left = n.left
    if s.tag(left) != "(" or left < 1 or (n.bare and not n.decimal):
        return None
    close = s.partner.get(left, -1)
    if s.flag(n.right) & (lx.COMPARATIVE | lx.NOUN_CHANGE):
        return None
    if n.place != left + 1 and not all(
        k in s.numbers or s.tags[k] in ",/CQ±" for k in range(left + 1, n.place)
    ):
        return None
    if (
        close > n.place + 1
        and s.tag(n.place + 1) not in ",/;CQ±"
        and s.after(n.place + 1)[0] == s.after(n.place + 1)[1]
    ):
        return None
    at, steps = left - 1, 0
    while at >= 0 and steps < 14:
        flags, tag, word = s.flags[at], s.tags[at], s.words[at]
        if tag == ")" and at in s.partner:
            at = s.partner[at] - 1
            steps += 1
            continue
        if (
            (flags & lx.VERB_COMPARE and tag in "VGT")
            or word in ("than", "versus", "vs", "over")
            or (word in ("to", "with") and s.word(at - 1) in ("compared", "comparison", "relative"))
        ):
            first, last = s.before(left)
            if first == last or s.flags[last - 1] & lx.NOUN_CHANGE:
                return None
            frame = Frame(
                "score", "score.compared_bracket", None, role="baseline", strength=0.8, owner=(first, last)
            )
            inner = s.after(n.right)
            if inner[0] == n.right and is_measure(s, *inner):
                frame.measure, frame.settled = measure_of(s, *inner), True
            return frame
        if tag == "Q" or word == ";" or (flags & lx.VERB_CHANGE and tag in "VG"):
            return None
        at -= 1
        steps += 1
    return None


def metric_before(s: Sentence, n: Number) -> Frame | None:
    """Read `an accuracy of 96.0`, `pass@1 rate of 48%`, `accuracy: 85%`, `MSE = 0.002`, `accuracy (82%)`, `F1 0.82`."""
    left = n.left
    word = s.word(left)
    if left < 0:
        return None
    if n.quantity.value_max is not None and s.word(n.place - 1) == "between" and left == n.place - 2:
        return _joined(s, n, left + 1, "of")  # "an error (MAE) between 10.1 and 11.0"
    if word == ":" and n.bare and n.decimal and s.tag(left - 2) == "(" and s.tags[left - 1] == "E":
        if 0 < n.quantity.value < 1 and is_acronym(s.raw[left - 1].split("-")[0]) and not s.kind_at(left - 1):
            name = Measure(s.raw[left - 1], left - 1, left, False, True)  # "(ICM-Hard: 0.67 for …)"
            return Frame("score", "score.named_in_bracket", name, settled=True, strength=0.6)
    if (
        word in ("of", "at", "to")
        or word in _COPULAS
        or s.tag(left) in "(B"
        or word in ("exceeding", "scores", "score", "within")
    ):
        return _joined(s, n, left, word)
    if not n.bare and any(q in ("over", "under", "at least") for q in n.qualifiers) and s.tag(left) == "N":
        first, last = s.before(left + 1)  # "with spreads below 0.5 percent"
        head = s.flags[left]
        if (
            first < last
            and s.tag(first - 1) in "PD"
            and not head
            & (lx.COUNTABLE | lx.DATA_SHARE | lx.COMPARED_NOUN | lx.NOUN_CHANGE | lx.DATASET_WORD)
        ):
            measure = measure_of(s, first, last)
            if measure is not None and s.raw[left].islower():
                return Frame("score", "score.noun_below", measure, settled=True, strength=0.6)
    if (
        n.bare
        and n.decimal
        and s.tag(left) == "N"
        and any(
            s.words[at] in ("below", "above", "under", "over", "exceeding") for at in range(left + 1, n.place)
        )
    ):
        first, last = s.before(left + 1)
        if (
            not is_measure(s, first, last)
            and first > 1
            and s.words[first - 1] in ("with", "of", "between", "for", "on", "to")
        ):
            first, last = s.before(first - 1)  # "a correlation with ground truth exceeding 0.995"
        if (
            is_measure(s, first, last)
            and not s.flags[last - 1] & (lx.NOUN_CHANGE | lx.AMOUNT)
            and s.words[last - 1] not in _FILTERED
        ):
            return Frame("score", "score.noun_below", measure_of(s, first, last), settled=True, strength=0.8)
    # right before it: "F1 0.82"
    if s.flag(left) & lx.NOUN_CHANGE and s.kind_at(left) != "metric":
        return None
    first, last = s.before(left + 1)
    if (
        first < last == left + 1
        and is_measure(s, first, last)
        and not any(
            s.words[at] in ("over", "under", "within", "above", "below") for at in range(left + 1, n.place)
        )
    ) and (
        (n.place - left > 1 and (n.decimal or not n.bare))
        or s.kind_at(left) == "metric"
        or s.words[left] in ("score", "scores", "accuracy")
        or (n.decimal and is_acronym(s.raw[left]))
    ):
        return Frame("score", "score.metric_number", measure_of(s, first, last), settled=True)
    return None


def _joined(s: Sentence, n: Number, left: int, word: str) -> Frame | None:
    end = left
    copula = s.tag(left) == "B"
    if word == "to" and s.word(left - 1) in ("up", "equal", "equals"):
        end = left - 1
    if s.tag(left) == "(" and s.tag(left - 1) == "(":
        return None
    while end > 0 and s.tags[end - 1] == "R":
        end -= 1
    if s.tag(left) == "(" and s.tag(left - 1) == "A" and s.np_first[left - 1] < 0 and s.tag(left - 2) in "BR":
        copula, end = True, left - 2  # "success is high (90%)"
    first, last = subject(s, end) if copula else s.before(end)
    if (first < last and word in ("of", ":", "=")) or s.tag(left) == "(":
        if s.flags[last - 1] & lx.HYPERPARAMETER and word == "of":
            return None
        # "an accuracy on HumanEval of 48%", "AUC at 5 degree threshold of 60%", "accuracy of BERT (82%)"
        at = first
        for _ in range(3):
            if (
                first < last
                and is_measure(s, first, last)
                and not (s.kind_at(last - 1) == "" and s.words[last - 1] in ("threshold", "level", "ratio"))
            ):
                break
            begin = at
            while begin > 0 and s.tags[begin - 1] in "DQM":
                begin -= 1
            if begin > 1 and s.words[begin - 1] in (
                "of",
                "for",
                "on",
                "in",
                "at",
                "across",
                "with",
                "under",
                "between",
            ):
                earlier = s.before(begin - 1)
                if earlier[0] == earlier[1]:
                    break
                if is_measure(s, *earlier):
                    first, last = earlier
                    break
                at = earlier[0]
                continue
            break
    if first == last:
        return None
    if word == "=" and s.words[last - 1] in _CORRELATIONS and n.decimal:
        return Frame("score", "score.symbol", Measure(s.raw[last - 1], last - 1, last), settled=True)
    measure = measure_of(s, first, last)
    like = is_measure(s, first, last)
    if measure is not None and lx.default().get(measure.name.lower(), 0) & lx.HYPERPARAMETER:
        return None
    head, raw = s.flags[last - 1], s.raw[last - 1]
    if n.bare and head & lx.AMOUNT:
        return None
    if (
        n.bare
        and not n.decimal
        and s.tag(left) != "("
        and s.after(n.right)[0] == n.right < s.after(n.right)[1]
        and not is_measure(s, *s.after(n.right))
    ):
        return None  # "the performance of 5 experts"
    if "/" in s.words[n.place] and s.tag(left) == "(" and measure:
        return Frame("score", "score.out_of", measure, settled=True, strength=0.8)
    if word == "of" and n.bare and n.decimal and not like and head & (lx.COMPARED_NOUN | lx.OTHERS):
        return Frame("score", "score.of_system", None, strength=0.6, owner=(first, last), role="baseline")
    if n.bare and not like and not (word == "of" and measure and head & lx.METRIC_HEAD):
        if word == ":" and n.decimal and any(c.isupper() for c in raw) and s.tag(first - 1) in "(;,":
            return Frame("score", "score.of_system", None, strength=0.6, owner=(first, last), own=False)
        if not (
            word in ("=", "of") and n.decimal and is_acronym(raw) and not head & (lx.NAME_STOP | lx.HARDWARE)
        ):
            return None
    if word in ("to", "at", "within", "score", "scores") and not like:
        return None
    if s.tag(left) == "(" and not like and head & (lx.DATASET_WORD | lx.DATA_SHARE | lx.COUNTABLE):
        return None
    if s.tag(left) == "(" and not like and measure and (s.kind_at(last - 1) or any(c.isupper() for c in raw)):
        return None
    if head & lx.COUNTABLE and not like and word != "of":
        return None
    if (
        word == "of"
        and not like
        and measure
        and is_acronym(raw)
        and s.word(first - 1) in ("a", "an", "and", ",", "average", "mean")
    ):
        return Frame("score", "score.of", measure, settled=True, strength=0.7)
    if (
        word in ("of", ":")
        and not like
        and measure
        and (head & (lx.COMPARED_NOUN | lx.OTHERS) or any(c.isupper() for c in raw))
    ):
        return Frame("score", "score.of_system", None, strength=0.6, owner=(first, last), own=False)
    if word == "of" and head & (lx.COUNTABLE | lx.DATASET_WORD | lx.DATA_SHARE) and not like:
        return Frame("score", "score.of", None, strength=0.3, own=False) if not n.bare else None
    return Frame("score", "score.of", measure, settled=measure is not None, strength=1.0 if like else 0.6)


def metric_after(s: Sentence, n: Number) -> Frame | None:
    """Read `87.6% accuracy`, `46% issue resolution rate`, `48.6% pass@1`, `0.82 F1`, `32.5 (BLEU)`, `22% in DSR`."""
    right = n.right
    word = s.word(right)
    if s.tag(right) == "(":
        first, last = s.after(right + 1)
        if (is_measure(s, first, last) and s.tag(last) in "),;") or (
            is_measure(s, first, last) and s.word(last) == "on"
        ):
            return Frame("score", "score.number_bracket", measure_of(s, first, last), settled=True, own=False)
        behind = s.after(s.partner[right] + 1) if right in s.partner else (0, 0)
        if (
            right in s.partner
            and behind[0] == s.partner[right] + 1
            and is_measure(s, *behind)
            and not s.flags[behind[1] - 1] & lx.NOUN_CHANGE
        ):
            return Frame("score", "score.metric_after", measure_of(s, *behind), settled=True, own=False)
        return None
    if word in ("in", "for", "on", "by", "with", "as"):
        at = right + 1
        measure = measure_after(s, at)
        if measure is not None and measure.known:
            hit = s.kind_at(measure.last - 1) == "metric" or s.kind_at(measure.first) == "metric"
            if (
                word == "in"
                or (hit and word != "for")
                or (word == "for" and hit and not s.raw[measure.last - 1].islower())
            ):
                return Frame("score", "score.number_in", measure, settled=True, own=False)
        return None
    first, last = s.after(right)
    if first == right and s.word(last) == "/" and s.after(last + 1)[0] == last + 1:
        first, last = first, s.after(last + 1)[1]  # "98.7% structural/style consistency"
    if first != right and s.word(right) not in ("average", "overall", "mean", "the"):
        return None
    if first == last:
        return None
    if (
        (
            n.bare
            and n.decimal
            and (
                is_acronym(s.raw[last - 1])
                or (
                    s.tag(last) == "("
                    and is_acronym(s.raw[last + 1] if last + 1 < s.size else "")
                    and s.tag(last + 2) == ")"
                )
            )
        )
        and not s.flags[last - 1] & (lx.HARDWARE | lx.NAME_STOP)
        and s.kind_at(last - 1) in ("", "metric")
    ):
        return Frame("score", "score.number_acronym", measure_of(s, first, last), settled=True, strength=0.8)
    best = -1
    for at in range(first, last):
        if s.kind_at(at) == "metric" or s.flags[at] & lx.METRIC_HEAD:
            best = at
    if best >= 0:
        counted = s.flags[last - 1] & (lx.COUNTABLE | lx.DATA_SHARE) and s.kind_at(last - 1) != "metric"
        if n.bare and (s.flags[best] & lx.AMOUNT or counted or _is_amount(s, best)):
            return None
        if n.bare and not n.decimal and not s.flags[best] & lx.METRIC_HEAD and s.raw[best].islower():
            return None
        if not n.bare and counted and best < last - 1:
            return None
        plural = s.words[last - 1].endswith(("scores", "ratings", "metrics", "measures", "criteria"))
        if n.bare and not n.decimal and plural and s.raw[last - 1].islower():
            return None  # "14 quality ratings"
        return Frame("score", "score.metric_after", measure_of(s, first, best + 1), settled=True, own=False)
    if not n.bare:
        tail = s.flags[last - 1]
        if tail & (lx.COUNTABLE | lx.DATA_SHARE):
            return None
        measure = measure_of(s, first, last)
        if (
            measure
            and (s.raw[measure.last - 1][:1].islower() or is_acronym(s.raw[measure.last - 1]))
            and not s.kind_at(last - 1)
            and not tail & (lx.COMPARED_NOUN | lx.NAME_STOP | lx.HARDWARE)
        ):
            return Frame("score", "score.noun_after", measure, settled=True, strength=0.5, own=False)
    return None


def _is_amount(s: Sentence, place: int) -> bool:
    """Tell whether a measure is a count or an amount rather than a quality: a bare number before it is no score."""
    hit = s.hits.get(place)
    return hit is not None and getattr(hit.row, "group", "") in ("cost", "size", "speed", "count", "resource")
