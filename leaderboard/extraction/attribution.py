"""Attribution: whose number it is. The system by the subject of its clause, the model under it, the role of a baseline.

`On Llama 2-7B, LoRA-GA improves …` gives method LoRA-GA and model Llama 2-7B; `which achieves only 51.3%` belongs to
what the relative clause is about.
"""

from dataclasses import dataclass

from leaderboard.extraction import cues
from leaderboard.extraction.benchmarks import looks_like_model
from leaderboard.extraction.phrases import METRIC_HEADS, NOUNS, phrase_before
from leaderboard.extraction.reading import Item
from leaderboard.extraction.systems import Own
from leaderboard.extraction.view import View

_OWN_WORDS = frozenset(
    [
        "we",
        "our",
        "ours",
        "it",
        "its",
        "this",
        "these",
        "proposed",
        "approach",
        "method",
        "framework",
        "the",
        "they",
    ]
)
_OTHERS = frozenset(
    [
        "existing",
        "previous",
        "prior",
        "current",
        "state-of-the-art",
        "sota",
        "traditional",
        "conventional",
        "baseline",
        "baselines",
        "standard",
        "vanilla",
        "mainstream",
        "other",
        "competing",
        "earlier",
        "classical",
        "human",
        "humans",
        "commercial",
    ]
)
_MODEL_PREPOSITIONS = frozenset(
    ["on", "with", "using", "for", "of", "in", "from", "to", "by", "via", "under", "across", "as"]
)
_TAILS = frozenset(
    [
        "model",
        "models",
        "method",
        "methods",
        "approach",
        "framework",
        "algorithm",
        "system",
        "variant",
        "variants",
        "llm",
        "llms",
        "'s",
    ]
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose a number is; any of it may be unknown."""

    method: str | None = None
    model: str | None = None
    role: str | None = None
    why: str = ""


def model_spans(view: View) -> list[tuple[int, int]]:
    """Return the spans of models' names: `Llama 3.1 8B Instruct`, `GPT-4 Code Interpreter`, `Qwen2.5-7B`."""
    spans: list[tuple[int, int]] = []
    at, size = 0, len(view)
    while at < size:
        hit = view.hits.get(at)
        is_model = (hit is not None and hit.kind == "model") or (
            hit is None
            and (view.raw[at] != view.words[at] or "-" in view.raw[at] or view.raw[at][-1:].isdigit())
            and view.raw[at][:1].isalpha()
            and len(view.raw[at]) > 1
            and not view.flags[at] & ~cues.GENERIC_METRIC
            and looks_like_model(view.raw[at])
        )
        if is_model and hit is None and view.raw[at].islower() and not any(c.isdigit() for c in view.raw[at]):
            is_model = False
        if not is_model:
            at += 1
            continue
        last = at + 1
        while last < size and (
            (view.hits.get(last) is hit and hit is not None)
            or (
                last in view.quantities
                and (
                    (view.quantities[last].unit is None and view.quantities[last].value < 10)
                    or view.quantities[last].scale in ("b", "m", "billion")
                )
            )
            or (view.raw[last][:1].isdigit() and "-" in view.raw[last])
            or (
                view.raw[last][:1].isupper()
                and not view.flags[last] & (cues.CLOSED | cues.VERB | cues.HARDWARE)
                and (view.hits.get(last) is None or view.hits[last].kind == "model")
                and view.words[last] not in METRIC_HEADS
            )
        ):
            last += 1
        spans.append((at, last))
        at = last
    return spans


def _proper_run(view: View, first: int, last: int) -> str | None:
    """Return the name inside a phrase: the longest run of words that are written like names."""
    best: tuple[int, int] | None = None
    at = first
    while at < last:
        if not _named(view, at):
            at += 1
            continue
        end = at + 1
        while end < last and (
            _named(view, end)
            or end in view.quantities
            or view.raw[end][:1].isdigit()
            or view.words[end] in ("+",)
        ):
            end += 1
        if best is None or end - at >= best[1] - best[0]:
            best = (at, end)
        at = end
    return view.span(*best) if best else None


def _named(view: View, at: int) -> bool:
    raw = view.raw[at]
    hit = view.hits.get(at)
    if hit is not None and hit.kind in ("benchmark", "metric"):
        return False
    if view.flags[at] & (cues.CLOSED | cues.HARDWARE) or len(raw) < 2 or view.words[at] in METRIC_HEADS:
        return False
    if hit is not None and hit.kind == "model":
        return True
    if any(c.isupper() for c in raw[1:]) or (
        raw[0].isupper()
        and ((at > 0 and view.words[at - 1] not in (".", ":")) or any(c.isdigit() for c in raw) or "-" in raw)
    ):
        return view.words[at] not in (
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
        )
    return any(c.isdigit() for c in raw) and raw[0].isalpha()


def _finite(view: View, at: int) -> bool:
    flags, word = view.flags[at], view.words[at]
    if not flags & (cues.VERB | cues.BE) or (
        word in NOUNS and not flags & cues.VERB_COMPARE and not word.endswith("s")
    ):
        return False
    if word in ("can", "could", "may", "to", "be", "been", "being") or word.endswith("ing"):
        return False
    before = view.word(at - 1)
    if (
        before == "to"
        or view.flag(at - 1) & cues.PREPOSITION
        or (word.endswith("ed") and view.flag(at - 1) & cues.DETERMINER)
    ):
        return False
    return not (
        flags & (cues.ADJECTIVE | cues.NOUN_CHANGE) and view.flag(at - 1) & (cues.DETERMINER | cues.ADJECTIVE)
    )


def subject(view: View, place: int) -> tuple[int, int, bool] | None:
    """Return the span of the subject of the clause that a token is in, and whether a relative clause led to it."""
    at = place - 1
    while at >= 0:
        if view.words[at] in (";",):
            return None
        if not _finite(view, at):
            at -= 1
            continue
        end = at
        while (
            end > 0
            and view.flags[end - 1] & (cues.ADVERB | cues.BE)
            and not view.flags[end - 1] & cues.PRONOUN
        ):
            end -= 1
        before = view.word(end - 1)
        if before in ("which", "that", "who") and view.word(end - 2) not in (
            "show",
            "shows",
            "demonstrate",
            "demonstrates",
            "find",
            "reveal",
            "indicate",
            "observe",
            "suggest",
            "showing",
            "demonstrating",
            "showed",
            "found",
        ):
            for back in range(end - 2, max(-1, end - 18), -1):
                if _named(view, back):
                    first = back
                    while first > 0 and _named(view, first - 1):
                        first -= 1
                    return first, back + 1, True
                if view.flags[back] & (cues.VERB_REACH | cues.BE) and _finite(view, back):
                    break
            at -= 1
            continue
        if view.flag(end - 1) & cues.PRONOUN and before not in ("that", "which", "there", "what", "here"):
            return end - 1, end, False
        if before == ")":
            back = end - 2
            while back > 0 and view.words[back] != "(":
                back -= 1
            end = back
        first, last = phrase_before(view, end, 9)
        if first < last:
            # "X with Adaptor PET surpasses": the head is before the preposition
            for _ in range(3):
                if view.word(first - 1) in ("with", "on", "of", "for", "using", "in", "under") and first >= 2:
                    earlier, stop = phrase_before(view, first - 1, 9)
                    if earlier < stop and not (
                        view.word(first - 1) == "of" and _named(view, last - 1) and not _named(view, stop - 1)
                    ):
                        first, last = earlier, stop
                        continue
                break
            while first > 0 and view.flags[first - 1] & (cues.DETERMINER | cues.PRONOUN):
                first -= 1
            return first, last, False
        at = end - 1
    return None


def attribute(
    view: View,
    item: Item,
    own: Own,
    baseline: str | None,
    models: list[tuple[int, int]],
    compared: set[str],
    limit: int,
) -> Attribution:
    """Return method, model and role of a number; `compared` are names that earlier readings called baselines."""
    kind = item.frame.kind
    method: str | None = None
    role: str | None = None
    why = ""
    own_here = _own_in(view, own, item.place)
    found = subject(view, item.place if item.frame.verb < 0 else max(item.frame.verb + 1, 1))
    if found is None and kind not in ("parameters", "bit_width"):
        found = None
    if kind in ("parameters", "bit_width"):
        return _size_owner(view, item, own, found)
    if found is not None:
        first, last, relative = found
        words = view.words[first:last]
        name = _proper_run(view, first, last)
        lowered = (name or "").lower()
        if name and lowered in own.lowered:
            method, why = name, "the subject"
        elif (
            name
            and not (
                view.words[first] in ("our", "we")
                and not any(view.word(at) in _TAILS for at in range(last - 1, last))
            )
            and not lowered.endswith(("'s",))
        ):
            method, why = name, "the subject"
            others = any(word in _OTHERS for word in words)
            if others or (relative and lowered not in own.lowered) or lowered in compared:
                role = (
                    "baseline"
                    if lowered not in own.lowered and not (own.name and own.name.lower() in lowered)
                    else None
                )
        elif any(word in _OTHERS for word in words) and not any(
            word in ("our", "we", "proposed") for word in words
        ):
            role = "baseline"
            trimmed = [
                at for at in range(first, last) if not view.flags[at] & (cues.DETERMINER | cues.ADVERB)
            ]
            method, why = (view.span(trimmed[0], last) if trimmed else None), "the subject"
    if method is None:
        method, why = (
            (own_here, "its own name in the sentence") if own_here else (own.name, "the paper's own system")
        )
    model = None
    candidates = []
    for first, last in models:
        text = view.span(first, last)
        if (method and text.lower() == method.lower()) or (baseline and text.lower() in baseline.lower()):
            continue
        if text.lower() in own.lowered or (own.name and own.name.lower() in text.lower()):
            continue
        before = view.word(first - 1)
        back = first - 1
        while (back >= 0 and view.flags[back] & (cues.DETERMINER | cues.ADJECTIVE)) or view.word(back) in (
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
        ):
            back -= 1
        before = view.word(back)
        owned = view.word(last) in ("'s", "'")
        if (
            before in _MODEL_PREPOSITIONS
            or owned
            or view.flag(back) & (cues.VERB_IMPROVE | cues.VERB_CHANGE)
            or before in ("(", "+", "and", ",")
            or item.frame.rule.split(".")[1].startswith("pair")
        ):
            candidates.append((first, last, text))
    for first, _, text in candidates:
        if item.place < first < limit:
            model = text
            break
    if model is None:
        for first, _, text in reversed(candidates):
            if first < item.place:
                model = text
                break
    if item.frame.rule.split(".")[1].split("+")[0] == "pair" and candidates:
        nearest = [text for first, last, text in candidates if first < item.place]
        model = nearest[-1] if nearest else model
    if (
        model is None
        and method
        and looks_like_model(method)
        and own.name
        and method.lower() not in own.lowered
        and own.name.lower() not in method.lower()
        and role is None
        and not _compares(view)
    ):
        model = method
    if item.frame.method:
        method, role = item.frame.method, "baseline"
    bracketed = _bracketed(view, item.place, own)
    if bracketed:
        method, role = bracketed, "baseline"
    if item.frame.role == "baseline":
        role = "baseline"
        if item.frame.rule.endswith("+listed"):
            method = _of_whom(view, item.right) or method
        elif item.frame.rule.endswith("pair"):
            method = method if method and method.lower() not in own.lowered else None
    elif (
        role is None
        and found is not None
        and "only" in view.words[max(0, item.left) : item.place]
        and not _is_own(view, found, own)
    ):
        role = "baseline"
    return Attribution(method, model, role, why)


def _compares(view: View) -> bool:
    return any(flags & cues.VERB_COMPARE for flags in view.flags)


def _own_in(view: View, own: Own, place: int) -> str | None:
    best: str | None = None
    distance = 10_000
    for at, word in enumerate(view.words):
        if word in own.lowered and abs(at - place) < distance:
            best, distance = view.raw[at], abs(at - place)
    if best is None:
        text = view.text[view.start : view.end]
        for name in own.names:
            if " " in name and name in text:
                return name
    return best


def _size_owner(view: View, item: Item, own: Own, found: tuple[int, int, bool] | None) -> Attribution:
    """Return whose size it is: `our 4B model`, `T5-base with 220M parameters`, `LiST has only 14M tunable parameters`."""
    for at in range(item.place - 1, max(-1, item.place - 4), -1):
        if view.words[at] in ("our", "we"):
            return Attribution(own.name, None, None, "our")
        if at in view.quantities:
            break
    if item.frame.kind == "bit_width":
        return Attribution(_own_in(view, own, item.place))
    if (
        view.word(item.left) in ("with", "has", "have", "at", "to", "of", "only", ",", "(")
        or view.word(item.left) == "equipped"
    ):
        for at in range(item.left - 1, max(-1, item.left - 10), -1):
            if _named(view, at):
                first = at
                while first > 0 and _named(view, first - 1):
                    first -= 1
                return Attribution(view.span(first, at + 1), None, None, "named before it")
    return Attribution(_own_in(view, own, item.place))


def _is_own(view: View, found: tuple[int, int, bool], own: Own) -> bool:
    words = view.words[found[0] : found[1]]
    return any(
        word in ("we", "our", "ours", "it", "proposed", "this") or word in own.lowered for word in words
    )


def _of_whom(view: View, at: int) -> str | None:
    """Return whose a level is by the words after it: `18.1% for OpenHands`, `90.8 in humans`."""
    if view.word(at) not in ("for", "of", "by", "from", "in", "with", "using", "achieved"):
        return None
    at += 2 if view.word(at) == "achieved" else 1
    while view.flag(at) & cues.DETERMINER:
        at += 1
    last = at
    while last < len(view) and not view.flags[last] & (cues.CLOSED | cues.VERB) and last - at < 4:
        last += 1
    return view.span(at, last) or None


def _bracketed(view: View, place: int, own: Own) -> str | None:
    """Return the system whose level a bracket holds: `compared to graph-based (precision: 0.28, …)`, `static (LSQ, 76.70%)`."""
    at = place - 1
    while at >= 0 and view.words[at] not in ("(", ")", ";"):
        at -= 1
    if at < 1 or view.words[at] != "(":
        return None
    inside = _proper_run(view, at + 1, place)
    cue = False
    back = at - 1
    depth = 0
    while back >= 0 and at - back < 24:
        word = view.words[back]
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1
        elif depth == 0:
            if (
                word in ("than", "versus", "vs", "over")
                or (word in ("to", "with") and view.word(back - 1) in ("compared", "comparison", "relative"))
                or view.flags[back] & cues.VERB_COMPARE
            ):
                cue = True
                break
            if (
                (view.flags[back] & (cues.VERB | cues.BE) and view.words[back] not in NOUNS)
                or word == ";"
                or back in view.quantities
            ):
                break
        back -= 1
    if not cue:
        return None
    if inside and view.words[place - 1] == ",":
        return inside if inside.lower() not in own.lowered else None
    first, last = phrase_before(view, at)
    name = _proper_run(view, first, last) or (view.span(first, last) if first < last else None)
    return name if name and name.lower() not in own.lowered else None
