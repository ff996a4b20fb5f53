"""The phrase of a baseline: where it begins and ends, and whether it can be one."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.text.numbers import NUMBER_WORDS

Span = tuple[int, int]


_EMPTY = one_of(
    """model models performance training time it them this others one ones ours that which those all each both other
    the prior"""
)


_QUANTITIES = one_of("latency throughput time runtime size length cost budget number count")


_TRAINING = one_of("training fine-tuning finetuning pretraining pre-training")


def phrase(s: Sentence, start: int) -> Span:
    """Return the span of the noun phrases of a baseline that starts at a place, with `and` and `of` inside it kept."""
    at = start
    if (
        s.word(at) in ("those", "that")
        and s.tag(at + 1) in "TA"
        and s.word(at + 1).endswith("ed")
        and s.word(at + 2) in ("on", "with", "by", "using", "from", "without")
    ):
        return at, max(phrase(s, at + 3)[1], at + 2)  # "outperform those trained on real-world datasets"
    while at < s.size and (
        (s.tags[at] == "D" and s.words[at] not in ("all", "both", "any", "other", "another"))
        or s.words[at] in ("only", "just", "simply", "directly", "always")
    ):
        at += 1
    if (
        s.tag(at) == "("
        and at in s.partner
        and s.partner[at] - at < 8
        and s.np_last[min(s.partner[at] + 1, s.size - 1)] > 0
    ):
        inner = phrase(s, s.partner[at] + 1)
        return at, max(inner[1], s.partner[at] + 1)
    first = at
    if s.word(at) == "without" and s.tag(at + 1) in "NEG":
        at += 1 + (s.tag(at + 1) == "G")  # "compared with without reweighting"
    elif s.word(at) in _TRAINING and s.word(at + 1) in ("on", "with"):
        at += 2 + (s.tag(at + 2) == "D")  # "over training on the full dataset"
    elif s.word(at) == "not" and s.word(at + 1) == "using":
        at += 2 + (s.tag(at + 2) == "D")
    elif (
        s.tag(at) == "G" or s.word(at) == "using"
    ):  # "than using only coarse data", "over training from scratch"
        if s.words[at] in ("using", "training", "having"):
            nxt = at + 1
            while s.tag(nxt) in "RD":
                nxt += 1
            if s.words[at] == "using":
                at = first = nxt
            else:
                at += 1
        else:
            at += 1
            while s.tag(at) in "PoD" and at - first < 3 and s.tag(at + 1) in "NEAD":
                at += 1
    while at < s.size and at - first < 16:
        step = _phrase_step(s, at, first)
        if step == at:
            break
        at = step
    if (
        at == first + 1
        and s.words[first] in ("models", "model", "systems", "methods")
        and s.tag(at) == "T"
        and s.word(at + 1) in ("from", "by", "with", "on", "using")
    ):
        begin = at + 2 + (s.tag(at + 2) == "D")  # "than models obtained from coarse-grained pruning"
        while begin < s.size and begin - at < 12 and (step := _phrase_step(s, begin, first)) > begin:
            begin = step
        at = begin if begin > at + 2 else at
    while at > first and (
        s.tags[at - 1] in "CD,/P" or s.words[at - 1] in ("and", "of", "-", "/", "'s", "alone", "respectively")
    ):
        at -= 1
    return first, at


def _phrase_step(s: Sentence, at: int, first: int) -> int:
    """Return the place after the next piece of a baseline's phrase, or the place itself where it ends."""
    tag, word = s.tags[at], s.words[at]
    if s.np_last[at] > at:
        stop = s.np_last[at]
        for k in range(max(at, first + 1), stop):
            if s.words[k] in ("respectively", "alone"):
                return k if k > at else at
        return stop
    if tag == "Q":
        number = s.numbers[at]
        named = at > first and s.raw[at - 1][:1].isupper() and number.unit is None
        if named or number.dimension in ("bits", "parameters") or number.scale in ("b", "m"):
            return at + 1
        if (
            s.tag(at + 1) in "NEA"
            and (at == first or s.tags[at - 1] == "A")
            and number.dimension != "percent"
        ):
            return at + 1
        return at
    if tag == "(" and at > first and at in s.partner and s.partner[at] - at == 2 and at + 1 not in s.numbers:
        return s.partner[at] + 1
    if (
        tag == "A"
        or (tag == "M" and s.tag(at + 1) in "NEA")
        or (tag == "R" and s.tag(at + 1) in "ATNM")
        or tag == "s"
        or (tag == "T" and s.tag(at + 1) in "NEA")
    ):
        return at + 1
    if word in ("-", "/", '"', "'", "+") and s.tag(at + 1) in "NEA\"'":
        return at + 1
    if word == "of" and at > first:
        return at + 1
    if word == "from" and s.word(at + 1) == "scratch":
        return at + 2
    if word == "without" and at > first:
        return at + 1
    if tag == "G" and at > first and s.words[at - 1] == "without":
        return at + 1
    if tag in "C," and at > first:
        return _joint(s, at, first)
    if tag == "T" and at == first and (s.tag(at + 1) in "NEA" or ("-" in word and s.tag(at + 1) == "C")):
        return at + 1
    if tag == "D" and (
        at == first or s.tags[at - 1] == "D" or s.words[at - 1] in ("of", "and", "or", ",", "without")
    ):
        return at + 1
    return at


