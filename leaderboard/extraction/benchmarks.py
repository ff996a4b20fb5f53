"""Benchmarks in a sentence: names of the taxonomy, and names nobody knows yet, by how they are written and introduced.

`improves by 3% on FooBench and the new BarQA dataset` gives one group of two names; numbers are linked to groups later.
"""

from dataclasses import dataclass, field

import regex

from leaderboard.extraction import cues
from leaderboard.extraction.phrases import METRIC_HEADS
from leaderboard.extraction.view import View

_INTRODUCE = frozenset(
    [
        "on",
        "across",
        "over",
        "in",
        "for",
        "at",
        "from",
        "using",
        "to",
        "including",
        "like",
        "of",
        "with",
        "e.g",
        "under",
        "through",
        "i.e",
    ]
)
_STRONG = frozenset(("on",))
_SKIP = frozenset(
    [
        "the",
        "a",
        "an",
        "both",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "popular",
        "challenging",
        "standard",
        "public",
        "large-scale",
        "widely-used",
        "widely",
        "used",
        "complex",
        "real-world",
        "benchmark",
        "benchmarks",
        "dataset",
        "datasets",
        "held-out",
        "subset",
        "subsets",
        "of",
        "our",
        "new",
        "recent",
        "diverse",
        "various",
        "several",
        "established",
        "unseen",
        "test",
        "code",
        "original",
        "full",
        "common",
        "such",
        "as",
        "tasks",
        "task",
        "data",
        "synthetic",
        "multiple",
        "different",
        "entire",
        "official",
        "its",
        "publicly",
        "available",
        "notably",
        "e.g",
        "well-known",
        "classic",
        "reasoning",
        "mathematical",
        "math",
        "coding",
        "image",
        "language",
        "commonsense",
        "general",
        "competition-level",
        "hard",
        "easy",
        "long-context",
        "validation",
        "including",
        "development",
        "downstream",
        "multimodal",
        "text-to-sql",
        "clean",
        "noisy",
        "medical",
        "english",
        "multilingual",
        "popular",
        "and",
        "all",
        "low-resource",
        "high-resource",
        "open-source",
        "open",
        "proposed",
        "respective",
        "small",
        "large",
        "in-domain",
        "out-of-domain",
        "few-shot",
        "zero-shot",
    ]
)
_NOT_NAMES = frozenset(
    [
        "i",
        "we",
        "our",
        "the",
        "this",
        "these",
        "in",
        "on",
        "it",
        "they",
        "ai",
        "ml",
        "llm",
        "llms",
        "nlp",
        "gpu",
        "gpus",
        "cpu",
        "cpus",
        "tpu",
        "vlm",
        "vlms",
        "mllm",
        "mllms",
        "lm",
        "lms",
        "rl",
        "sft",
        "rag",
        "api",
        "apis",
        "iot",
        "cot",
        "rlhf",
        "dpo",
        "grpo",
        "ppo",
        "nas",
        "english",
        "chinese",
        "german",
        "french",
        "spanish",
        "hindi",
        "arabic",
        "japanese",
        "korean",
        "russian",
        "turkish",
        "vietnamese",
        "indonesian",
        "portuguese",
        "italian",
        "european",
        "american",
        "african",
        "indian",
        "us",
        "uk",
        "eu",
        "covid-19",
        "covid",
        "python",
        "java",
        "javascript",
        "c++",
        "rust",
        "go",
        "sql",
        "linux",
        "windows",
        "qa",
        "vqa",
        "mt",
        "nmt",
        "asr",
        "tts",
        "ocr",
        "ner",
        "nli",
        "transformer",
        "transformers",
        "bert",
        "gpt",
        "t5",
        "llama",
        "mistral",
        "qwen",
        "resnet",
        "vit",
        "clip",
        "lora",
        "moe",
        "cnn",
        "cnns",
        "rnn",
        "rnns",
        "lstm",
        "gan",
        "gans",
        "gnn",
        "gnns",
        "mlp",
        "svm",
        "rf",
        "internet",
        "web",
        "reddit",
        "twitter",
        "wikipedia",
        "facebook",
        "google",
        "openai",
        "microsoft",
        "meta",
        "amazon",
        "apple",
        "nvidia",
        "kaggle",
        "github",
        "however",
        "moreover",
        "specifically",
        "experiments",
        "results",
        "extensive",
        "compared",
        "using",
        "with",
        "ood",
        "iid",
        "id",
        "sota",
        "pde",
        "pdes",
        "ct",
        "mri",
        "ecg",
        "eeg",
        "fmri",
        "3d",
        "2d",
        "1d",
        "code",
        "llms",
        "ptq",
        "qat",
        "kv",
        "fl",
        "ssl",
        "icl",
        "peft",
        "nvidia",
        "ar",
        "nar",
        "lms",
        "slm",
        "slms",
        "vla",
        "vlas",
        "state-of-the-art",
        "ii",
        "iii",
        "iv",
        "amr",
        "dnn",
        "dnns",
        "snn",
        "snns",
        "ann",
        "anns",
        "pc",
        "pcs",
        "monte",
        "carlo",
        "bayesian",
        "gaussian",
        "markov",
        "euclidean",
        "pareto",
        "adam",
        "sgd",
        "adamw",
        "top-1",
        "top-5",
        "hpc",
        "edge",
        "int8",
        "int4",
        "fp16",
        "fp8",
        "fp4",
        "bf16",
        "fp32",
        "w4a4",
        "w8a8",
        "w4a8",
    ]
)


