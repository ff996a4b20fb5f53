"""Sizes: parameter counts (`7.5 billion parameters`, `our 4B model`) and bit-widths (`4-bit`, `INT4`, `W4A8KV4`, `FP8`)."""

import regex

from leaderboard.extraction import cues
from leaderboard.extraction.frame import Frame
from leaderboard.extraction.view import View

_MODEL_NOUNS = frozenset(
    [
        "model",
        "models",
        "llm",
        "llms",
        "vlm",
        "vlms",
        "mllm",
        "mllms",
        "lm",
        "lms",
        "network",
        "networks",
        "transformer",
        "transformers",
        "agent",
        "agents",
        "moe",
        "dense",
        "parameter",
        "parameters",
        "params",
        "param",
        "student",
        "teacher",
        "backbone",
        "variant",
        "variants",
        "baseline",
        "version",
        "versions",
        "checkpoint",
        "checkpoints",
        "language",
        "base",
        "instruct",
        "open-source",
        "open-weight",
        "multilingual",
        "vision-language",
        "decoder",
        "decoder-only",
        "encoder",
        "foundation",
        "pretrained",
        "pre-trained",
        "reward",
        "reasoning",
        "scale",
        "scales",
        "active",
        "activated",
        "total",
        "trainable",
        "learnable",
        "parameter-scale",
        "size",
        "sizes",
        "vla",
        "policy",
        "diffusion",
        "video",
        "multimodal",
        "autoregressive",
        "gpt",
        "llama",
        "weights",
        "fine-tuned",
        "chat",
        "slm",
        "slms",
        "counterpart",
        "counterparts",
        "range",
        "generator",
        "verifier",
        "recommender",
        "embedding",
        "retriever",
        "reranker",
        "code-llm",
    ]
)
_NOT_PARAMETERS = frozenset(
    [
        "tokens",
        "token",
        "samples",
        "sample",
        "pairs",
        "pair",
        "images",
        "image",
        "words",
        "word",
        "sentences",
        "documents",
        "document",
        "examples",
        "example",
        "users",
        "items",
        "records",
        "rows",
        "queries",
        "articles",
        "papers",
        "videos",
        "frames",
        "points",
        "pages",
        "posts",
        "tweets",
        "people",
        "dollars",
        "interactions",
        "nodes",
        "edges",
        "steps",
        "triples",
        "entities",
        "reviews",
        "molecules",
        "questions",
        "instructions",
        "tasks",
        "trajectories",
        "hours",
        "characters",
        "clips",
        "utterances",
        "messages",
        "annotations",
        "instances",
        "annotated",
        "labels",
        "conversations",
        "images/text",
        "files",
        "lines",
        "functions",
        "programs",
        "repositories",
        "visits",
        "downloads",
        "gpu-hours",
        "entries",
        "facts",
        "transactions",
        "patients",
        "sequences",
        "reads",
    ]
)
_WIDTH = regex.compile(
    r"""^(?:
        (?:u?int|i)(?P<int>[1-9]\d?)(?:-?(?:asym|sym))?
      | (?:mx|nv|b|bf|t)?-?f(?:p|loat)-?(?P<fp>\d{1,2})
      | bf(?:loat)?-?(?P<bf>16|8)
      | (?:nf|nfp|mxint|mxfp|nvfp|fp|pof|e2m1-fp|hif)-?(?P<nf>[1-9]\d?)
    )(?P<tail>-[a-z].*)?$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_WXAY = regex.compile(
    r"^w(?P<w>\d{1,2}(?:\.\d+)?)a(?P<a>\d{1,2}(?:\.\d+)?)(?:kv(?P<kv>\d{1,2}))?(?:g\d+)?$", regex.IGNORECASE
)
_SLASHED = regex.compile(r"^\d{1,2}(?:/\d{1,2})+-?bits?$")
_NOT_BITS = frozenset(
    [
        "hash",
        "hashing",
        "information",
        "entropy",
        "processor",
        "processors",
        "cpu",
        "cpus",
        "integer",
        "key",
        "keys",
        "address",
        "rate",
        "adc",
        "adcs",
        "color",
        "colour",
        "arithmetic-unit",
        "image",
        "images",
        "audio",
        "depth",
        "instruction",
    ]
)


def parameters(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read how many parameters a model has: `1.3B parameters`, `a 7B model`, `from 125M to 176B` beside `parameters`."""
    number = view.quantities[place]
    if number.unit == "parameters":
        if number.value < 1000 and not number.scale:
            return None
        return Frame("parameters", "parameters.named", "parameters", metric_known=True, unit="parameters")
    if number.unit is not None or number.sign or number.value < 1e5:
        return None
    scale = number.scale
    if not scale or scale in ("k", "thousand"):
        return None
    after, next_after = view.word(right), view.word(right + 1)
    if after in _NOT_PARAMETERS or (
        next_after in _NOT_PARAMETERS and after not in ("model", "models", "and", ",", "or", "parameter")
    ):
        return None
    if _in_name(view, place):
        return None
    near = range(right, min(len(view), right + 5))
    if (
        any(
            view.word(at) in ("parameters", "parameter", "params", "parameter-efficient", "weights")
            for at in near
        )
        and scale
    ):
        return Frame("parameters", "parameters.near", "parameters", metric_known=True, unit="parameters")
    if scale not in ("b", "billion", "m", "million", "t", "trillion"):
        return None
    if after in _MODEL_NOUNS or (
        after and next_after in _MODEL_NOUNS and not view.flag(right) & (cues.CLOSED | cues.VERB)
    ):
        return Frame("parameters", "parameters.model", "parameters", metric_known=True, unit="parameters")
    if (
        scale in ("b", "m")
        and after in ("and", ",", "or", "to", "/", "–")
        and _listed_with_model(view, place)
    ):
        return Frame("parameters", "parameters.list", "parameters", metric_known=True, unit="parameters")
    if (scale in ("b", "m") and view.raw[place].endswith(("-LLMs", "-scale", "-class"))) or after.startswith(
        "-"
    ):
        return Frame("parameters", "parameters.model", "parameters", metric_known=True, unit="parameters")
    if view.word(left) == "(" and view.word(left - 1) in _MODEL_NOUNS and view.word(right) == ")":
        return Frame("parameters", "parameters.bracket", "parameters", metric_known=True, unit="parameters")
    if (
        scale in ("b", "m", "billion", "million")
        and view.word(left) in ("from", "to", "between", "size", "of", "to")
        and any(w in ("models", "llms", "model") for w in view.words[max(0, place - 9) : place])
        and any(
            w in ("ranging", "range", "size", "sizes", "scale", "spanning", "scaling", "from")
            for w in view.words[max(0, place - 9) : place]
        )
        and not view.flag(right) & cues.DATA_SHARE
    ):
        return Frame("parameters", "parameters.ranging", "parameters", metric_known=True, unit="parameters")
    words_before = view.words[max(0, place - 8) : place]
    if scale in ("b", "m", "billion", "million") and any(
        w in ("parameters", "parameter", "sizes", "size", "scale", "scales", "params") for w in words_before
    ):
        return Frame("parameters", "parameters.after", "parameters", metric_known=True, unit="parameters")
    return None


def _in_name(view: View, place: int) -> bool:
    """Tell whether a size belongs to a model's name: `Llama 3.1 8B`, `Qwen2.5-(0.5B, 1.5B)`, `Gemma 2 (2B and 9B)`."""
    before = view.word(place - 1)
    raw = view.raw[place - 1] if place else ""
    at = place - 1
    if before == "(":
        after = place + 1
        while view.flag(after) & (cues.QUANTITY | cues.CONJUNCTION) or view.word(after) in (
            ",",
            "/",
            "-",
            "–",
        ):
            after += 1
        if view.word(after) == ")" or view.word(after) in ("-",):
            prior = view.raw[place - 2] if place > 1 else ""
            return bool(prior[:1].isupper()) or view.words[place - 2] == "-" if place > 1 else False
        return False
    if before in (",", "and", "/", "or", "–") and at > 0:
        # in a list, what holds for the first holds for all
        back = at
        while back >= 0 and (
            view.words[back] in (",", "and", "/", "or", "–", "(") or back in view.quantities
        ):
            back -= 1
        first = back + 1
        if view.words[first] in (",", "and", "/", "or", "–"):
            first += 1
        if first != place and first in view.quantities:
            return _in_name(view, first)
        if view.words[back + 1] in ("(",):
            return bool(view.raw[back][:1].isupper()) if back >= 0 else False
        hit = view.hits.get(back)
        return hit is not None and hit.kind == "model" and view.word(place + 1) not in _MODEL_NOUNS
    if place in view.hits and view.hits[place].kind == "model":
        return True
    hit = view.hits.get(at)
    if hit is not None and hit.kind == "model":
        return True
    if (
        raw[:1].isupper()
        and at > 0
        and not view.flags[at] & (cues.CLOSED | cues.VERB)
        and raw.lower() not in ("our", "the", "small", "large", "a")
    ):
        return True
    return bool(at in view.quantities and at > 0 and view.raw[at - 1][:1].isupper())


def _listed_with_model(view: View, place: int) -> bool:
    at = place + 1
    while at < len(view) and (view.words[at] in (",", "and", "or", "to", "/", "–") or at in view.quantities):
        at += 1
    if any(view.quantities[k].unit == "parameters" for k in range(place + 1, at) if k in view.quantities):
        return True
    return view.word(at) in _MODEL_NOUNS or (
        view.word(at + 1) in _MODEL_NOUNS and not view.flag(at) & cues.CLOSED
    )


def bits(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read a bit-width with its unit: `4-bit`, `2.5 bits`, `3 to 8 bits`, `sub-4-bit`."""
    number = view.quantities[place]
    if (
        number.value <= 0
        or number.value > 64
        or view.word(right) in _NOT_BITS
        or (
            view.word(right) == "per"
            and view.word(right + 1) in ("second", "pixel", "character", "byte", "token", "symbol")
        )
    ):
        return None
    if view.word(place - 1) in ("by",) and view.word(left) == "by":
        return None
    frame = Frame("bit_width", "bit_width.unit", "bit-width", metric_known=True, unit="bit")
    frame.target = _target(view, place)
    return frame


def _target(view: View, place: int) -> str | None:
    for at in range(place + 1, min(len(view), place + 4)):
        word = view.words[at]
        if word in ("weight", "weights", "weight-only"):
            return "weights"
        if word in ("activation", "activations"):
            return "activations"
        if word in ("kv",):
            return "kv cache"
        if view.flags[at] & cues.PUNCTUATION:
            return None
    return None


def width_words(view: View, place: int) -> list[Frame]:
    """Return the bit-widths that a word spells: `INT4` one, `W4A8KV4` one for weights, activations and cache each."""
    word = view.words[place]
    if len(word) > 24:
        return []
    if "/" in word and _SLASHED.match(word):
        return [
            Frame("bit_width", "bit_width.slashed", "bit-width", True, unit="bit", value=float(part))
            for part in regex.findall(r"\d+", word)
        ]
    match = _WXAY.match(word)
    if match is not None:
        frames = []
        for group, target in (("w", "weights"), ("a", "activations"), ("kv", "kv cache")):
            if match[group]:
                width = float(match[group])
                frames.append(
                    Frame(
                        "bit_width",
                        "bit_width.scheme",
                        "bit-width",
                        True,
                        target=target,
                        unit="bit",
                        value=width,
                    )
                )
        return frames
    match = _WIDTH.match(word)
    if match is None:
        return []
    if match["tail"] and "-and-" in match["tail"]:
        return [frame for part in word.split("-and-") for frame in _format(view, place, part)]
    return _format(view, place, word)


def _format(view: View, place: int, word: str) -> list[Frame]:
    match = _WIDTH.match(word)
    if match is None:
        return []
    width = float(match["int"] or match["fp"] or match["bf"] or match["nf"])
    if width not in (1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 32, 64) or (
        word[:1] == "i" and not word.startswith("int")
    ):
        return []
    tail = match["tail"] or ""
    target = (
        "weights" if "weight" in tail else "activations" if "activation" in tail else _target(view, place)
    )
    return [Frame("bit_width", "bit_width.format", "bit-width", True, target=target, unit="bit", value=width)]
