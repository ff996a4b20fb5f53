"""Benchmarks in a sentence: names of the taxonomy, and names nobody knows yet, by how they are written and introduced.

`improves by 3% on FooBench and the new BarQA dataset` gives one group of two names; numbers are linked to groups later.
"""

from dataclasses import dataclass, field

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_benchmark_name, is_describing, is_model_name, is_shaped

_INTRODUCE = frozenset(
    ("on", "across", "over", "in", "for", "at", "from", "using", "to", "including", "like", "of", "with", "e.g", "under", "through", "i.e", "as", "namely")
)  # fmt: skip
_SET_WORDS = regex.compile(
    r"\s+(?:benchmarks?|datasets?|corpus|corpora|test\s+sets?|leaderboard|suite|challenge\s+set|data)$"
)
_DIGITS_INSIDE = regex.compile(r"[a-z]{3,}[-_]?\d{1,3}$|ogb[nlg]-\w+$")
_NOT_BENCHMARKS = frozenset(
    ("model", "models", "gpu", "gpus", "architecture", "architectures", "backbone", "llm", "llms", "devices", "device", "platform", "platforms", "cpu", "family", "series", "processor",
     "board", "encoder", "layers", "attention", "accelerator", "accelerators", "setting", "settings", "prompting", "sampling", "loss", "training", "evaluation", "languages", "language")
)  # fmt: skip
_RESTING = frozenset(
    (
        "based",
        "rely",
        "relies",
        "relying",
        "depend",
        "depends",
        "depending",
        "focus",
        "focuses",
        "focusing",
        "built",
        "building",
        "builds",
        "focused",
    )
)
_PLURAL = frozenset(("benchmarks", "datasets", "tasks", "corpora", "environments", "suites", "workloads"))
_CUES = frozenset(
    ("dataset", "datasets", "data", "benchmark", "benchmarks", "corpus", "corpora", "suite", "leaderboard", "testbed", "testset", "test", "set", "challenge", "task", "tasks", "database",
     "split", "subset", "collection", "track", "dev", "val", "validation")
)  # fmt: skip
_MEASURES_BEHIND = frozenset(
    (
        "accuracy",
        "score",
        "scores",
        "success",
        "performance",
        "f1",
        "rate",
        "pass@1",
        "benchmark",
        "loss",
        "perplexity",
        "results",
    )
)


@dataclass(slots=True)
class Group:
    """Names listed together: their tokens from `first` to `last`, how they were introduced, and each name's place.

    `generic` groups (`across several benchmarks`) are places without a name; `brackets` leads from a number's place in a
    bracket to the name it stands behind: `AndroidWorld (75.8%)`.
    """

    first: int
    last: int
    names: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    preposition: str = ""
    introduced: int = -1
    known: bool = False
    cued: bool = False
    generic: bool = False
    brackets: dict[int, int] = field(default_factory=dict)


def groups(s: Sentence, own: frozenset[str] = frozenset(), seen: frozenset[str] = frozenset()) -> list[Group]:
    """Return the groups of benchmark names of a sentence, in order.

    `own` are names of the paper's system, `seen` those that an earlier sentence took for benchmarks, both lower case.
    """
    found: list[Group] = []
    at, size = 0, s.size
    tags, words, hits = s.tags, s.words, s.hits
    while at < size:
        tag = tags[at]
        if not ((tag in "PoG" and words[at] in _INTRODUCE) or tag == "E" or at in hits):
            at += 1
            continue
        group = _group_at(s, at, own, seen)
        if group is None:
            at += 1
            continue
        _complete(group)
        found.append(group)
        at = max(group.last, at + 1)
    return found


def _group_at(s: Sentence, at: int, own: frozenset[str], seen: frozenset[str]) -> Group | None:
    word, tag, kind = s.words[at], s.tags[at], s.kind_at(at)
    if word in ("to", "with") and s.word(at - 1) in ("compared", "relative", "comparing", "comparison"):
        return None
    if word in _INTRODUCE and tag in "PoG":
        if word in ("across", "on", "over", "for", "in"):
            end = _generic(s, at)
            if end > 0:
                return Group(at + 1, end, preposition=word, introduced=at, generic=True)
        group = _parse(s, at + 1, word, at, own)
        if group is None:
            return None
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
        if compared and not any(s.flag(k) & lx.DATASET_WORD for k in range(at, at + 4)):
            return None
        return _parse(s, at, "", at, own)
    if at > 0 and tag == "E" and is_proper(s, at):
        end = name_end(s, at)
        if end <= at or end >= s.size:
            return None
        if _before_measure(s, at, end, own):
            return Group(at, end, [s.span(at, end)], [at], "", at, known=True)
        if (
            s.flags[end] & lx.DATASET_WORD
            and s.words[end]
            in (
                "dataset",
                "datasets",
                "benchmark",
                "benchmarks",
                "corpus",
                "leaderboard",
                "challenge",
                "suite",
            )
            and s.span(at, end).lower() not in own
        ):
            return _parse(s, at, "", at, own)
    return None