def _joint(s: Sentence, at: int, begin: int) -> int:
    """Return the place after `and` or a comma that goes on with more baselines, or the place itself."""
    word = s.words[at]
    step = at + 1
    if word == "," and s.word(step) in ("and", "or"):
        step += 1
    look = step
    if s.word(step) in NUMBER_WORDS:
        return at  # "smaller than GPT-3 and twice as fast"
    while s.tag(look) == "D":
        look += 1
    head = look + (s.tag(look) == "T" and "-" in s.word(look))  # "prompt-based and tool-augmented baselines"
    if head >= s.size or s.np_last[head] < 0:
        return at
    end = s.np_last[head]
    if word == ",":
        if s.word(at + 1) in ("a", "an", "our"):
            return at  # "over Scallop, a state-of-the-art framework, and …"
        ahead = look
        listed = s.word(at + 1) in ("and", "or") and "," in s.words[begin:at]
        while (
            ahead < s.size and ahead - at < 14 and (s.tags[ahead] in "NEADs,C-/" or s.words[ahead] in ("/",))
        ):
            if s.tags[ahead] == "C":
                listed = True
            ahead += 1
        if not listed:
            return at
    if is_measure(s, look, end) or (s.tag(end) in "VB" and s.flag(end) & (lx.VERB | lx.BE)):
        return at
    if s.tag(step) == "D" and s.tag(end) in "VBT":
        return at
    return step


def usable(s: Sentence, span: Span) -> bool:
    """Tell whether a span can be a baseline: not empty, no data set, no mere pronoun or measure."""
    first, last = span
    if first >= last:
        return False
    cue = s.word(first - 1)
    if (
        s.kind_at(last - 1) == "benchmark"
        and cue != "than"
        and not _system_here(s, first, last)
        and not any(s.words[at] in ("model", "models", "baseline", "baselines") for at in range(first, last))
    ):
        return False
    words = s.words[first:last]
    if (
        s.word(first - 1 - (s.tag(first - 1) == "D")) in ("to", "with")
        and s.words[last - 1] in _QUANTITIES
        and not any(s.tags[at] in "Es" or s.flags[at] & lx.OTHERS for at in range(first, last))
    ):
        return False  # "relative to the total request latency"
    if s.flags[last - 1] & lx.HARDWARE and last - first <= 2:
        return False
    return not (len(words) == 1 and words[0] in _EMPTY)


def _system_here(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a name of a benchmark stands for a system trained on it: another benchmark is where it is measured."""
    if s.word(last) in ("dataset", "datasets", "benchmark", "benchmarks"):
        return False
    return s.word(first - 1) in ("over", "vs", "versus", "to", "with", "and") and any(
        hit.kind == "benchmark" and (b <= first or a >= last) for a, b, hit in s.spans
    )