_MODEL = regex.compile(
    r"(?:^|-)(?:llama|qwen|gpt|mistral|mixtral|gemma|phi|(?:[a-z]*)bert|vit|deit|resnet|densenet|mobilenet|efficientnet|vgg|t5|mt5|flan|opt|bloom|falcon|deepseek|claude|gemini|whisper|"
    r"clip|swin|vim|mamba|yolo|internvl|llava|vicuna|glm|chatglm|pythia|olmo|codellama|starcoder|palm|gpt-?j|bart|roberta|unet|u-net|convnext|dino|sd|sdxl|stable|wav2vec|hubert|o1|o3|o4|r1|qwq|"
    r"kimi|minicpm|internlm|baichuan|yi|dbrx|command|codex|chatgpt|alpaca|tinyllama|smollm|granite|nemotron|codegen|codet5|instructblip|blip|flux|alexnet|inception|lstm|xlm|nllb|m2m)"
    r"(?=$|[-\d.v])|\d(?:\.\d+)?[bm](?:$|-)",
    regex.IGNORECASE,
)


_BENCH = regex.compile(r"(?:bench|eval|arena|glue|[a-z]qa|qa-?\w?|mark|bench-\w+|net-\w)$", regex.IGNORECASE)
_SET_WORDS = regex.compile(
    r"\s+(?:benchmarks?|datasets?|corpus|corpora|test\s+sets?|leaderboard|suite|challenge\s+set)$"
)


def not_a_name(word: str) -> bool:
    """Tell whether a capitalised word is a common one of the field rather than a name: `GPU`, `Transformer`, `F1`."""
    low = word.lower()
    return (
        low in _NOT_NAMES
        or low in METRIC_HEADS
        or low
        in (
            "gemm",
            "lr",
            "vae",
            "url",
            "tts",
            "baseline",
            "cer",
            "wer",
            "bleu",
            "kv",
            "mlp",
            "moe",
            "top-1",
            "f1-score",
        )
    )


def looks_like_benchmark(name: str) -> bool:
    """Tell whether a name is written like a benchmark's: `Alpaca Eval`, `FooBench`, `TrivialQA`.

    >>> looks_like_benchmark("Alpaca Eval"), looks_like_benchmark("Adam")
    (True, False)
    """
    return len(name) < 60 and len(name) > 4 and name[:1].isupper() and _BENCH.search(name) is not None


