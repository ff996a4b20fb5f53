"""Names in a phrase: which words are written like the name of a system: `LoRA-GA`, `GPT-4`, `Perplexity Labs`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_describing, is_model_name

_FIELDS = one_of("llm llms ai nlp ml vlms mllms mllm vlm lms rl sota vlas lm slms slm gpu cpu")


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
        return low not in _FIELDS
    return any(c.isdigit() for c in raw) and raw[0].isalpha()
