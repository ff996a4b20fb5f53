"""Owners named beside a level: `18.1% for OpenHands`, `FooNet (BLEU 29.8)`, `surpassing FooNet's record of 47`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.frames.rows import follows_comparison
from leaderboard.extraction.linking.reading import Linker
from leaderboard.extraction.mentions import baselines
from leaderboard.extraction.mentions.naming import is_named, name_in
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name, is_shaped


def pair_mate(linker: Linker, item: Item) -> str | None:
    """Return what the clause before the second of a pair compares with: `surpasses BERT on MMLU (80.3 vs. 79.8)`."""
    s = linker.s
    if s.word(item.number.own_left) not in ("vs", "vs.", "versus") and not (
        s.word(item.number.own_left) == "." and s.word(item.number.own_left - 1) == "vs"
    ):
        return None
    for at in range(item.place - 1, max(-1, item.place - 20), -1):
        if s.flags[at] & lx.VERB_COMPARE and s.tags[at] in "VGT":
            found = baselines.compared_object(s, at, item.place)
            return s.span(*found) if found else None
    found, _ = baselines.before(s, 0, item.place)
    return s.span(*found) if found else None


def surpassed_system(linker: Linker, item: Item) -> str | None:
    """Return whose level it is that a verb of comparing acts on: `surpassing FooNet's record of solving 47 problems`."""
    s = linker.s
    if s.word(item.number.left) in ("in", "across"):
        return None
    for at in range(item.place - 1, max(-1, item.place - 14), -1):
        tag = s.tags[at]
        if s.flags[at] & lx.VERB_COMPARE and tag in "VGT":
            first, last = s.after(at + 1)
            if first == last or last > item.place:
                return None
            stop = next((k for k in range(first, last) if s.tags[k] == "s"), last)
            name = name_in(s, first, stop)
            if name is None and any(s.flags[k] & lx.OTHERS for k in range(first, stop)):
                name = s.span(first, stop)
            return name if name and name.lower() not in linker.own.lowered else None
        if (
            tag in "VB;KQ()"
            or (tag == "G" and s.word(at - 1) not in ("of", "by"))
            or s.words[at] in ("by", "with", "on", "to")
        ):
            return None
    return None


def is_compared(linker: Linker, name: str) -> bool:
    """Tell whether earlier readings call a name a baseline."""
    low = name.lower()
    return any(
        reading.baseline and low == reading.baseline.lower()
        for reading in (*linker.context.recent(), *linker.readings)
    )


def owner_after(linker: Linker, item: Item) -> tuple[str | None, str | None, str] | None:
    """Read whose a level is by the words after it: `18.1% for OpenHands`, `the 65.5% achieved by LASER`, `0.62 for perplexity`."""
    s, own = linker.s, linker.own
    at = item.number.own_right
    inner = s.after(at)
    if inner[0] == at and is_measure(s, *inner):
        at = inner[1]
    if s.tag(at) == "(" and at in s.partner:
        alone = _alone_in_bracket(s, at)
        if alone:
            return alone, None, "named in its bracket"
        at = s.partner[at] + 1
    passive = s.word(at) in ("achieved", "obtained", "reported", "attained", "reached") and s.word(
        at + 1
    ) in ("by", "with", "using")
    if passive:
        at += 1
    word = s.word(at)
    if word not in ("for", "by", "from", "with", "using", "of"):
        return None
    begin = at + 1
    while s.tag(begin) == "D":
        begin += 1
    first, last = s.after(begin)
    if first == last or s.kind_at(last - 1) in ("benchmark", "metric"):
        return None
    name = name_in(s, first, last)
    others = any(s.flags[k] & lx.OTHERS for k in range(first, last))
    contrasted = item.frame.role == "baseline" or follows_comparison(s, item.number.own_left)
    if name is None and not (others or contrasted):
        return None
    name = name or s.span(first, last)
    if name.lower() in own.lowered:
        return name, None, "named after it"
    if word in ("with", "of", "from", "using") and not (passive or contrasted or (word == "for" and others)):
        return None
    if not (is_shaped(name.split()[0]) or is_model_name(name) or others or contrasted or passive):
        return None
    role = "baseline" if others or contrasted or is_compared(linker, name) else item.frame.role
    if (
        word == "for"
        and is_model_name(name)
        and own.name
        and not own.benchmark
        and not contrasted
        and not others
    ):
        return None  # "63.3% for Qwen-7B" is where the paper's own method is applied
    return name, role, "named after it"


def _alone_in_bracket(s: Sentence, at: int) -> str | None:
    """Return the system that a bracket behind a number names, where the sentence has several: `0.82 (teacher model), 0.89 (BioBERT)`."""
    begin, end = at + 1, s.partner[at]
    if not 1 <= end - begin <= 6 or sum(1 for place in s.numbers if s.tag(place + 1) == "(") < 2:
        return None
    if any(
        k in s.numbers
        or s.kind_at(k) in ("benchmark", "metric")
        or s.tags[k] not in "NEATPG"
        or s.flags[k] & (lx.METRIC_HEAD | lx.DATASET_WORD | lx.ADVERB)
        for k in range(begin, end)
    ):
        return None
    if not any(is_named(s, k) or s.flags[k] & lx.MODEL_NOUN for k in range(begin, end)):
        return None
    return s.span(begin, end)


def owner_in_bracket(linker: Linker, item: Item) -> str | None:
    """Return the system whose level a bracket holds: `compared to graph-based (precision: 0.28, …)`, `static (LSQ, 76.70%)`."""
    s, own = linker.s, linker.own
    at = item.place - 1
    while at >= 0 and s.tags[at] not in "();":
        at -= 1
    if at < 1 or s.tags[at] != "(":
        return None
    first, last = s.before(at)
    if s.word(item.number.own_right) in ("vs", "vs.", "versus") or s.word(at + 1).startswith(("e.g", "i.e")):
        return None
    if any(s.tags[k] in "VBW" for k in range(at + 1, item.place)):
        return None
    if not _comparison_before(s, at):
        other = next((k for k in range(first, last) if s.flags[k] & lx.OTHERS), -1)
        if other < 0 or is_measure(s, first, last) or s.flags[last - 1] & lx.NOUN_CHANGE:
            return None
        return s.span(other, last)
    inside = name_in(s, at + 1, item.place)
    if inside and s.words[item.place - 1] in (",", ":"):
        return inside if inside.lower() not in own.lowered else None
    if first == last and s.tags[at - 1] in "AT":
        first, last = at - 1, at  # "compared to graph-based (…)"
    name = name_in(s, first, last) or (s.span(first, last) if first < last else None)
    return name if name and name.lower() not in own.lowered else None


def owner_before_bracket(linker: Linker, item: Item) -> str | None:
    """Return the system that a bracket right behind it gives a level of: `FooNet (BLEU 29.8) outperforms`."""
    s = linker.s
    at = item.place - 1
    while at >= 0 and s.tags[at] not in "();":
        at -= 1
    if at < 1 or s.tags[at] != "(" or item.place - at > 3 or s.kind_at(at - 1) in ("benchmark", "metric"):
        return None
    first, last = s.before(at)
    if first == last or last != at or is_measure(s, first, last):
        return None
    name = name_in(s, first, last)
    measured = any(s.kind_at(k) == "metric" or s.flags[k] & lx.METRIC_HEAD for k in range(at + 1, item.place))
    known = name is not None and (
        (measured and is_shaped(name.split()[0]) and s.tag(s.partner.get(at, -2) + 1) in "VB")
        or name.lower() in linker.own.lowered
        or is_model_name(name)
        or s.kind_at(last - 1) == "model"
    )
    return name if known else None


def _comparison_before(s: Sentence, at: int) -> bool:
    """Tell whether a bracket stands within what something is compared to."""
    back = at - 1
    while back >= 0 and at - back < 24:
        tag, word = s.tags[back], s.words[back]
        if tag == ")" and back in s.partner:
            back = s.partner[back] - 1
            continue
        if word in ("than", "versus", "vs", "over") or (
            word in ("to", "with")
            and s.word(back - 1) in ("compared", "comparison", "relative", "competitive", "comparable")
        ):
            return True
        if s.flags[back] & lx.VERB_COMPARE and tag in "VGT":
            return True
        if tag in "VB;Q":
            return False
        back -= 1
    return False