def looks_like_model(name: str) -> bool:
    """Tell whether a name is written like a model's: `Llama-3-8B`, `ResNet50`, `Vim-T`.

    >>> looks_like_model("Qwen2.5-7B"), looks_like_model("VQAv2")
    (True, False)
    """
    return len(name) < 60 and _MODEL.search(name) is not None


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
    generic: bool = False  # "across several benchmarks": a place without a name
    brackets: dict[int, int] = field(
        default_factory=dict
    )  # a number's place in a bracket -> the name it stands behind


def _proper(view: View, at: int) -> bool:
    raw = view.raw[at]
    if view.flags[at] & (cues.CLOSED | cues.HARDWARE) or len(raw) < 2:
        return False
    low = view.words[at]
    if raw == low or low in _NOT_NAMES or low in METRIC_HEADS:
        hit = view.hits.get(at)
        return (
            hit is not None
            and hit.kind == "benchmark"
            and low not in _NOT_NAMES
            and low not in METRIC_HEADS
            and not looks_like_model(raw)
        )
    if looks_like_model(raw):
        return False
    hit = view.hits.get(at)
    return hit is None or hit.kind == "benchmark"


_DIGITS_INSIDE = regex.compile(r"[a-z]{3,}[-_]?\d{1,3}$")


def _name(view: View, at: int) -> int:
    """Return where the name that starts at a place ends; the place itself when none does."""
    if at >= len(view):
        return at
    if (
        view.hits.get(at) is None
        and view.word(at - 1) in ("on", "the")
        and not view.flags[at]
        and _DIGITS_INSIDE.match(view.words[at])
        and not looks_like_model(view.raw[at])
    ):
        return at + 1
    hit = view.hits.get(at)
    if hit is not None:
        if hit.kind != "benchmark":
            return at
        last = at
        while last < len(view) and view.hits.get(last) is hit:
            last += 1
        # "SWE-bench Verified", "ImageNet 256x256": further capitals belong to it
        while (
            last < len(view)
            and view.hits.get(last) is None
            and view.raw[last][:1].isupper()
            and _proper(view, last)
            and not view.flags[last] & cues.DATASET_WORD
        ):
            last += 1
        return last
    if not _proper(view, at):
        return at
    last = at
    while last < len(view) and (
        _proper(view, last)
        or (
            last > at
            and view.raw[last][:1].isdigit()
            and last not in view.quantities
            and len(view.raw[last]) <= 9
            and "/" in view.raw[last]
        )
        or (
            last > at
            and (
                (
                    view.raw[last].isdigit()
                    and len(view.raw[last]) in (1, 2, 4)
                    and last in view.quantities
                    and view.quantities[last].unit is None
                )
                or (
                    view.words[last] in ("v1", "v2", "v3", "of", "the")
                    and last + 1 < len(view)
                    and _proper(view, last + 1)
                )
            )
        )
    ):
        last += 1
    return last


def _close_bracket(view: View, at: int) -> int:
    """Return the place after a bracket that opens at a place, or the place when it holds a number or is long."""
    if view.word(at) != "(":
        return at
    end = at + 1
    while end < len(view) and view.words[end] != ")":
        if (end in view.quantities and view.quantities[end].value < 1900) or end - at > 9:
            return at
        end += 1
    return end + 1 if end < len(view) else at


def _number_bracket(view: View, at: int) -> tuple[int, list[int]]:
    """Return the place after a bracket that opens at a place and the numbers it holds, for `AndroidWorld (75.8%)`."""
    if view.word(at) != "(":
        return at, []
    end = at + 1
    held = []
    while end < len(view) and view.words[end] != ")":
        if end in view.quantities:
            held.append(end)
        if end - at > 12:
            return at, []
        end += 1
    return (end + 1, held) if end < len(view) and held else (at, [])


def _in_list_before_cue(view: View, at: int) -> bool:
    """Tell whether an ordinary name closes a list of datasets: `AE-Pub, Ecommerce5PT and Twitter datasets`."""
    return view.raw[at][:1].isupper() and view.word(at + 1) in (
        "dataset",
        "datasets",
        "corpus",
        "benchmark",
        "benchmarks",
        "corpora",
    )


