"""Subjects: who acts in the clause that a number is in, and the name that the phrase holds."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.reading import Linker
from leaderboard.extraction.mentions.naming import is_named, name_in
from leaderboard.extraction.mentions.systems import Own
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_describing

OWN_WORDS = frozenset(("we", "our", "ours", "it", "its", "this", "these", "proposed", "they"))


_SAYING = one_of(
    """show shows demonstrate demonstrates find finds reveal reveals indicate indicates observe suggest suggests
    showing demonstrating showed found confirm confirms report note demonstrated revealed indicating revealing see
    prove verify illustrate highlight"""
)


_EVALUATING = frozenset(("new", "novel", "final", "resulting", "overall", "extensive", "experimental"))


_ENABLING = one_of(
    """enable enables enabling enabled allow allows allowing allowed help helps helping helped"""
)


def listed_subject(linker: Linker, item: Item, first: int) -> str | None:
    """Return the subject of one of several numbers: the second of `GPT-4 and Claude score 57% and 52%, respectively`."""
    s = linker.s
    count = len(item.number.members)
    if count < 2:
        return None
    names: list[str] = []
    begin = first
    while begin < s.size and s.tags[begin] == "D":
        begin += 1
    while len(names) <= count:
        span = s.after(begin)
        name = name_in(s, *span)
        if name is None:
            break
        names.insert(0, name)
        at = span[0] - 1
        while at > 0 and s.tags[at] in "C,D":
            at -= 1
        if at == span[0] - 1 or s.np_first[at] < 0:
            break
        begin = s.np_first[at]
    return names[item.number.members.index(item.place)] if len(names) == count else None


def derived_name(s: Sentence, own: Own, first: int, last: int) -> str | None:
    """Return the own name that a word of a phrase is made with: `FooNet-trained Mistral`, `FooNet-based systems`."""
    for at in range(first, last):
        head, dash, _ = s.raw[at].partition("-")
        if dash and is_describing(s.words[at]) and head.lower() in own.lowered:
            return head
    return None


def described_subject(s: Sentence, first: int, last: int) -> str | None:
    """Return a subject in words, where they say more than `the method`: `int8 scalar quantization`."""
    while first < last and (
        s.tags[first] in "DR" or s.words[first] in OWN_WORDS or s.words[first] in _EVALUATING
    ):
        first += 1
    telling = any(
        not s.flags[at]
        & (
            lx.COMPARED_NOUN
            | lx.MODEL_NOUN
            | lx.ADJECTIVE
            | lx.MODIFIER
            | lx.OTHERS
            | lx.COUNTABLE
            | lx.DATASET_WORD
            | lx.TRIAL_NOUN
            | lx.HARDWARE
        )
        and s.tags[at] in "NEAT"
        and s.kind_at(at) not in ("benchmark", "metric")
        for at in range(first, last)
    )
    if (
        not telling
        or last - first > 6
        or s.flags[last - 1] & (lx.NOUN_CHANGE | lx.AMOUNT | lx.METRIC_HEAD | lx.DATASET_WORD)
        or s.kind_at(last - 1)
    ):
        return None
    return s.span(first, last)


def owner_of_measure(linker: Linker, first: int, last: int) -> str | None:
    """Return whose measure a subject is: `the accuracy of LASER`, `LASER's accuracy`."""
    s = linker.s
    name = name_in(s, first, last - 1) if last - first > 1 else None
    if name and any(s.tags[at] == "s" for at in range(first, last)):
        return name
    if s.word(last) in ("of", "with", "by", "for"):
        span = s.after(last + 1)
        return name_in(s, *span) if span[0] < span[1] else None
    return None


def own_name_here(s: Sentence, own: Own, place: int) -> str | None:
    """Return the own name that stands nearest to a place of the sentence."""
    best: str | None = None
    distance = 10_000
    for at, word in enumerate(s.words):
        if word in own.lowered and abs(at - place) < distance:
            best, distance = s.raw[at], abs(at - place)
    if best is None and own.names:
        text = s.text[s.start : s.stop]
        for name in own.names:
            if " " in name and name in text:
                return name
    return best


def clause_subject(s: Sentence, place: int) -> tuple[int, int, bool] | None:
    """Return the span of the subject of the clause that a token is in, and whether a relative clause led to it."""
    at = place - 1
    while at >= 0:
        tag = s.tags[at]
        if tag == ";":
            return None
        if tag == ")" and at in s.partner:
            at = s.partner[at] - 1
            continue
        if tag == "G" and at > 1:
            first, last = s.before(at)
            begin = first
            while begin > 0 and s.tags[begin - 1] in "DA":
                begin -= 1
            if first < last and s.word(begin - 1) == "with" and not is_measure(s, first, last):
                return first, last, False  # "with GPT-4 achieving the highest score"
        if tag == "V" and s.tag(at - 1) == "o":
            first, last = s.before(at - 1)
            if (
                first < last
                and any(s.word(first - k) in _ENABLING for k in (1, 2, 3))
                and name_in(s, first, last)
            ):
                return first, last, False  # "enabling FooNet to reach"
        if tag not in "VB" or (tag == "B" and s.words[at] in ("be", "been", "being")) or s.tag(at - 1) == "o":
            at -= 1
            continue
        end = at
        while end > 0 and s.tags[end - 1] in "RB":
            end -= 1
        before = s.tag(end - 1) if end > 0 else "^"
        if before == "W" and s.word(end - 2) not in _SAYING:
            found = _antecedent(s, end - 2)
            if found is not None:
                return found
            at = end - 2
            continue
        if before == "U":
            return end - 1, end, False
        if before == ",":
            found = _apposition(s, end - 1)
            if found is not None:
                return found
        first, last = s.before(end)
        if first < last:
            first, last = _head(s, first, last)
            while first > 0 and s.tags[first - 1] == "D":
                first -= 1
            return first, last, False
        at = end - 1
    return None


def _apposition(s: Sentence, comma: int) -> tuple[int, int, bool] | None:
    """Return the name in `T5-base, a typical SLM, achieves` or `the best setup, GPT-4 with CoT, achieves`, given the second comma."""
    at = comma - 1
    while at >= 0 and s.tags[at] != ",":
        if s.tags[at] in "VB;K":
            return None
        at -= 1
    if at < 1:
        return None
    first, last = s.before(at)
    if first < last and any(is_named(s, k) for k in range(first, last)):
        return first, last, False
    first, last = s.after(at + 1)
    if first < last and any(is_named(s, k) for k in range(first, last)):
        return first, last, False
    return None


def _antecedent(s: Sentence, at: int) -> tuple[int, int, bool] | None:
    """Return what a relative clause is about whose pronoun stands after a place, where it is a name."""
    if s.tag(at) == ",":
        at -= 1
    for comma in range(at, max(0, at - 14), -1):  # "FooNet, an efficient approach that reduces"
        if s.tags[comma] in "VBK;":
            break
        if s.tags[comma] == "," and s.tag(comma + 1) == "D":
            first, last = s.before(comma)
            name = name_in(s, first, last)
            if name:
                return first, last, True
            break
    for back in range(at, max(-1, at - 18), -1):
        if is_named(s, back):
            first = back
            while first > 0 and is_named(s, first - 1):
                first -= 1
            return first, back + 1, True
        if s.tags[back] in "VB":
            return None
    return None


def _head(s: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the phrase that a preposition attaches to: X in `X with Adaptor PET surpasses`."""
    for _ in range(5):
        begin = first
        while begin > 0 and s.tags[begin - 1] in "DQRAM":
            begin -= 1
        word = s.word(begin - 1)
        if word in ("and", "or") and begin > 2:
            listed = _list_start(s, begin)
            if listed is not None:
                first, last = listed
                continue
        if (
            word
            not in ("with", "on", "of", "for", "using", "in", "under", "trained", "from", "over", "across")
            or begin < 2
        ):
            break
        end = begin - 1
        if s.tag(end - 1) == "T":
            end -= 1
        earlier = s.before(end)
        if earlier[0] == earlier[1]:
            break
        if word == "of" and s.words[earlier[1] - 1] == "top" and s.word(earlier[0] - 1) == "on":
            first, last = s.before(earlier[0] - 1)
            continue
        if word == "of" and is_named(s, last - 1) and not is_named(s, earlier[1] - 1):
            break
        first, last = earlier
    return first, last


def _list_start(s: Sentence, begin: int) -> tuple[int, int] | None:
    """Return the first phrase of the list that goes on at a place, where a preposition holds it: `experiments on A, B and C`."""
    at = begin - 1
    while at > 0:
        while at > 0 and s.tags[at] in "C,":
            at -= 1
        first, last = s.before(at + 1)
        if first == last:
            return None
        at = first - 1
        while at > 0 and s.tags[at] in "DQ":
            at -= 1
        if s.words[at] in ("on", "across", "of", "for", "in"):
            return (first, last) if at > 0 else None  # "On VQAv2, GlanceNet and StareNet achieve"
        if s.tags[at] not in "C,":
            return None
    return None
