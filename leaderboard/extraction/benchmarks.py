"""Benchmarks in a sentence: names of the taxonomy, and names nobody knows yet, by how they are written and introduced.

`improves by 3% on FooBench and the new BarQA dataset` gives one group of two names; numbers are linked to groups later.
"""

from dataclasses import dataclass, field

from leaderboard.extraction import cues
from leaderboard.extraction.view import View

_INTRODUCE = frozenset("on across over in for at from using to including like of with e.g under through i.e".split())
_STRONG = frozenset(("on",))
_SKIP = frozenset(
    "the a an both two three four five six seven eight popular challenging standard public large-scale widely-used widely used complex real-world "
    "benchmark benchmarks dataset datasets held-out subset subsets of our new recent diverse various several established unseen test "
    "code original full common such as tasks task data synthetic multiple different entire official its publicly available notably e.g "
    "well-known classic reasoning mathematical math coding image language commonsense general competition-level hard easy long-context "
    "validation including development downstream multimodal text-to-sql clean noisy medical english multilingual popular and all "
    "low-resource high-resource open-source open proposed respective small large in-domain out-of-domain few-shot zero-shot".split()
)
_NOT_NAMES = frozenset(
    "i we our the this these in on it they ai ml llm llms nlp gpu gpus cpu cpus tpu vlm vlms mllm mllms lm lms rl sft rag api apis iot cot rlhf dpo grpo ppo nas "
    "english chinese german french spanish hindi arabic japanese korean russian turkish vietnamese indonesian portuguese italian "
    "european american african indian us uk eu covid-19 covid python java javascript c++ rust go sql linux windows qa vqa mt nmt asr tts ocr ner nli "
    "transformer transformers bert gpt t5 llama mistral qwen resnet vit clip lora moe cnn cnns rnn rnns lstm gan gans gnn gnns mlp svm rf "
    "internet web reddit twitter wikipedia facebook google openai microsoft meta amazon apple nvidia kaggle github "
    "however moreover specifically experiments results extensive compared using with ood iid id sota pde pdes ct mri ecg eeg fmri 3d 2d 1d "
    "code llms ptq qat kv fl ssl icl peft nvidia ar nar lms slm slms vla vlas state-of-the-art ii iii iv amr dnn dnns snn snns ann anns pc pcs "
    "monte carlo bayesian gaussian markov euclidean pareto adam sgd adamw top-1 top-5 hpc edge int8 int4 fp16 fp8 fp4 bf16 fp32 w4a4 w8a8 w4a8".split()
)


@dataclass(slots=True)
class Group:
    """Names listed together: their tokens from `first` to `last`, how they were introduced, and each name's place."""

    first: int
    last: int
    names: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    preposition: str = ""
    introduced: int = -1
    known: bool = False
    cued: bool = False


def _proper(view: View, at: int) -> bool:
    raw = view.raw[at]
    if view.flags[at] & (cues.CLOSED | cues.HARDWARE) or len(raw) < 2:
        return False
    low = view.words[at]
    if low in _NOT_NAMES:
        return False
    hit = view.hits.get(at)
    if hit is not None:
        return hit.kind == "benchmark"
    if raw[0].isupper():
        return True
    return any(c.isupper() for c in raw) or (any(c.isdigit() for c in raw) and raw[0].isalpha() and low not in _NOT_NAMES and "-" in raw and False)


def _name(view: View, at: int) -> int:
    """Return where the name that starts at a place ends; the place itself when none does."""
    if at >= len(view):
        return at
    hit = view.hits.get(at)
    if hit is not None:
        if hit.kind != "benchmark":
            return at
        last = at
        while last < len(view) and view.hits.get(last) is hit:
            last += 1
        # "SWE-bench Verified", "ImageNet 256x256": further capitals belong to it
        while last < len(view) and view.hits.get(last) is None and view.raw[last][:1].isupper() and _proper(view, last) and not view.flags[last] & cues.DATASET_WORD:
            last += 1
        return last
    if not _proper(view, at):
        return at
    last = at
    while last < len(view) and (
        _proper(view, last)
        or (last > at and (view.raw[last].isdigit() and len(view.raw[last]) in (1, 2, 4) and last in view.quantities and view.quantities[last].unit is None or view.words[last] in ("v1", "v2", "v3", "of", "the") and last + 1 < len(view) and _proper(view, last + 1)))
    ):
        last += 1
    return last


def _close_bracket(view: View, at: int) -> int:
    """Return the place after a bracket that opens at a place, or the place when it holds a number or is long."""
    if view.word(at) != "(":
        return at
    end = at + 1
    while end < len(view) and view.words[end] != ")":
        if end in view.quantities and view.quantities[end].value < 1900 or end - at > 9:
            return at
        end += 1
    return end + 1 if end < len(view) else at