def _parse(view: View, at: int, preposition: str, introduced: int) -> Group | None:
    group = Group(at, at, preposition=preposition, introduced=introduced)
    while at < len(view):
        start = at
        skipped = 0
        while (
            at < len(view)
            and skipped < 7
            and view.hits.get(at) is None
            and (view.words[at] in _SKIP or (view.raw[at][:1].isdigit() and "-" in view.raw[at]))
        ):
            at += 1
            skipped += 1
        end = _name(view, at)
        if end == at and group.names and at < len(view) and _in_list_before_cue(view, at):
            end = at + 1
        if end == at:
            # words between: "on the code generation dataset HumanEval" or "on the machine translation benchmark X"
            ahead = at
            while (
                ahead < len(view)
                and ahead - at < 4
                and not view.flags[ahead] & (cues.CLOSED | cues.VERB)
                and not _proper(view, ahead)
                and view.hits.get(ahead) is None
            ):
                ahead += 1
            if ahead > at and view.flags[ahead - 1] & cues.DATASET_WORD and _name(view, ahead) > ahead:
                at, end = ahead, _name(view, ahead)
                group.cued = True
            else:
                at = start
                break
        hit = view.hits.get(at)
        group.known |= hit is not None and hit.kind == "benchmark"
        name = _SET_WORDS.sub("", view.text[view.starts[at] : view.ends[end - 1]])
        group.known |= looks_like_benchmark(name)
        group.names.append(name)
        group.places.append(at)
        after = _close_bracket(view, end)
        if after == end:
            after, held = _number_bracket(view, end)
            for number in held:
                group.brackets[number] = len(group.names) - 1
        words_after = after
        capital = after < len(view) and view.raw[after][:1].isupper()
        if capital and view.flag(after + 1) & cues.DATASET_WORD and not view.flag(after) & cues.CLOSED:
            words_after = after + 1
        while view.flag(words_after) & cues.DATASET_WORD or view.word(words_after) in (
            "question",
            "answering",
            "code",
            "generation",
        ):
            if view.flag(words_after) & cues.DATASET_WORD:
                group.cued = True
            words_after += 1
            if words_after - after > 4:
                break
        after = _close_bracket(view, words_after)
        group.last = at = after
        if view.word(at) in (",", "and", "&", "/", "or") or (
            view.word(at) == "as" and view.word(at + 1) == "well"
        ):
            step = at + 1
            if view.word(at) == "as":
                step = at + 3
            if view.word(at) == "," and view.word(at + 1) in ("and", "or"):
                step += 1
            look = step
            while look < len(view) and view.words[look] in ("the", "on") and look - step < 2:
                look += 1
            if (
                _name(view, look) > look
                or (look < len(view) and _in_list_before_cue(view, look))
                or (
                    view.word(look) in _SKIP
                    and _name(view, look + 1) > look + 1
                    and view.words[look] != "and"
                )
            ):
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
                if (
                    len(name.split()) == 1
                    and name.isalpha()
                    and name[1:].islower()
                    and head[0].lower() not in name.lower()
                    and "-" in head[0]
                ):
                    group.names[place] = f"{head[0]} {name}"


_MANY = frozenset(
    [
        "multiple",
        "several",
        "various",
        "diverse",
        "different",
        "many",
        "numerous",
        "all",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "these",
        "those",
        "both",
    ]
)


def _generic(view: View, at: int) -> int:
    """Return where `across several benchmarks` ends whose preposition is at a place, or -1."""
    step = at + 1
    counted = False
    while step < len(view) and step - at < 8:
        word = view.words[step]
        if word in (
            "benchmarks",
            "datasets",
            "tasks",
            "corpora",
            "domains",
            "languages",
            "environments",
            "suites",
        ):
            return step + 1 if counted else -1
        if word in _MANY or step in view.quantities:
            counted = True
        elif (step > at + 1 and _proper(view, step)) or (
            (
                view.flags[step] & (cues.PUNCTUATION | cues.VERB | cues.BE | cues.PREPOSITION)
                and word not in ("/", "zero-shot")
            )
            or (view.hits.get(step) is not None and view.hits[step].kind == "benchmark")
        ):
            return -1
        step += 1
    return -1


