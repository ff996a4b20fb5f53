"""Lists of benchmark names: where a name begins and ends, its bracket and the words behind it, and what goes on the list."""

from dataclasses import dataclass, field

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_benchmark_name, is_describing, is_model_name, is_shaped

_SET_WORDS = regex.compile(
    r"\s+(?:benchmarks?|datasets?|corpus|corpora|test\s+sets?|leaderboard|suite|challenge\s+set|data)$"
)


_DIGITS_INSIDE = regex.compile(r"[a-z]{3,}[-_]?\d{1,3}$|ogb[nlg]-\w+$")


_CUES = one_of(
    """dataset datasets data benchmark benchmarks corpus corpora suite leaderboard testbed testset test set challenge
    task tasks database split subset collection track dev val validation"""
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


_PARTS_OF_PAPERS = ("Fig.", "Figure", "Tab.", "Table", "Sec.", "Section", "Eq.")


def is_proper(s: Sentence, at: int) -> bool:
    """Tell whether a token is written like a name that is no common one of the field and no model's."""
    raw = s.raw[at]
    kind = s.kind_at(at)
    if raw == s.words[at] and kind != "benchmark":
        return False
    flags = s.flags[at]
    if s.tags[at] not in "NEA" or len(raw) < 2 or flags & lx.HARDWARE or raw.startswith(_PARTS_OF_PAPERS):
        return False
    if raw == s.words[at] or flags & (lx.NAME_STOP | lx.METRIC_HEAD):
        return kind == "benchmark" and not flags & (lx.NAME_STOP | lx.METRIC_HEAD) and not is_model_name(raw)
    named = raw.count("-") > 1 and raw.rpartition("-")[2][:1].isupper()  # "Ineq-Comp-Transformed"
    if is_model_name(raw) or (is_describing(s.words[at]) and not named):
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
    end = last
    while (
        end < s.size
        and s.raw[end][:1].isupper()
        and s.tags[end] in "NEA"
        and s.kind_at(end) in ("", "metric")
    ):
        end += 1
    if end > last > at and s.flag(end) & lx.DATASET_WORD and s.words[end] in SETS:
        return end  # "the BLP-2025 Bangla Code Generation benchmark"
    return last


SETS = one_of("benchmark benchmarks dataset datasets corpus leaderboard challenge suite")


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


def parse_list(s: Sentence, at: int, preposition: str, introduced: int, own: frozenset[str]) -> Group | None:
    """Return the names listed from a place on, or None where no name begins there."""
    begin, size = at, s.size
    group: Group | None = None
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
        if end == at < size and (_opens_list(s, at) if group is None else _closes_list(s, at)):
            end = at + 1
        described = False
        if end == at:
            ahead = _past_description(s, at)
            if ahead < 0:
                at = start
                break
            at, end = ahead, name_end(s, ahead)
            described = True
        if group is None:
            group = Group(begin, begin, preposition=preposition, introduced=introduced)
        elif s.span(at, end).lower() in own and not s.flag(end) & lx.DATASET_WORD:
            group.cued |= described
            break  # "across three benchmarks, FooNet": the list ends before the system
        group.cued |= described
        _add_name(s, group, at, end)
        at = _past_name(s, group, end)
        step = _to_next_name(s, at)
        if step < 0:
            break
        at = step
    return group


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
        if s.tag(ahead) == "(" or s.word(ahead) in ("of", "like", "including", "e.g"):
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
    titled = at > 1 and s.raw[at - 1] == "The" and s.tags[at - 2] in "C,:P"  # "GAIA, and The Agent Company"
    name = _SET_WORDS.sub("", s.span(at - titled, end))
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
        if (s.tags[k] == "Q" and s.numbers[k].value < 1e9 and not (1900 <= s.numbers[k].value <= 2100))
        or ("/" in s.words[k] and s.words[k][0].isdigit())
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
    end = name_end(s, look)
    if (
        end > look
        and word == "," == s.word(step - 1)
        and s.tag(end) in "VB"
        and s.flag(end) & (lx.VERB | lx.BE)
    ):
        return -1  # "on SAMM, FAMNet reaches": the subject
    if end > look or (look < s.size and _closes_list(s, look)):
        return look
    if s.flag(look) & lx.BEFORE_NAME and s.words[look] != "and" and name_end(s, look + 1) > look + 1:
        return look
    return -1


def _opens_list(s: Sentence, at: int) -> bool:
    """Tell whether an ordinary name opens a list of datasets: `on the Amazon and Yelp datasets`."""
    if (
        not s.raw[at][:1].isupper()
        or s.tags[at] not in "NE"
        or s.kind_at(at)
        or s.words[at + 1 : at + 2] != ["and"]
    ):
        return False
    if s.flags[at] & (lx.METRIC_HEAD | lx.MODEL_NOUN | lx.HARDWARE):
        return False
    return (
        s.raw[at + 2 : at + 3] != []
        and s.raw[at + 2][:1].isupper()
        and s.word(at + 3) in ("datasets", "corpora")
    )


def _closes_list(s: Sentence, at: int) -> bool:
    """Tell whether an ordinary name goes on or closes a list of datasets: `AE-Pub, Ecommerce5PT and Twitter datasets`."""
    if s.kind_at(at) == "model" and s.word(at + 1) in (
        ",",
        "and",
    ):  # "AMC'23, Minerva, OlympiadBench": a name of both kinds
        return s.kind_at(at - 2) == "benchmark" and any(s.kind_at(at + k) == "benchmark" for k in (2, 3))
    if s.raw[at][:1] == "-" and s.raw[at][1:].isdigit():  # "ImageNet-256 and -512"
        return "-" in s.raw[at - 2] and s.raw[at - 2][-1:].isdigit()
    return s.raw[at][:1].isupper() and s.word(at + 1) in (
        "dataset",
        "datasets",
        "corpus",
        "benchmark",
        "benchmarks",
        "corpora",
    )


def complete_names(group: Group) -> None:
    """Fill in shared heads: `SWE-Bench Verified and Lite` names SWE-Bench Lite."""
    if len(group.names) > 1:
        for place, name in enumerate(group.names):
            if name[:1] == "-" and place:
                group.names[place] = group.names[place - 1].rpartition("-")[0] + name
        head = group.names[0].split()
        if len(head) == 2 and "-" in head[0]:
            for place, name in enumerate(group.names[1:], 1):
                if name.isalpha() and name[1:].islower() and head[0].lower() not in name.lower():
                    group.names[place] = f"{head[0]} {name}"
