"""Shapes of names: what is written like a model's name, a benchmark's, an acronym; the lists only make it surer.

`is_model_name("Qwen2.5-7B")`, `is_benchmark_name("FooBench")`; none of them needs to be in a list.
"""

from functools import lru_cache

import regex

_KEPT = 1 << 16  # names come again and again

_MODEL = regex.compile(
    r"(?:^|-)(?:llama|qwen|gpt|mistral|mixtral|gemma|phi|(?:[a-z]*)bert|vit|deit|resnet|densenet|mobilenet|efficientnet|vgg|t5|mt5|flan|opt|bloom|falcon|deepseek|claude|gemini|whisper|"
    r"clip|swin|vim|mamba|yolo|internvl|llava|vicuna|glm|chatglm|pythia|olmo|codellama|starcoder|palm|gpt-?j|bart|roberta|unet|u-net|convnext|dino|sd|sdxl|stable|wav2vec|hubert|o1|o3|o4|r1|qwq|"
    r"kimi|minicpm|internlm|baichuan|yi|dbrx|command|codex|chatgpt|alpaca|tinyllama|smollm|granite|nemotron|codegen|codet5|instructblip|blip|flux|alexnet|inception|lstm|xlm|nllb|m2m)"
    r"(?=$|[-\d.v])|\d(?:\.\d+)?[bm](?:$|-)",
    regex.IGNORECASE,
)
_BENCHMARK = regex.compile(
    r"(?:bench|eval|arena|glue|[a-z]qa|qa-?\w?|bench-?mark|\bexam|bench-\w+|net-\w)$", regex.IGNORECASE
)


@lru_cache(_KEPT)
def is_model_name(name: str) -> bool:
    """Tell whether a name is written like a model's: `Llama-3-8B`, `ResNet50`, `Vim-T`.

    >>> is_model_name("Qwen2.5-7B"), is_model_name("VQAv2")
    (True, False)
    """
    return len(name) < 60 and _MODEL.search(name) is not None


@lru_cache(_KEPT)
def is_benchmark_name(name: str) -> bool:
    """Tell whether a name is written like a benchmark's: `Alpaca Eval`, `FooBench`, `TrivialQA`.

    >>> is_benchmark_name("Alpaca Eval"), is_benchmark_name("Adam")
    (True, False)
    """
    return 4 < len(name) < 60 and name[:1].isupper() and _BENCHMARK.search(name) is not None


def is_acronym(word: str) -> bool:
    """Tell whether a word is written like an acronym: `PDMS`, `HOTA`.

    >>> is_acronym("PDMS"), is_acronym("Adam")
    (True, False)
    """
    return 2 <= len(word) <= 8 and word.isupper() and word.isalpha()


@lru_cache(_KEPT)
def is_shaped(word: str) -> bool:
    """Tell whether a word is written like a name by capitals inside, digits or hyphens: `FooNet`, `S5-PTD`, `T5`."""
    return (
        any(c.isupper() for c in word[1:])
        or (word[:1].isalpha() and any(c.isdigit() for c in word))
        or ("-" in word and word[:1].isupper())
    )


_DESCRIBING = regex.compile(
    r"-(?:based|generated|aware|level|free|guided|driven|specific|like|trained|related|agnostic|language|only|end|shot|bit|time|wise|style|induced|enhanced|\w{3,}ed|\w{3,}ing)$"
)


@lru_cache(_KEPT)
def is_describing(word: str) -> bool:
    """Tell whether a hyphenated lower-case word describes rather than names: `transformer-based`, `ai-synthesized`.

    >>> is_describing("transformer-based"), is_describing("loRA-sb")
    (True, False)
    """
    return "-" in word and _DESCRIBING.search(word) is not None