def groups(view: View, own: frozenset[str] = frozenset(), seen: frozenset[str] = frozenset()) -> list[Group]:
    """Return the groups of benchmark names of a sentence, in order.

    `own` are names of the paper's system, `seen` those that an earlier sentence took for benchmarks, both lower case.
    """
    found: list[Group] = []
    at = 0
    size = len(view)
    while at < size:
        word = view.words[at]
        hit = view.hits.get(at)
        if (word in _INTRODUCE and view.flags[at] & cues.PREPOSITION) or word in ("e.g", "i.e"):
            end = _generic(view, at) if word in ("across", "on", "over") else -1
            if end > 0:
                found.append(Group(at + 1, end, preposition=word, introduced=at, generic=True))
                at = end
                continue
            group = _parse(view, at + 1, word, at)
            if group is not None:
                group.known = group.known or any(name.lower() in seen for name in group.names)
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
            if end > at and end < size and _before_metric(view, at, end, own):
                found.append(Group(at, end, [view.span(at, end)], [at], "", at, known=True))
                at = end
                continue
            if (
                end > at
                and view.flag(end) & cues.DATASET_WORD
                and view.words[end]
                in ("dataset", "datasets", "benchmark", "benchmarks", "corpus", "leaderboard", "challenge")
                and view.text[view.starts[at] : view.ends[end - 1]].lower() not in own
            ):
                group = _parse(view, at, "", at)
                if group is not None:
                    _complete(group)
                    found.append(group)
                    at = max(group.last, at + 1)
                    continue
        at += 1
    return found


def _before_metric(view: View, first: int, last: int, own: frozenset[str]) -> bool:
    """Tell whether a name stands right before its metric: `the FrozenLake score`, `Sokoban success rate`."""
    name = view.span(first, last)
    if name.lower() in own or last - first > 2:
        return False
    hit = view.hits.get(last)
    follows = (hit is not None and hit.kind == "metric") or view.words[last] in METRIC_HEADS
    before = view.word(first - 1)
    if not follows or not (
        view.flag(first - 1) & (cues.DETERMINER | cues.VERB)
        or before in ("on", "in", "of", "average", "overall", "and", ",")
    ):
        return False
    raw = view.raw[first]
    return (
        any(c.islower() for c in raw)
        and any(c.isupper() for c in raw)
        and (any(c.isupper() for c in raw[1:]) or any(c.isdigit() for c in raw) or "-" in raw)
        and view.words[last]
        in (
            "accuracy",
            "score",
            "scores",
            "success",
            "performance",
            "f1",
            "rate",
            "pass@1",
            "benchmark",
            "loss",
            "perplexity",
        )
    )


def _unlikely(view: View, group: Group) -> bool:
    """Tell whether names that only `on` introduces look like something else: hardware, a model, a common word."""
    for place, name in zip(group.places, group.names, strict=True):
        if any(view.flag(at) & cues.HARDWARE for at in range(place, min(place + 4, len(view)))):
            return True
        word = name.split()[0]
        shaped = any(c.isupper() for c in word[1:]) or any(c.isdigit() for c in word) or "-" in word
        if (not shaped and (len(name.split()) > 1 or len(word) < 4)) or len(name) < 3:
            return True
        if name.isupper() and len(name) <= 4:
            return True
        for at in range(group.last, min(group.last + 3, len(view))):
            if view.words[at] in (
                "model",
                "models",
                "gpu",
                "gpus",
                "architecture",
                "architectures",
                "backbone",
                "llm",
                "llms",
                "devices",
                "platform",
                "cpu",
                "family",
                "series",
                "processor",
                "board",
                "encoder",
                "layers",
                "attention",
                "accelerator",
            ):
                return True
    return False
