"""Owners: whose number it is: the system by the subject of its clause, the model under it, the role of a baseline.

`On Llama 2-7B, LoRA-GA improves …` gives method LoRA-GA and model Llama 2-7B; `which achieves only 51.3%` belongs to
what the relative clause is about.
"""

from dataclasses import dataclass

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.beside import (
    is_compared,
    owner_after,
    owner_before_bracket,
    owner_in_bracket,
    pair_mate,
    surpassed_system,
)
from leaderboard.extraction.linking.reading import Linker
from leaderboard.extraction.linking.subjects import (
    OWN_WORDS,
    clause_subject,
    derived_name,
    described_subject,
    listed_subject,
    own_name_here,
    owner_of_measure,
)
from leaderboard.extraction.linking.under import base_model
from leaderboard.extraction.mentions.naming import is_named, name_in
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name, is_shaped

_FINDINGS = one_of(
    """experiments results evaluation evaluations experiment analysis study findings paper work tests simulations
    ablations studies result benchmarks comparisons analyses assessment evidence trials"""
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
    if method and role is None:
        method = _checked(linker, item, method)
    if (
        method
        and method == own.name
        and item.frame.kind in ("score", "resource", "count")
        and linker.context.background()
    ):
        found = clause_subject(s, item.place)
        method = described_subject(s, found[0], found[1]) if found else None
        role, why = "baseline", "before the authors speak of their own work"
    if role is None and any(
        s.words[at] in ("originally", "previously") and s.tag(at + 1) in "TV" for at in range(item.place)
    ):
        role = "baseline"
    model = base_model(linker, item, method, baseline)
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


def _checked(linker: Linker, item: Item, method: str) -> str | None:
    """Return a method as it is called in full, the paper's own where it is the name of a field, data set or measure."""
    s, own = linker.s, linker.own
    low = method.lower()
    if low in own.lowered:
        return method
    text = s.text[s.start : s.stop]
    for name in own.names:
        if name.endswith(" " + method) and name in text:
            return name  # "Prompt Choreography", whose first word opens the sentence
    data = any(f"{method} {word}" in text for word in ("dataset", "benchmark", "corpus")) or any(
        hit.kind == "benchmark" and s.span(first, last) == method for first, last, hit in s.spans
    )
    tail = low.split()[-1]
    measured = method.islower() and (
        tail == "performance" or bool(lx.default().get(tail, 0) & lx.METRIC_HEAD)
    )
    instead = own_name_here(s, own, item.place) or own.name
    if data or measured or (low in own.fields and instead):
        return instead
    return method


def _method(linker: Linker, item: Item) -> tuple[str | None, str | None, str]:
    s, frame, own = linker.s, item.frame, linker.own
    if frame.owner is not None:
        name = name_in(s, *frame.owner) or s.span(*frame.owner)
        if name.lower() not in own.lowered:
            return name, "baseline", "named before its bracket"
    level = frame.kind in ("score", "resource", "count")
    if level:
        inside = owner_in_bracket(linker, item)
        if inside:
            return inside, "baseline", "its bracket's"
        subject = owner_before_bracket(linker, item)
        if subject:
            return subject, None, "named before its bracket"
        named = owner_after(linker, item)
        if named is not None:
            return named
        surpassed = surpassed_system(linker, item)
        if surpassed:
            return surpassed, "baseline", "what is surpassed"
    if frame.role == "baseline" and frame.rule.endswith(".pair"):
        mate = pair_mate(linker, item)
        if mate:
            return mate, "baseline", "what is compared with"
        first_of_pair = None
        found = clause_subject(s, item.place)
        if found is not None:
            called = name_in(s, found[0], found[1])
            if called and called.lower() not in own.lowered and not own.name:
                first_of_pair = called
        return first_of_pair, "baseline", "the first of a pair"
    found = clause_subject(s, item.place if frame.verb < 0 else max(frame.verb + 1, 1))
    if found is None:
        here = own_name_here(s, own, item.place)
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


def _of_subject(
    linker: Linker, item: Item, found: tuple[int, int, bool]
) -> tuple[str | None, str | None, str]:
    """Return whose a number is by the subject of its clause."""
    s, own = linker.s, linker.own
    first, last, _ = found
    words = s.words[first:last]
    name = name_in(s, first, last)
    if last - first == 1 and name is None and s.flags[first] & lx.NAME_STOP and is_shaped(s.raw[first]):
        role = "baseline" if own.name and item.frame.kind == "score" else None
        return (
            s.raw[first],
            role,
            "the subject",
        )  # a technique that everybody has: "LoRA reaches", "PTQ reduces"
    if (
        item.frame.kind == "score"
        and own.name
        and words[0] == "full"
        and words[1:2] in (["precision"], ["fine-tuning"], ["finetuning"])
    ):
        return s.span(first, last), "baseline", "the subject"
    if (
        name
        and s.tag(last) == "("
        and s.partner.get(last) == last + 2
        and s.raw[last + 1].lower() in own.lowered
    ):
        name = s.raw[last + 1]
    lowered = (name or "").lower()
    others = any(s.flags[at] & lx.OTHERS for at in range(first, last)) and not any(
        word in OWN_WORDS for word in words
    )
    if (
        name and s.tag(first - 1) == "," and lowered not in own.lowered
    ):  # "the prior system, TransferT5, achieves"
        earlier = s.before(first - 1)
        others = others or any(s.flags[at] & lx.OTHERS for at in range(*earlier))
    fallback = own_name_here(s, own, item.place) or own.name
    listed = listed_subject(linker, item, first)
    if listed:
        return listed, "baseline" if is_compared(linker, listed) else None, "listed in the same order"
    if name and lowered in own.lowered:
        return name, None, "the subject"
    derived = derived_name(s, own, first, last)
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
        before = clause_subject(s, first - 1)
        if before is not None and before[1] <= first:
            return _of_subject(linker, item, before)
    if any(word in OWN_WORDS for word in words) or words[-1] in _FINDINGS or is_measure(s, first, last):
        if is_measure(s, first, last):
            of = owner_of_measure(linker, first, last)
            if of:
                return of, None, "whose measure it is"
        return fallback, None, "the paper's own system"
    if name:
        contrast = any(s.words[at] in ("while", "whereas") for at in range(max(0, first - 3), first)) and (
            own.name is not None or bool(linker.readings)
        )
        part_of_own = own.name is not None and (own.name.lower() in lowered or lowered in own.name.lower())
        role = "baseline" if ((others or contrast) and not part_of_own) or is_compared(linker, name) else None
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
        fallback or described_subject(s, first, last),
        None,
        "the paper's own system" if fallback else "the subject",
    )


def _contrasts(s: Sentence, item: Item) -> bool:
    return any(s.flags[at] & lx.VERB_COMPARE and s.tags[at] in "VGT" for at in range(item.place))


def _of_size(linker: Linker, item: Item) -> Owner:
    """Return whose size it is: `our 4B model`, `T5-base with 220M parameters`, `LiST has only 14M tunable parameters`."""
    s, own = linker.s, linker.own
    for at in range(item.place - 1, max(-1, item.place - 4), -1):
        if s.words[at] in ("our", "we"):
            return Owner(own.name, None, None, "our")
        if s.tags[at] == "Q":
            break
    if item.frame.kind == "bit_width":
        return Owner(own_name_here(s, own, item.place))
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
    here = own_name_here(s, own, item.place)
    if here is None and s.tag(left) in "VG":
        found = clause_subject(s, left + 1)
        here = name_in(s, found[0], found[1]) if found else None
    return Owner(here)
