"""The base model under a method: `On Llama 2-7B, LoRA-GA improves …` has the model Llama 2-7B."""

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.reading import Linker
from leaderboard.extraction.shapes import is_describing

_SUFFIX = regex.compile(r"-(?:based|powered|backed|driven|style|like|family|initialized|derived)$")


_MODEL_PREPOSITIONS = frozenset(
    ("on", "with", "using", "for", "of", "in", "from", "to", "by", "via", "under", "across", "as", "over")
)


_BEFORE_MODEL = one_of(
    """model models backbone distilled base frozen reasoning llm as such larger the a llms"""
)


def base_model(linker: Linker, item: Item, method: str | None, baseline: str | None) -> str | None:
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
    acted = item.frame.rule.startswith("change.by") and any(
        item.frame.verb < first < item.place for first, _ in candidates
    )
    if (item.frame.rule.endswith(".pair") or bracketed or acted) and candidates:
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
