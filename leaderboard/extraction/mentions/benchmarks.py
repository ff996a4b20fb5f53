"""Benchmarks in a sentence: names of the taxonomy, and names nobody knows yet, by how they are written and introduced.

`improves by 3% on FooBench and the new BarQA dataset` gives one group of two names; numbers are linked to groups later.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.measures import is_what_falls
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.mentions.benchmark_lists import (
    SETS,
    Group,
    complete_names,
    is_proper,
    name_end,
    parse_list,
)
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_shaped

_INTRODUCE = one_of(
    """on across over in for at from using to including like of with e.g under through i.e as namely within"""
)


_NOT_BENCHMARKS = one_of(
    """model models gpu gpus architecture architectures backbone llm llms devices device platform platforms cpu family
    series processor board encoder layers attention accelerator accelerators setting settings prompting sampling
    loss training evaluation languages language"""
)


_RESTING = one_of(
    """based rely relies relying depend depends depending focus focuses focusing built building builds focused"""
)


_PRIVATE = one_of("internal in-house proprietary private custom")


_PLURAL = one_of("benchmarks datasets tasks corpora environments suites workloads")


_MEASURES_BEHIND = one_of(
    """accuracy score scores success performance f1 rate pass@1 benchmark loss perplexity results"""
)


_BEHIND = _MEASURES_BEHIND | SETS


TRAINED = one_of("trained pretrained pre-trained initialized distilled pretraining pre-training")


_FIELDS = one_of("stem nlp nlu nlg cv ai ml se hpc nmt asr tts ocr ir")


def groups(
    s: Sentence,
    own: frozenset[str] = frozenset(),
    seen: frozenset[str] = frozenset(),
    fields: frozenset[str] = frozenset(),
) -> list[Group]:
    """Return the groups of benchmark names of a sentence, in order.

    `own` are names of the paper's system, `seen` those that an earlier sentence took for benchmarks, `fields` acronyms of
    fields and tasks, which are none; all lower case.
    """
    found: list[Group] = []
    at, size = 0, s.size
    tags, words, hits = s.tags, s.words, s.hits
    shown = (
        "E" if not _BEHIND.isdisjoint(words) else ""
    )  # what stands behind a name that no preposition introduces
    while at < size:
        tag = tags[at]
        if not ((tag in "PoG" and words[at] in _INTRODUCE) or tag == shown or at in hits):
            at += 1
            continue
        group = _group_at(s, at, own, seen)
        if group is None or (
            group.names and not group.known and all(_is_field(name.lower(), fields) for name in group.names)
        ):
            at += 1
            continue
        complete_names(group)
        found.append(group)
        at = max(group.last, at + 1)
    if any(group.known and _beside_number(s, group.first - 1) for group in found):
        _add_bracketed(s, found)
    return found


def trained_on(s: Sentence, group: Group) -> bool:
    """Tell whether names are what a model was trained on: `pretrained on a cleaned FooText corpus`."""
    for at in range(group.first - 1, max(-1, group.first - 12), -1):
        if s.words[at] in TRAINED and s.word(at + 1) in ("on", "with", "using", "from"):
            return True
        if s.tags[at] in "VB;":
            return False
    return False


def _is_field(name: str, fields: frozenset[str]) -> bool:
    return name in fields or name in _FIELDS


def _beside_number(s: Sentence, opened: int) -> bool:
    return opened > 0 and s.tags[opened] == "(" and s.tags[opened - 1] == "Q"


def _add_bracketed(s: Sentence, found: list[Group]) -> None:
    """Add names that stand like a known one in a bracket behind a number: `+4.3% (BIRD) and +2.1% (Spider)`."""
    for opened, close in s.partner.items():
        if not 1 <= close - opened - 1 <= 3 or not _beside_number(s, opened):
            continue
        first = opened + 1
        if name_end(s, first) != close or not is_proper(s, first) or s.kind_at(first) in ("metric", "model"):
            continue
        if not any(group.first <= first < group.last for group in found):
            found.append(Group(first, close, [s.span(first, close)], [first], "", first, known=True))
    found.sort(key=lambda group: group.first)


def _group_at(s: Sentence, at: int, own: frozenset[str], seen: frozenset[str]) -> Group | None:
    word, tag, kind = s.words[at], s.tags[at], s.kind_at(at)
    if word in ("to", "with") and s.word(at - 1) in ("compared", "relative", "comparing", "comparison"):
        return None
    if word in _INTRODUCE and tag in "PoG":
        if word in ("across", "on", "over", "for", "in"):
            end = _generic(s, at)
            if end > 0:
                return Group(at + 1, end, preposition=word, introduced=at, generic=True)
        group = parse_list(s, at + 1, word, at, own)
        if group is None:
            return None
        if word == "in" and s.tag(at - 1) == "N" and s.flag(at - 1) & lx.NOUN_DOWN and not group.cued:
            return None  # "a 4% reduction in MR": what falls is a measure
        if group.names[-1].endswith("Score") or (
            not group.known and s.word(group.last) in ("score", "scores")
        ):
            return None  # "on the FooFix Score"
        if word == "using" and s.tag(group.first - 1) == "," and s.tag(group.last) in "VB":
            return None  # "using our dataset, FooJudge reduces": the subject
        if word in ("namely", "including", "as", "like", "e.g", "i.e") and any(
            s.words[k] in _PLURAL for k in range(max(0, at - 4), at)
        ):
            group.cued = True
        group.known = group.known or any(name.lower() in seen for name in group.names)
        evaluated = word == "from" and any(
            s.words[k] in ("evaluated", "tested", "evaluating", "evaluation", "experiments")
            for k in range(min(at, 4))
        )
        if evaluated and all(is_shaped(name.split()[0]) for name in group.names):
            group.cued = True
        if (
            word == "in"
            and s.words[at - 1]
            in ("problems", "questions", "tasks", "instances", "samples", "workloads", "cases")
            and is_shaped(group.names[0])
        ):
            group.cued = True
        beside = word == "for" and s.tag(at - 1) == "Q" and all(is_shaped(name) for name in group.names)
        if not (group.known or group.cued or word == "on" or beside):
            return None
        if all(name.lower() in own for name in group.names) and not group.cued:
            return None
        if not group.known and any(" " in long and group.names[0].lower() in long for long in own):
            return None  # part of the system's long name
        if not group.known and s.tag(group.last) == "s":
            return None
        if not group.known and _is_system(s, group, at):
            return None
        if word == "on" and s.word(at - 1) in _RESTING and not group.known and not group.cued:
            return None
        if (
            group.cued
            and not group.known
            and len(group.names) == 1
            and len(group.names[0]) < 4
            and s.word(group.last - 1) in ("task", "tasks")
        ):
            return None
        if not group.known and not group.cued and _unlikely(s, group, s.tag(at - 1) == "Q"):
            return None
        return group
    if kind == "benchmark":
        if s.words[at] in own and not any(s.flag(k) & lx.DATASET_WORD for k in range(at + 1, at + 3)):
            return None
        before = at - 1
        while before >= 0 and s.tags[before] in "DA":
            before -= 1
        compared = (
            s.word(before) in ("than", "vs", "versus")
            or (s.word(before) in ("to", "with") and s.word(before - 1) in ("compared", "relative"))
            or (s.flag(before) & lx.VERB_COMPARE and s.tag(before) in "VGT")
        )
        if s.word(before) == "in" and is_what_falls(s, before, at):
            return None
        if compared and not any(s.flag(k) & lx.DATASET_WORD for k in range(at, at + 4)):
            return None
        return parse_list(s, at, "", at, own)
    if at > 0 and tag == "E" and is_proper(s, at):
        end = name_end(s, at)
        if end <= at or end >= s.size:
            return None
        if _before_measure(s, at, end, own):
            return Group(at, end, [s.span(at, end)], [at], "", at, known=True)
        if s.flags[end] & lx.DATASET_WORD and s.words[end] in SETS and s.span(at, end).lower() not in own:
            return parse_list(s, at, "", at, own)
    return None


def _generic(s: Sentence, at: int) -> int:
    """Return where `across several benchmarks` ends whose preposition is at a place, or -1."""
    step, counted = at + 1, s.words[at] in ("across", "on")
    while step < s.size and step - at < 9:
        word = s.words[step]
        if (
            word in ("task", "dataset", "benchmark", "corpus")
            and (s.words[at + 1] in ("a", "an") or s.words[step - 1] in _PRIVATE)
            and s.tag(step + 1) not in "NE("
            and s.word(step + 1) not in ("of", "called", "like", "such")
        ):
            return step + 1
        if word in _PLURAL and s.tag(step + 1) not in "NE":
            follows = s.word(step + 1) in (
                "such",
                "like",
                "including",
                "(",
                ":",
                ",",
                "e.g",
                "–",
                "of",
                "namely",
            ) and any(
                s.kind_at(k) == "benchmark" or (k < s.size and is_proper(s, k) and is_shaped(s.raw[k]))
                for k in range(step + 2, min(step + 8, s.size))
            )
            return (
                -1
                if follows
                and (s.word(step + 1) != "," or s.word(step + 2) in ("namely", "including", "such", "like"))
                else step + 1
                if counted
                else -1
            )
        if s.flags[step] & lx.MANY or s.tags[step] == "Q":
            counted = True
        elif (
            (step > at + 1 and is_proper(s, step) and is_shaped(s.raw[step]))
            or (s.tags[step] in ",;:().VBGPoCKW" and word not in ("/", "and"))
            or s.kind_at(step) == "benchmark"
        ):
            return -1
        step += 1
    return -1


def _is_system(s: Sentence, group: Group, introduced: int) -> bool:
    """Tell whether names are systems by what stands around them: `for FooAgent, a coding agent`, `models such as FooNet`."""
    first, last = s.after(group.last + 1)
    if (
        s.tag(group.last) == ","
        and s.word(group.last + 1) in ("a", "an")
        and first < last
        and s.flags[last - 1] & (lx.COMPARED_NOUN | lx.MODEL_NOUN)
    ):
        return True
    before = introduced - 1
    if s.word(introduced) == "as" and s.word(before) == "such":
        before -= 1
    elif s.word(introduced) not in ("like", "including", "e.g", "namely"):
        return False
    while before > 0 and s.tags[before] in ",(":
        before -= 1
    return bool(s.flag(before) & (lx.COMPARED_NOUN | lx.MODEL_NOUN)) and not s.flag(before) & lx.DATASET_WORD


def _before_measure(s: Sentence, first: int, last: int, own: frozenset[str]) -> bool:
    """Tell whether a name stands right before its measure: `the FrozenLake score`, `Sokoban success rate`."""
    if s.span(first, last).lower() in own or last - first > 2 or s.words[last] not in _MEASURES_BEHIND:
        return False
    before = s.word(first - 1)
    if not (s.tag(first - 1) in "DVG" or before in ("on", "in", "of", "average", "overall", "and", ",")):
        return False
    raw = s.raw[first]
    return any(c.islower() for c in raw) and any(c.isupper() for c in raw) and is_shaped(raw)


def _unlikely(s: Sentence, group: Group, after_number: bool) -> bool:
    """Tell whether names that only `on` introduces look like something else: hardware, a model, a common word."""
    for place, name in zip(group.places, group.names, strict=True):
        if any(s.flag(at) & lx.HARDWARE for at in range(place, min(place + 4, s.size))):
            return True
        word = name.split()[0]
        if (not is_shaped(word) and (len(name.split()) > 1 or len(word) < 4)) or len(name) < 3:
            return True
        if name.isupper() and len(name) <= 3 and not after_number:
            return True
        if any(
            s.words[at] in _NOT_BENCHMARKS
            for at in range(group.last, min(group.last + 3, s.size))
            if s.tags[at] in "NE"
        ):
            return True
    return False
