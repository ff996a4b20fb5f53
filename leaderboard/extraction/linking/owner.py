"""Owners: whose number it is: the system by the subject of its clause, the model under it, the role of a baseline.

`On Llama 2-7B, LoRA-GA improves …` gives method LoRA-GA and model Llama 2-7B; `which achieves only 51.3%` belongs to
what the relative clause is about.
"""

from dataclasses import dataclass

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.frames.rows import follows_comparison
from leaderboard.extraction.linking.reading import Linker
from leaderboard.extraction.mentions import baselines
from leaderboard.extraction.mentions.systems import Own
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_describing, is_model_name, is_shaped

_OWN_WORDS = frozenset(("we", "our", "ours", "it", "its", "this", "these", "proposed", "they"))
_FINDINGS = frozenset(
    ("experiments", "results", "evaluation", "evaluations", "experiment", "analysis", "study", "findings", "paper", "work", "tests", "simulations", "ablations", "studies",
     "result", "benchmarks", "comparisons", "analyses", "assessment", "evidence", "trials")
)  # fmt: skip
_SAYING = frozenset(
    ("show", "shows", "demonstrate", "demonstrates", "find", "finds", "reveal", "reveals", "indicate", "indicates", "observe", "suggest", "suggests", "showing", "demonstrating",
     "showed", "found", "confirm", "confirms", "report", "note", "demonstrated", "revealed", "indicating", "revealing", "see", "prove", "verify", "illustrate", "highlight")
)  # fmt: skip
_EVALUATING = frozenset(("new", "novel", "final", "resulting", "overall", "extensive", "experimental"))
_ENABLING = frozenset(
    (
        "enable",
        "enables",
        "enabling",
        "enabled",
        "allow",
        "allows",
        "allowing",
        "allowed",
        "help",
        "helps",
        "helping",
        "helped",
    )
)
_SUFFIX = regex.compile(r"-(?:based|powered|backed|driven|style|like|family|initialized|derived)$")
_MODEL_PREPOSITIONS = frozenset(
    ("on", "with", "using", "for", "of", "in", "from", "to", "by", "via", "under", "across", "as", "over")
)
_BEFORE_MODEL = frozenset(
    (
        "model",
        "models",
        "backbone",
        "distilled",
        "base",
        "frozen",
        "reasoning",
        "llm",
        "as",
        "such",
        "larger",
        "the",
        "a",
        "llms",
    )
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a number is; any of it may be unknown."""

    method: str | None = None
    model: str | None = None
    role: str | None = None
    why: str = ""


def owner_of(linker: Linker, item: Item, baseline: str | None) -> Owner:
    """Return method, model and role of a number."""
    if item.frame.kind in ("parameters", "bit_width"):
        return _of_size(linker, item)
    s, own = linker.s, linker.own
    method, role, why = _method(linker, item)
    if (
        method
        and method == own.name
        and item.frame.kind in ("score", "resource", "count")
        and linker.context.background(own.lowered)
    ):
        found = clause_subject(s, item.place)
        method = _described(s, found[0], found[1]) if found else None
        role, why = "baseline", "before the authors speak of their own work"
    if role is None and any(
        s.words[at] in ("originally", "previously") and s.tag(at + 1) in "TV" for at in range(item.place)
    ):
        role = "baseline"
    model = _model(linker, item, method, baseline)
    if (
        model is None
        and method
        and own.name is None
        and item.frame.kind == "resource"
        and is_model_name(method)
    ):
        model = method  # "Pythia-1B was trained on 64 GPUs"
    if (
        model is None
        and method
        and own.name
        and is_model_name(method)
        and method.lower() not in own.lowered
        and own.name.lower() not in method.lower()
        and role is None
        and not any(s.flags[at] & lx.VERB_COMPARE and s.tags[at] in "VGT" for at in range(s.size))
    ):
        model = method
    return Owner(method, model, role, why)


def _method(linker: Linker, item: Item) -> tuple[str | None, str | None, str]:
    s, frame, own = linker.s, item.frame, linker.own
    if frame.owner is not None:
        name = name_in(s, *frame.owner) or s.span(*frame.owner)
        if name.lower() not in own.lowered:
            return name, "baseline", "named before its bracket"
    level = frame.kind in ("score", "resource", "count")
    if level:
        inside = _in_bracket(linker, item)
        if inside:
            return inside, "baseline", "its bracket's"
        subject = _bracket_of_subject(linker, item)
        if subject:
            return subject, None, "named before its bracket"
        named = _named_after(linker, item)
        if named is not None:
            return named
        surpassed = _surpassed(linker, item)
        if surpassed:
            return surpassed, "baseline", "what is surpassed"
    if frame.role == "baseline" and frame.rule.endswith(".pair"):
        method = _compared(linker, item)
        if method:
            return method, "baseline", "what is compared with"
        found = clause_subject(s, item.place)
        if found is not None:
            name = name_in(s, found[0], found[1])
            if name and name.lower() not in own.lowered and not own.name:
                method = name
        return method, "baseline", "the first of a pair"
    found = clause_subject(s, item.place if frame.verb < 0 else max(frame.verb + 1, 1))
    if found is None:
        here = _own_here(s, own, item.place)
        return (
            (here or own.name),
            frame.role,
            "its own name in the sentence" if here else "the paper's own system",
        )
    method, role, why = _of_subject(linker, item, found)
    if (
        role is None
        and level
        and method
        and method.lower() not in own.lowered
        and own.name
        and "only" in s.words[max(0, item.number.left) : item.place]
    ):
        role = "baseline"
    return method, frame.role or role, why


def _compared(linker: Linker, item: Item) -> str | None:
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


def _surpassed(linker: Linker, item: Item) -> str | None:
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


def _of_subject(
    linker: Linker, item: Item, found: tuple[int, int, bool]
) -> tuple[str | None, str | None, str]:
    """Return whose a number is by the subject of its clause."""
    s, own = linker.s, linker.own
    first, last, _ = found
    words = s.words[first:last]
    name = name_in(s, first, last)
    if (
        name
        and s.tag(last) == "("
        and s.partner.get(last) == last + 2
        and s.raw[last + 1].lower() in own.lowered
    ):
        name = s.raw[last + 1]
    lowered = (name or "").lower()
    others = any(s.flags[at] & lx.OTHERS for at in range(first, last)) and not any(
        word in _OWN_WORDS for word in words
    )
    fallback = _own_here(s, own, item.place) or own.name
    listed = _listed(linker, item, first)
    if listed:
        return listed, "baseline" if _is_compared(linker, listed) else None, "listed in the same order"
    if name and lowered in own.lowered:
        return name, None, "the subject"
    derived = _derived(s, own, first, last)
    if derived:
        return derived, None, "the subject"
    if (
        name
        and any(word in ("our", "proposed") for word in words)
        and not is_measure(s, first, last)
        and not is_model_name(name.split()[0].split("-")[0])
    ):
        return name, None, "the paper calls it its own"
    if words[-1] in ("it", "they") and fallback is None and first > 1:
        earlier = clause_subject(s, first - 1)
        if earlier is not None and earlier[1] <= first:
            return _of_subject(linker, item, earlier)
    if any(word in _OWN_WORDS for word in words) or words[-1] in _FINDINGS or is_measure(s, first, last):
        if is_measure(s, first, last):
            of = _of_measure(linker, first, last)
            if of:
                return of, None, "whose measure it is"
        return fallback, None, "the paper's own system"
    if name:
        contrast = any(s.words[at] in ("while", "whereas") for at in range(max(0, first - 3), first)) and (
            own.name is not None or bool(linker.readings)
        )
        part_of_own = own.name is not None and (own.name.lower() in lowered or lowered in own.name.lower())
        role = (
            "baseline" if ((others or contrast) and not part_of_own) or _is_compared(linker, name) else None
        )
        if (
            item.frame.kind in ("change", "ratio")
            and own.name
            and not part_of_own
            and not others
            and is_model_name(name)
            and not s.flags[max(item.frame.verb, 0)] & lx.VERB_COMPARE
        ):
            return (
                (fallback, None, "the paper's own system")
                if not _contrasts(s, item)
                else (name, role, "the subject")
            )
        return name, role, "the subject"
    if others and item.frame.kind == "score":
        return s.span(first, last), "baseline", "the subject"
    return (
        fallback or _described(s, first, last),
        None,
        "the paper's own system" if fallback else "the subject",
    )


def _listed(linker: Linker, item: Item, first: int) -> str | None:
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


def _derived(s: Sentence, own: Own, first: int, last: int) -> str | None:
    """Return the own name that a word of a phrase is made with: `FooNet-trained Mistral`, `FooNet-based systems`."""
    for at in range(first, last):
        head, dash, _ = s.raw[at].partition("-")
        if dash and is_describing(s.words[at]) and head.lower() in own.lowered:
            return head
    return None


def _described(s: Sentence, first: int, last: int) -> str | None:
    """Return a subject in words, where they say more than `the method`: `int8 scalar quantization`."""
    while first < last and (
        s.tags[first] in "DR" or s.words[first] in _OWN_WORDS or s.words[first] in _EVALUATING
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


def _contrasts(s: Sentence, item: Item) -> bool:
    return any(s.flags[at] & lx.VERB_COMPARE and s.tags[at] in "VGT" for at in range(item.place))


def _is_compared(linker: Linker, name: str) -> bool:
    """Tell whether earlier readings call a name a baseline."""
    low = name.lower()
    return any(
        reading.baseline and low == reading.baseline.lower()
        for reading in (*linker.context.recent(), *linker.readings)
    )


def _of_measure(linker: Linker, first: int, last: int) -> str | None:
    """Return whose measure a subject is: `the accuracy of LASER`, `LASER's accuracy`."""
    s = linker.s
    name = name_in(s, first, last - 1) if last - first > 1 else None
    if name and any(s.tags[at] == "s" for at in range(first, last)):
        return name
    if s.word(last) in ("of", "with", "by", "for"):
        span = s.after(last + 1)
        return name_in(s, *span) if span[0] < span[1] else None
    return None


def _own_here(s: Sentence, own: Own, place: int) -> str | None:
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


def name_in(s: Sentence, first: int, last: int) -> str | None:
    """Return the name inside a phrase: the longest run of words that are written like names."""
    best: tuple[int, int] | None = None
    at = first
    while at < last:
        if not is_named(s, at):
            at += 1
            continue
        end = at + 1
        while end < last and (
            is_named(s, end) or end in s.numbers or s.raw[end][:1].isdigit() or s.words[end] == "+"
        ):
            end += 1
        if best is None or end - at >= best[1] - best[0]:
            best = (at, end)
        at = end
    return s.span(*best) if best else None


def is_named(s: Sentence, at: int) -> bool:
    """Tell whether a token is written like the name of a system."""
    raw, kind = s.raw[at], s.kind_at(at)
    if (
        kind == "metric"
        and at > 0
        and raw[0].isupper()
        and raw[1:].islower()
        and s.tags[at - 1] not in ".:"
        and at + 1 < s.size
        and s.raw[at + 1][:1].isupper()
        and s.kind_at(at + 1) != "metric"
    ):
        kind = ""  # "Perplexity Labs"
    if kind in ("benchmark", "metric") or s.tags[at] not in "NEA" or len(raw) < 2 or at in s.numbers:
        return False
    if s.flags[at] & (lx.HARDWARE | lx.METRIC_HEAD):
        return False
    if kind == "model":
        return True
    low = s.words[at]
    if is_describing(low) or (s.flags[at] & lx.NAME_STOP and not is_model_name(raw)):
        return False
    if any(c.isupper() for c in raw[1:]) or (
        raw[0].isupper()
        and ((at > 0 and s.words[at - 1] not in (".", ":")) or any(c.isdigit() for c in raw) or "-" in raw)
    ):
        return low not in (
            "llm",
            "llms",
            "ai",
            "nlp",
            "ml",
            "vlms",
            "mllms",
            "mllm",
            "vlm",
            "lms",
            "rl",
            "sota",
            "vlas",
            "lm",
            "slms",
            "slm",
            "gpu",
            "cpu",
        )
    return any(c.isdigit() for c in raw) and raw[0].isalpha()


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
        if word in ("and", ",", "or") and begin > 2:
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
            return first, last
        if s.tags[at] not in "C,":
            return None
    return None


def _named_after(linker: Linker, item: Item) -> tuple[str | None, str | None, str] | None:
    """Read whose a level is by the words after it: `18.1% for OpenHands`, `the 65.5% achieved by LASER`, `0.62 for perplexity`."""
    s, own = linker.s, linker.own
    at = item.number.own_right
    inner = s.after(at)
    if inner[0] == at and is_measure(s, *inner):
        at = inner[1]
    if s.tag(at) == "(" and at in s.partner:
        inner = _alone_in_bracket(s, at)
        if inner:
            return inner, None, "named in its bracket"
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
    role = "baseline" if others or contrasted or _is_compared(linker, name) else item.frame.role
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


def _in_bracket(linker: Linker, item: Item) -> str | None:
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


def _bracket_of_subject(linker: Linker, item: Item) -> str | None:
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
    known = name is not None and (
        name.lower() in linker.own.lowered or is_model_name(name) or s.kind_at(last - 1) == "model"
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


def _model(linker: Linker, item: Item, method: str | None, baseline: str | None) -> str | None:
    """Return the base model that the sentence names apart from the method."""
    s, own = linker.s, linker.own
    limit = linker.next_measure(item)
    candidates: list[tuple[int, str]] = []
    for first, last in linker.models:
        text = _SUFFIX.sub("", s.span(first, last))
        low = text.lower()
        if (method and low == method.lower()) or (baseline and low in baseline.lower()):
            continue
        if low in own.lowered or (own.name and own.name.lower() in low):
            continue
        back = first - 1
        while back >= 0 and (s.tags[back] in "DA" or s.words[back] in _BEFORE_MODEL):
            back -= 1
        before = s.word(back)
        owned = s.tag(last) == "s"
        if (
            before in _MODEL_PREPOSITIONS
            or owned
            or (is_describing(s.word(first - 1)) and s.word(first - 1).partition("-")[0] in own.lowered)
            or s.flag(back) & lx.VERB_CHANGE
            or before in ("(", "+", "and", ",")
            or item.frame.rule.endswith(".pair")
        ):
            candidates.append((first, text))
    bracketed = s.tag(item.number.own_left) == "(" and item.frame.kind in ("change", "ratio")
    if (item.frame.rule.endswith(".pair") or bracketed) and candidates:
        nearest = [text for first, text in candidates if first < item.place]
        if nearest:
            return nearest[-1]
    for first, text in candidates:
        if item.place < first < limit:
            return text
    for first, text in reversed(candidates):
        if first < item.place:
            return text
    for reading in reversed((*linker.context.recent(), *linker.readings)):
        if reading.model:
            return reading.model if not (baseline and reading.model.lower() in baseline.lower()) else None
    return None


def _of_size(linker: Linker, item: Item) -> Owner:
    """Return whose size it is: `our 4B model`, `T5-base with 220M parameters`, `LiST has only 14M tunable parameters`."""
    s, own = linker.s, linker.own
    for at in range(item.place - 1, max(-1, item.place - 4), -1):
        if s.words[at] in ("our", "we"):
            return Owner(own.name, None, None, "our")
        if s.tags[at] == "Q":
            break
    if item.frame.kind == "bit_width":
        return Owner(_own_here(s, own, item.place))
    left = item.number.left
    if (
        s.word(left) in ("with", "has", "have", "at", "to", "of", "only", ",", "(")
        or s.word(left) == "equipped"
    ):
        for at in range(left - 1, max(-1, left - 10), -1):
            if is_named(s, at):
                first = at
                while first > 0 and is_named(s, first - 1):
                    first -= 1
                return Owner(s.span(first, at + 1), None, None, "named before it")
    return Owner(_own_here(s, own, item.place))
