"""Which construction of a level reads a number, and which bare numbers count or label instead."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames import level, reached, share
from leaderboard.extraction.frames.frame import Frame, Item, Number
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence

_SYMBOLS = one_of("p k n alpha α ε epsilon δ delta λ lambda β beta γ τ t p-value p-values seed")


_SCALES = frozenset(("scale", "rubric", "likert", "rating", "scales"))


_SPREADS = frozenset(("ci", "cis", "sd", "std", "se", "iqr", "±", "interval"))


def counts_or_labels(s: Sentence, n: Number) -> bool:
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


def read_level(s: Sentence, n: Number, items: list[Item]) -> Frame | None:
    """Return the level that a number is, if any construction of one reads it."""
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
    if bare and (number.scale or n.spelled):
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
    used = number.dimension == "percent" and share.is_share_of_data(s, n)
    if bare and s.word(n.place + 1) in ("-", "–", "−", "+") and s.tag(n.place + 2) in "NE":
        return None  # "a ratio of 1 - o(1)"
    inside = any(s.words[at] == "within" for at in range(max(0, n.left + 1), n.place))
    if inside and bare:
        return None
    found = None
    if s.word(n.right) != "of" or bare:
        found = level.metric_after(s, n)
    if found is not None and s.kind_at(n.place - 1) == "metric" and s.tag(s.after(n.right)[1]) == "Q":
        found = None  # "PSNR 51 SSIM 0.998": each number stands behind its measure
    if found is None or found.strength < 0.6 or found.rule == "score.number_in":
        before = level.metric_before(s, n)
        if before is not None and (
            found is None
            or found.rule != "score.number_in"
            or (before.strength >= 1.0 and before.measure is not None)
        ):
            found = before
    if found is None:
        found = reached.changed_to(s, n) or share.of_times(s, n)
    if used:
        return None
    if found is None:
        found = reached.by_verb(s, n)
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
    if (
        found is None
        and bare
        and n.decimal
        and s.word(n.left) == "at"
        and any(item.frame.kind == "score" for item in items)
    ):
        span = s.before(n.left)
        if span[0] < span[1] and s.raw[span[1] - 1][:1].isupper():  # "(e.g., FooNet-7B at 0.473)"
            found = Frame("score", "score.name_at", None, owner=span, strength=0.6)
    if found is None and bare and n.decimal and s.tag(n.left) == "(" and s.kind_at(n.left - 1) == "benchmark":
        found = Frame("score", "score.behind", None, strength=0.7)
    if (
        found is None
        and bare
        and n.decimal
        and s.word(n.left) == "to"
        and any(item.frame.kind == "score" and item.number.decimal for item in items)
    ) and any(
        s.flags[at] & (lx.VERB_CHANGE) and s.tags[at] in "VG" for at in range(max(0, n.left - 4), n.left)
    ):
        found = Frame("score", "score.changed_to", None, strength=0.6)
    if found is None and bare and n.decimal:
        found = _row_of_decimals(s, n)
    if found is None and number.dimension == "percent" and not used:
        if s.word(n.right) == "of":
            return share.portion(s, n)
        return Frame("score", "score.percent", None, strength=0.4, own=False)
    return found


def _row_of_decimals(s: Sentence, n: Number) -> Frame | None:
    """Read a decimal on a benchmark, `62.6 on OlympiadBench`, or one listed behind a score."""
    at = n.own_right
    if s.word(at) == "on" and (s.kind_at(at + 1) == "benchmark" or s.kind_at(at + 2) == "benchmark"):
        return Frame("score", "score.on", None, strength=0.6, own=False)
    return Frame("score", "score.decimal", None, strength=0.1, own=False)