def _parse(view: View, at: int, preposition: str, introduced: int) -> Group | None:
    group = Group(at, at, preposition=preposition, introduced=introduced)
    while at < len(view):
        start = at
        skipped = 0
        while at < len(view) and skipped < 7 and view.hits.get(at) is None and view.words[at] in _SKIP and not (view.raw[at][:1].isupper() and at + 1 < len(view) and _proper(view, at) and False):
            at += 1
            skipped += 1
        end = _name(view, at)
        if end == at:
            # words between: "on the code generation dataset HumanEval" or "on the machine translation benchmark X"
            ahead = at
            while ahead < len(view) and ahead - at < 4 and not view.flags[ahead] & (cues.CLOSED | cues.VERB) and not _proper(view, ahead) and view.hits.get(ahead) is None:
                ahead += 1
            if ahead > at and view.flags[ahead - 1] & cues.DATASET_WORD and _name(view, ahead) > ahead:
                at, end = ahead, _name(view, ahead)
            else:
                at = start
                break
        hit = view.hits.get(at)
        group.known |= hit is not None and hit.kind == "benchmark"
        group.names.append(view.text[view.starts[at] : view.ends[end - 1]])
        group.places.append(at)
        after = _close_bracket(view, end)
        words_after = after
        while view.flag(words_after) & cues.DATASET_WORD or view.word(words_after) in ("question", "answering", "code", "generation"):
            if view.flag(words_after) & cues.DATASET_WORD:
                group.cued = True
            words_after += 1
            if words_after - after > 4:
                break
        after = _close_bracket(view, words_after)
        group.last = at = after
        if view.word(at) in (",", "and", "&", "/", "or") or view.word(at) == "as" and view.word(at + 1) == "well":
            step = at + 1
            if view.word(at) == "as":
                step = at + 3
            if view.word(at) == "," and view.word(at + 1) in ("and", "or"):
                step += 1
            look = step
            while look < len(view) and view.words[look] in ("the", "on") and look - step < 2:
                look += 1
            if _name(view, look) > look or view.word(look) in _SKIP and _name(view, look + 1) > look + 1 and view.words[look] != "and":
                at = look
                continue
        break
    return group if group.names else None


def _complete(group: Group) -> None:
    """Fill in shared heads: `SWE-Bench Verified and Lite` names SWE-Bench Lite."""
    if len(group.names) > 1:
        head = group.names[0].split()
        if len(head) == 2:
            for place, name in enumerate(group.names[1:], 1):
                if len(name.split()) == 1 and name.isalpha() and name[1:].islower() and head[0].lower() not in name.lower() and "-" in head[0]:
                    group.names[place] = f"{head[0]} {name}"


def groups(view: View, own: frozenset[str] = frozenset()) -> list[Group]:
    """Return the groups of benchmark names of a sentence, in order; `own` are names of the paper's system, lower case."""
    found: list[Group] = []
    at = 0
    size = len(view)
    while at < size:
        word = view.words[at]
        hit = view.hits.get(at)
        if word in _INTRODUCE and view.flags[at] & cues.PREPOSITION or word in ("e.g", "i.e"):
            group = _parse(view, at + 1, word, at)
            if group is not None:
                accepted = group.known or group.cued or word in _STRONG
                lowered = [name.lower() for name in group.names]
                if accepted and not (all(name in own for name in lowered) and not group.cued):
                    if not group.known and not group.cued and _unlikely(view, group):
                        at += 1
                        continue
                    _complete(group)
                    found.append(group)
                    at = max(group.last, at + 1)
                    continue
        elif hit is not None and hit.kind == "benchmark":
            group = _parse(view, at, "", at)
            if group is not None:
                _complete(group)
                found.append(group)
                at = max(group.last, at + 1)
                continue
        elif view.raw[at][:1].isupper() and _proper(view, at) and at > 0:
            end = _name(view, at)
            if end > at and view.flag(end) & cues.DATASET_WORD and view.words[end] in ("dataset", "datasets", "benchmark", "benchmarks", "corpus", "leaderboard", "challenge") and view.text[view.starts[at] : view.ends[end - 1]].lower() not in own:
                group = _parse(view, at, "", at)
                if group is not None:
                    _complete(group)
                    found.append(group)
                    at = max(group.last, at + 1)
                    continue
        at += 1
    return found


def _unlikely(view: View, group: Group) -> bool:
    """Tell whether names that only `on` introduces look like something else: hardware, a model, a common word."""
    for place, name in zip(group.places, group.names, strict=True):
        if any(view.flag(at) & cues.HARDWARE for at in range(place, min(place + 4, len(view)))):
            return True
        word = name.split()[0]
        shaped = any(c.isupper() for c in word[1:]) or any(c.isdigit() for c in word) or "-" in word
        if not shaped and len(name.split()) == 1 and len(word) < 4:
            return True
        for at in range(group.last, min(group.last + 3, len(view))):
            if view.words[at] in ("model", "models", "gpu", "gpus", "architecture", "architectures", "backbone", "llm", "llms", "devices", "platform", "cpu", "family", "series", "processor", "board", "encoder", "layers", "attention", "accelerator"):
                return True
    return False
