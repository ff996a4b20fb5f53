"""Levels that a verb reaches: `the BLEU reaches 17.5`, `achieves 63.1`, `improves accuracy to 41%`, `a decline below 20%`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Number, moves
from leaderboard.extraction.frames.measures import is_measure, measure_after, measure_of, subject
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_benchmark_name

_BRINGING = one_of(
    """brings bringing bring brought pushes pushing push pushed takes powers propels propelling moves drives driving"""
)


def by_verb(s: Sentence, n: Number) -> Frame | None:
    """Read `the BLEU-4 on SQuAD reaches 17.52`, `achieves 63.1`, `scores 7.33 on MT-bench`, `averages 87.6%`."""
    left = n.left
    if left < 0:
        return None
    flags, word, tag = s.flags[left], s.words[left], s.tags[left]
    at = left
    if word in ("to", "at", "with", "from"):
        at = left - 1
        while s.tag(at) == "R":
            at -= 1
        if s.tag(at) not in "VGTB":
            return None
    elif not (tag in "VGTB" and flags & (lx.VERB_REACH | lx.BE | lx.VERB_COMPARE)) and not (
        tag in "VGT" and flags & lx.BE
    ):
        return None
    if at < 0 or not s.flags[at] & (lx.VERB | lx.BE):
        return None
    first, last = subject(s, at)
    like = is_measure(s, first, last)
    measure = measure_of(s, first, last) if like else None
    if not like and word in ("to", "at"):
        obj = s.after(at + 1)
        if obj[0] < obj[1] <= left and is_measure(s, *obj):
            measure, like = measure_of(s, *obj), True
    verb = s.words[at]
    if n.bare and not like:
        if verb in ("scores", "score", "scoring", "scored"):
            return Frame("score", "score.verb_scores", None, strength=0.7, verb=at)
        told = _benchmark_after(s, n.right) or (
            s.tag(n.right) == "(" and s.numbers.get(n.right + 1, n.quantity).sign == "+"
        )
        told = told or any(word in ("averaged", "average") for word in s.words)
        if n.decimal and s.flags[at] & lx.VERB_REACH and not s.flags[at] & lx.BE and told:
            return Frame("score", "score.verb_on", None, strength=0.7, verb=at)
        return None
    if (
        s.flags[at] & lx.VERB_COMPARE
        and s.tags[at] in "VGT"
        and (not like or s.word(first - 1) in ("when", "if", "where", "whenever"))
    ):
        return None
    return Frame("score", "score.verb", measure, settled=like, verb=at, strength=1.0 if like else 0.6)


def _benchmark_after(s: Sentence, right: int) -> bool:
    """Tell whether `on BENCHMARK` follows, which makes a decimal number a score."""
    return s.word(right) in ("on", "for", "in") and (
        s.kind_at(right + 1) == "benchmark"
        or is_benchmark_name(s.raw[min(right + 1, s.size - 1)])
        or (s.tag(right + 1) == "D" and s.kind_at(right + 2) == "benchmark")
    )


def are_reached(s: Sentence, n: Number) -> bool:
    """Tell whether points are a level that is reached: `achieves 50 points on AIME`, `obtains 30.4 BLEU points on WMT`."""
    verb = n.left
    if (
        n.quantity.sign
        or n.quantity.value < 10
        or s.tag(verb) not in "VG"
        or not s.flag(verb) & lx.VERB_REACH
    ):
        return False
    on = next((at for at in range(n.right, min(n.right + 4, s.size)) if s.words[at] in ("on", "in")), -1)
    return on > 0 and not any(
        s.words[at] in ("over", "than", "compared", "relative", "from", "above")
        or s.flags[at] & lx.NOUN_CHANGE
        for at in range(n.right, s.size)
    )


def changed_to(s: Sentence, n: Number) -> Frame | None:
    """Read `improves accuracy to 41%`, `raising F1 on SQuAD to 88.2`, `accuracy drops to 12%`, `a decline below 20%`."""
    if s.word(n.left) not in ("to", "into") and not any(
        s.words[at] in ("below", "above") or (s.words[at] == "to" and s.word(at - 1) != "up")
        for at in range(n.left + 1, n.place)
    ):
        return None
    at, steps = n.left - (s.word(n.left) in ("to", "into")), 0
    while at >= 0 and steps < 18:
        flags, tag, word = s.flags[at], s.tags[at], s.words[at]
        if tag == ")" and at in s.partner:
            at = s.partner[at] - 1
            continue
        if tag == "Q" and s.word(at - 1) != "from":
            return None
        if word in (";", "by"):
            return None
        changing = flags & (lx.VERB_CHANGE | lx.VERB_COMPARE) and tag in "VGT"
        if (
            changing
            or (word in _BRINGING and tag in "VGT")
            or (flags & lx.NOUN_CHANGE and tag == "N" and at > n.left - 3)
        ):
            first, last = s.after(at + 1)
            if first >= n.left or first == last or tag == "N":
                first, last = subject(s, at) if tag != "N" else (s.np_first[at], at)
            if (
                not n.bare
                and first < last
                and tag != "N"
                and s.flags[last - 1] & (lx.NOUN_DOWN | lx.NOUN_IMPROVE)
            ):
                inside = (
                    measure_after(s, last + 1)
                    if s.word(last) in ("in", "of")
                    else measure_of(s, first, last - 1)
                )
                kind = s.flags[last - 1] & lx.NOUN_CHANGE  # "increases reductions in length to 71%"
                way = moves(kind, inside.lower if inside else False)
                return Frame("change", "change.changed_to", inside, settled=True, direction=way, verb=at)
            if first < last and is_measure(s, first, last):
                return Frame("score", "score.changed_to", measure_of(s, first, last), settled=True, verb=at)
            nearest = s.before(n.left)
            if is_measure(s, *nearest) and not s.flags[nearest[1] - 1] & lx.NOUN_CHANGE:
                return Frame("score", "score.changed_to", measure_of(s, *nearest), settled=True, verb=at)
            after = s.after(n.right)
            if after[0] == n.right and is_measure(s, *after):
                return Frame("score", "score.changed_to", measure_of(s, *after), settled=True, verb=at)
            if n.bare:
                return None
            measure = measure_of(s, first, last) if first < last else None
            if (
                measure
                and s.raw[measure.last - 1].islower()
                and not s.flags[measure.last - 1] & lx.COMPARED_NOUN
                and s.kind_at(measure.last - 1) == ""
            ):
                return Frame("score", "score.changed_to", measure, settled=True, verb=at, strength=0.7)
            return Frame("score", "score.changed_to", None, verb=at, strength=0.8)
        at -= 1
        steps += 1
    return None