def is_proper(s: Sentence, at: int) -> bool:
    """Tell whether a token is written like a name that is no common one of the field and no model's."""
    raw, flags = s.raw[at], s.flags[at]
    if s.tags[at] not in "NEA" or len(raw) < 2 or flags & lx.HARDWARE:
        return False
    kind = s.kind_at(at)
    if raw == s.words[at] or flags & (lx.NAME_STOP | lx.METRIC_HEAD):
        return kind == "benchmark" and not flags & (lx.NAME_STOP | lx.METRIC_HEAD) and not is_model_name(raw)
    if is_model_name(raw) or is_describing(s.words[at]):
        return False
    if kind == "metric":
        return s.word(at + 1) in ("benchmark", "dataset") and is_shaped(raw)
    return kind in ("", "benchmark")


def name_end(s: Sentence, at: int) -> int:
    """Return where the name that starts at a place ends; the place itself when none does."""
    if at >= s.size:
        return at
    hit = s.hits.get(at)
    if (
        hit is None
        and s.word(at - 1) in ("on", "the")
        and not s.flags[at]
        and _DIGITS_INSIDE.match(s.words[at])
        and not is_model_name(s.raw[at])
    ):
        return at + 1
    if hit is not None:
        if hit.kind != "benchmark":
            return at
        last = at
        while last < s.size and s.hits.get(last) is hit:
            last += 1
        while (
            last < s.size
            and s.hits.get(last) is None
            and s.raw[last][:1].isupper()
            and is_proper(s, last)
            and not s.flags[last] & lx.DATASET_WORD
        ):
            last += 1
        return last
    if not is_proper(s, at):
        return at
    last = at
    while last < s.size and (
        is_proper(s, last)
        or (last > at and _continues(s, last))
        or (last > at and s.words[last] in ("qa", "vqa") and s.flag(last + 1) & lx.DATASET_WORD)
    ):
        last += 1
    return last


def _continues(s: Sentence, at: int) -> bool:
    raw = s.raw[at]
    if raw[:1].isdigit() and at not in s.numbers and len(raw) <= 9 and "/" in raw:
        return True
    if (
        raw.isdigit()
        and len(raw) in (1, 2, 4)
        and at in s.numbers
        and s.numbers[at].unit is None
        and s.tags[at] == "E"
    ):
        return True
    return s.words[at] in ("v1", "v2", "v3", "of", "the") and at + 1 < s.size and is_proper(s, at + 1)


def _parse(s: Sentence, at: int, preposition: str, introduced: int, own: frozenset[str]) -> Group | None:
    group = Group(at, at, preposition=preposition, introduced=introduced)
    size = s.size
    while at < size:
        start = at
        skipped = 0
        while (
            at < size
            and skipped < 7
            and s.hits.get(at) is None
            and (
                s.flags[at] & lx.BEFORE_NAME
                or (s.raw[at][:1].isdigit() and "-" in s.raw[at])
                or (s.tags[at] == "A" and s.raw[at].islower() and s.kind_at(at + 1) == "benchmark")
            )
        ):
            at += 1
            skipped += 1
        end = name_end(s, at)
        if end == at and group.names and at < size and _closes_list(s, at):
            end = at + 1
        if end == at:
            ahead = _past_description(s, at)
            if ahead < 0:
                at = start
                break
            at, end = ahead, name_end(s, ahead)
            group.cued = True
        if group.names and s.span(at, end).lower() in own and not s.flag(end) & lx.DATASET_WORD:
            break  # "across three benchmarks, FooNet": the list ends before the system
        _add_name(s, group, at, end)
        at = _past_name(s, group, end)
        step = _to_next_name(s, at)
        if step < 0:
            break
        at = step
    return group if group.names else None


def _past_description(s: Sentence, at: int) -> int:
    """Return where the name starts in `the code generation dataset HumanEval`, or -1."""
    ahead = at
    while (
        ahead < s.size
        and ahead - at < 5
        and s.tags[ahead] in "NEAR"
        and not is_proper(s, ahead)
        and s.hits.get(ahead) is None
    ):
        ahead += 1
    if ahead > at and s.flags[ahead - 1] & lx.DATASET_WORD:
        if s.tag(ahead) == "(":
            ahead += 1
        elif s.word(ahead) in ("of", "like", "including", "e.g"):
            ahead += 1
        if name_end(s, ahead) > ahead:
            return ahead
    if (
        ahead > at
        and s.tag(ahead) == "("
        and s.partner.get(ahead, 0) == ahead + 2
        and s.flag(ahead + 3) & lx.DATASET_WORD
        and is_proper(s, ahead + 1)
    ):
        return ahead + 1  # "the visual wake words (VWW) dataset"
    return -1


