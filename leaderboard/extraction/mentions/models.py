"""Models: the spans of models' names in a sentence, `Llama 3.1 8B Instruct`, `GPT-4 Code Interpreter`, `Qwen2.5-7B`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name


def model_spans(s: Sentence) -> list[tuple[int, int]]:
    """Return the half-open spans of the models' names of a sentence, in order."""
    spans: list[tuple[int, int]] = []
    size, hits = s.size, s.hits
    last = 0
    for at, (raw, word) in enumerate(zip(s.raw, s.words, strict=True)):
        if at < last or (raw == word and not raw[-1:].isdigit() and at not in hits):
            continue
        hit = hits.get(at)
        is_model = (
            hit.kind == "model"
            if hit is not None
            else s.tags[at] in "NEA"
            and len(raw) > 1
            and raw[:1].isalpha()
            and not s.flags[at] & ~lx.GENERIC_METRIC & ~lx.NAME_STOP & ~lx.MODEL_NOUN
            and is_model_name(raw)
        )
        if not is_model:
            continue
        last = at + 1
        while last < size and (
            (hit is not None and s.hits.get(last) is hit)
            or (
                last in s.numbers
                and (
                    (s.numbers[last].unit is None and s.numbers[last].value < 10)
                    or s.numbers[last].scale in ("b", "m", "billion")
                )
            )
            or (s.raw[last][:1].isdigit() and "-" in s.raw[last] and last not in s.numbers)
            or (
                s.raw[last][:1].isupper()
                and s.tags[last] in "NE"
                and not s.flags[last] & (lx.HARDWARE | lx.METRIC_HEAD)
                and s.kind_at(last) in ("", "model")
            )
        ):
            last += 1
        spans.append((at, last))
    return spans
