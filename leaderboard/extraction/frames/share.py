"""Shares: which percentages of something are results (`11% of the time`, `83% of users find`) and which say how much was used."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Number
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence

_JUDGES = one_of(
    """users participants respondents annotators raters evaluators experts students developers reviewers judges
    clinicians teachers"""
)


_TIMES = one_of(
    """time cases times instances trials runs attempts experiments scenarios samples prompts responses comparisons
    tests interactions"""
)


def of_times(s: Sentence, n: Number) -> Frame | None:
    """Read `11% of the time`, `in 84% of cases`."""
    if n.bare or s.word(n.right) != "of":
        return None
    at = n.right + 1
    while s.tag(at) in "DAQ":
        at += 1
    if s.word(at) in _TIMES:
        return Frame("score", "score.of_times", None, settled=True, strength=0.8)
    first, last = s.after(at)
    if (
        s.word(n.left) in ("in", "for", "on", "to")
        and first < last
        and s.words[last - 1].endswith("s")
        and not s.flags[last - 1] & lx.DATA_SHARE
    ):
        return Frame("score", "score.of_times", None, settled=True, strength=0.6)
    return None


def portion(s: Sentence, n: Number) -> Frame | None:
    """Read `accounts for 44% of execution time`, `92.8% of generated tests have`, `solves 60% of issues`."""
    left, right = n.left, n.right
    word = s.word(left)
    if _judged(s, n):
        return Frame("score", "score.portion", None, settled=True, strength=0.6)
    if (word == "for" and s.word(left - 1).startswith("account")) or word.startswith(
        ("comprise", "constitut", "represent", "cover", "explain")
    ):
        return Frame("score", "score.portion", None, settled=True, strength=0.6)
    if s.tag(left) in "VGT" and not s.flag(left) & lx.VERB_CHANGE:
        used = word.startswith(
            (
                "us",
                "requir",
                "need",
                "train",
                "consum",
                "sampl",
                "select",
                "fine",
                "keep",
                "retain",
                "remov",
                "prun",
                "updat",
                "tun",
                "label",
                "maintain",
                "preserv",
                "recover",
            )
        )
        if not used:
            return Frame("score", "score.portion", None, settled=True, strength=0.6)
    if left < 0:
        return Frame("score", "score.portion", None, settled=True, strength=0.5)
    opens = word in ("that", ":", "in", "find", "found", "show", "on") or s.tag(left) in ",;(KCW"
    if not opens:
        return None
    _, last = s.after(right + 1)
    at = last
    while at < s.size and at - right < 14:
        if s.tags[at] in "VB" or (s.tags[at] == "T" and s.tag(at - 1) in "NE"):
            return Frame("score", "score.portion", None, settled=True, strength=0.5)
        if s.words[at] in (".", ";") or s.tags[at] == "Q":
            break
        at += 1
    if word == "in" and s.word(last) == ",":
        return Frame("score", "score.portion", None, settled=True, strength=0.5)
    return None


def _judged(s: Sentence, n: Number) -> bool:
    """Tell whether people judge: `83.3% of users find the instructions accurate`."""
    if s.word(n.right) != "of" or s.tag(n.left) in "VG":
        return False
    first, last = s.after(n.right + 1)
    return first < last and s.words[last - 1] in _JUDGES and s.tag(last) in "VT"


def is_share_of_data(s: Sentence, n: Number) -> bool:
    """Tell whether a percentage is a share of data or parameters used, or a setting: `10% of the labels`, `top 5%`."""
    before = s.word(n.left)
    if _judged(s, n):
        return False
    if (
        s.word(n.right) in ("level", "levels")
        and s.word(n.left) in ("at", "the")
        and s.word(n.right + 1) in (".", ",", ")", ";", "")
    ):
        return True
    if s.word(n.right) in ("ci", "cis", "confidence", "credible"):
        return True
    if (
        before in ("top", "p", "first", "last", "bottom")
        or s.word(n.place - 1) in ("top", "p", "bottom")
        or (before == "=" and s.word(n.left - 1) in ("p", "alpha", "ε", "epsilon", "α"))
    ):
        return True
    at = n.right
    if s.word(at) in ("for", "as") and s.word(at + 1) in (
        "training",
        "validation",
        "testing",
        "evaluation",
        "test",
        "fine-tuning",
    ):
        return True
    if s.word(at) == "of":
        first, last = s.after(at + 1)
        if first == last:
            return bool(s.flag(first) & lx.DATA_SHARE)
        return bool(s.flags[last - 1] & lx.DATA_SHARE)
    first, last = s.after(at)
    return first == at and first < last and s.words[last - 1] in (
        "data", "samples", "labels", "labeled", "annotations", "examples", "sparsity", "subset", "confidence", "interval", "supervision", "ci", "cis", "intervals",
        "sparse", "percentile", "training", "quantile", "level", "levels", "significance", "credible",
    )  # fmt: skip