def _add_name(s: Sentence, group: Group, at: int, end: int) -> None:
    group.known |= s.kind_at(at) == "benchmark"
    while end - at > 1 and s.raw[end - 1].islower() and s.raw[end - 1].isalpha() and is_shaped(s.raw[at]):
        end -= 1  # "COCO object"
    name = _SET_WORDS.sub("", s.span(at, end))
    group.known |= is_benchmark_name(name)
    group.names.append(name)
    group.places.append(at)


def _past_name(s: Sentence, group: Group, end: int) -> int:
    """Return the place after a name with its bracket and the words such as `dataset` behind it."""
    after = _past_bracket(s, group, end)
    words_after = after
    if (
        after < s.size
        and s.raw[after][:1].isupper()
        and s.tags[after] in "NE"
        and s.flag(after + 1) & lx.DATASET_WORD
        and s.kind_at(after) == ""
    ):
        words_after = after + 1
    lower = words_after
    while (
        lower < s.size
        and lower - words_after < 3
        and s.tags[lower] in "NA"
        and s.raw[lower].islower()
        and not s.flags[lower] & (lx.DATASET_WORD | lx.METRIC_HEAD)
        and not s.kind_at(lower)
    ):
        lower += 1
    if s.word(words_after) in ("questions", "problems", "instances") and is_shaped(group.names[-1]):
        group.cued = True
        words_after += 1
    if (
        s.flag(lower) & lx.DATASET_WORD
        and s.words[lower] in _CUES
        and (lower == words_after or s.words[lower] != "tasks")
    ):
        words_after = lower  # "the Kaggle Diabetes classification task"
    while s.flag(words_after) & lx.DATASET_WORD:
        if s.flag(words_after) & lx.DATASET_WORD and (
            group.preposition == "on" or s.words[words_after] in _CUES
        ):
            group.cued = True
        words_after += 1
        if words_after - after > 6:
            break
    group.last = _past_bracket(s, group, words_after)
    return group.last


def _past_bracket(s: Sentence, group: Group, at: int) -> int:
    """Return the place after a bracket that opens at a place; the numbers in it belong to the name before."""
    if s.tag(at) != "(" or at not in s.partner:
        return at
    close = s.partner[at]
    if close - at > 14:
        return at
    held = [
        k
        for k in range(at + 1, close)
        if s.tags[k] == "Q" and s.numbers[k].value < 1e9 and not (1900 <= s.numbers[k].value <= 2100)
    ]
    if held:
        for number in held:
            group.brackets[number] = len(group.names) - 1
    elif close - at > 9:
        return at
    return close + 1


def _to_next_name(s: Sentence, at: int) -> int:
    """Return the place of the next name of a list whose joint is at a place, or -1."""
    word = s.word(at)
    if word == "as" and s.word(at + 1) == "well" and s.word(at + 2) == "as":
        step = at + 3
    elif word in (",", "and", "&", "/", "or", "+"):
        step = at + 1
        if word == "," and s.word(at + 1) in ("and", "or"):
            step += 1
        elif word == "," and s.flag(at - 1) & lx.DATASET_WORD and s.tag(at + 1) != "D":
            return -1  # "on the A and B benchmarks, FooNet": the list has ended
    else:
        return -1
    look = step
    while look < s.size and s.words[look] in ("the", "on") and look - step < 2:
        look += 1
    if name_end(s, look) > look or (look < s.size and _closes_list(s, look)):
        return look
    if s.flag(look) & lx.BEFORE_NAME and s.words[look] != "and" and name_end(s, look + 1) > look + 1:
        return look
    return -1


def _closes_list(s: Sentence, at: int) -> bool:
    """Tell whether an ordinary name goes on or closes a list of datasets: `AE-Pub, Ecommerce5PT and Twitter datasets`."""
    if s.kind_at(at) == "model" and s.word(at + 1) in (
        ",",
        "and",
    ):  # "AMC'23, Minerva, OlympiadBench": a name of both kinds
        return s.kind_at(at - 2) == "benchmark" and any(s.kind_at(at + k) == "benchmark" for k in (2, 3))
    return s.raw[at][:1].isupper() and s.word(at + 1) in (
        "dataset",
        "datasets",
        "corpus",
        "benchmark",
        "benchmarks",
        "corpora",
    )


def _complete(group: Group) -> None:
    """Fill in shared heads: `SWE-Bench Verified and Lite` names SWE-Bench Lite."""
    if len(group.names) > 1:
        head = group.names[0].split()
        if len(head) == 2 and "-" in head[0]:
            for place, name in enumerate(group.names[1:], 1):
                if name.isalpha() and name[1:].islower() and head[0].lower() not in name.lower():
                    group.names[place] = f"{head[0]} {name}"


def _generic(s: Sentence, at: int) -> int:
    """Return where `across several benchmarks` ends whose preposition is at a place, or -1."""
    step, counted = at + 1, s.words[at] in ("across", "on")
    while step < s.size and step - at < 9:
        word = s.words[step]
        if (
            word in ("task", "dataset", "benchmark", "corpus")
            and s.words[at + 1] in ("a", "an")
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
