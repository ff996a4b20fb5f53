"""Sizes: parameter counts (`7.5 billion parameters`, `our 4B model`) and bit-widths (`4-bit`, `INT4`, `W4A8KV4`, `FP8`)."""

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Measure, Number
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_model_name

_WIDTH = regex.compile(
    r"""^(?:
        (?:u?int|i)(?P<int>[1-9]\d?)(?:-?(?:asym|sym))?
      | (?:mx|nv|b|bf|t)?-?f(?:p|loat)-?(?P<fp>\d{1,2})
      | bf(?:loat)?-?(?P<bf>16|8)
      | (?:nf|nfp|mxint|mxfp|nvfp|fp|pof|e2m1-fp|hif)-?(?P<nf>[1-9]\d?)
      | w(?P<w>[1-8])
    )(?P<tail>-[a-z].*)?$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_WXAY = regex.compile(
    r"^w(?P<w>\d{1,2}(?:\.\d+)?)a(?P<a>\d{1,2}(?:\.\d+)?)(?:kv(?P<kv>\d{1,2}))?(?:g\d+)?$", regex.IGNORECASE
)
_SLASHED = regex.compile(r"^\d{1,2}(?:/\d{1,2})+-?bits?$")
_WIDTHS = frozenset((1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 32, 64))
_NOT_BITS = one_of(
    """hash hashing information entropy processor processors cpu cpus integer key keys address rate adc adcs color
    colour arithmetic-unit image images audio depth instruction flips flip rates linux windows machine machines
    system systems addresses microcontroller os codes errors strings sequence rgb adder adders multiplier
    multipliers secret secrets message messages payload register registers counter"""
)
_TARGETS = {
    "weight": "weights",
    "weights": "weights",
    "activation": "activations",
    "activations": "activations",
    "kv": "kv cache",
}
_NAMING = one_of("parameters parameter params parameter-efficient weights param")
_SIZING = one_of("parameters parameter sizes size scale scales params parameterized")
_RANGING = one_of("ranging range size sizes scale spanning scaling from ranges varying")
_AND = frozenset((",", "and", "or", "to", "/", "–", "-", "&"))
_BITS = ("bit-width", 0, 0)


def parameters(s: Sentence, n: Number) -> Frame | None:
    """Read how many parameters a model has: `1.3B parameters`, `a 7B model`, `from 125M to 176B` beside `parameters`."""
    number = n.quantity
    rule = _parameters(s, n)
    if rule is None:
        return None
    measure = Measure("parameters", n.place, n.place + 1)
    value = number.value * s.numbers[n.own_right + 1].factor if rule == "scaled" else None
    return Frame("parameters", "parameters." + rule, measure, settled=True, unit="parameters", value=value)


def _parameters(s: Sentence, n: Number) -> str | None:
    number, place, right = n.quantity, n.place, n.own_right
    if number.unit == "parameters":
        return None if number.value < 1000 and not number.scale else "named"
    if number.unit is not None or number.sign:
        return None
    scale = number.scale
    following_number = s.numbers.get(right + 1)
    if (
        not scale
        and s.word(right) in ("to", "and", "or")
        and following_number is not None
        and following_number.unit == "parameters"
        and following_number.scale
    ):
        return "scaled"  # "from 1 to 27 billion parameters"
    if (
        not scale
        and number.value >= 1e4
        and s.tag(place - 1) == "("
        and s.flag(place - 2)
        and s.word(place - 2) in _NAMING
    ):
        return "bracket"
    if not scale and number.value >= 1e4 and s.word(place - 1) in (".", "vs", "versus", "vs.", "and", "to"):
        for at in range(place - 2, max(-1, place - 5), -1):
            if (
                at in s.numbers
                and s.numbers[at].value >= 1e4
                and s.tag(at - 1) == "("
                and s.word(at - 2) in _NAMING
            ):
                return "bracket"
    if number.value < 1e5 or not scale or scale in ("k", "thousand"):
        return None
    after, following = s.word(right), s.word(right + 1)
    if s.flag(right) & lx.CONTENT_COUNT or (
        s.flag(right + 1) & lx.CONTENT_COUNT and s.tag(right) in "NEAG" and not s.flag(right) & lx.MODEL_NOUN
    ):
        return None
    if _in_name(s, place):
        return None
    ahead = next((at for at in range(right, min(s.size, right + 4)) if s.tags[at] == "Q"), -1)
    if ahead > 0 and s.numbers[ahead].unit == "parameters" and s.word(right) == "of":
        return "near"
    if any(s.word(at) in _NAMING for at in range(right, min(s.size, right + 5)) if s.tag(at - 1) not in ",;"):
        return "near"
    if scale not in ("b", "billion", "m", "million", "t", "trillion"):
        return None
    first, last = s.after(right)
    if (
        first == right
        and first < last
        and s.flags[last - 1] & (lx.CONTENT_COUNT | lx.DATASET_WORD)
        and not s.flags[last - 1] & lx.MODEL_NOUN
    ):
        return None
    if s.word(right) in ("versions", "variants") and scale == "million":
        return None
    if (
        s.flag(right) & lx.MODEL_NOUN
        or (first == right and first < last and s.flags[last - 1] & lx.MODEL_NOUN)
        or (following and s.flag(right + 1) & lx.MODEL_NOUN and s.tag(right) in "NEA")
    ):
        return "model"
    if (
        scale in ("b", "m")
        and s.tag(place - 1) == "D"
        and first == right
        and last == right + 1
        and s.raw[right].isupper()
        and s.raw[right].isalpha()
    ):
        return "model"  # "a 7B PRM"
    if scale in ("b", "m") and after in (*_AND, "/") and _listed_with_model(s, place):
        return "list"
    if scale in ("b", "m") and (
        s.raw[place].endswith(("-LLMs", "-scale", "-class"))
        or after.startswith("-")
        or after in ("llms", "llm", "family", "vlms")
    ):
        return "model"
    if s.tag(n.own_left) == "(" and s.flag(n.own_left - 1) & lx.MODEL_NOUN and s.tag(right) == ")":
        return "bracket"
    if (
        s.tag(n.own_left) == "("
        and s.tag(right) == ")"
        and (s.kind_at(n.own_left - 1) == "model" or is_model_name(s.raw[n.own_left - 1]))
    ):
        return "bracket"
    if (
        scale == "b"
        and s.tag(n.own_left) == "("
        and s.tag(right) == ")"
        and any(s.flag(at) & lx.MODEL_NOUN for at in range(right + 1, right + 7))
    ):
        return "bracket"
    back = s.words[max(0, place - 9) : place]
    if (
        scale in ("b", "m", "billion", "million")
        and s.word(n.own_left) in ("from", "to", "between", "size", "of")
        and any(word in ("models", "llms", "model", "sizes") for word in back)
        and any(word in _RANGING for word in back)
        and not any(word in ("data", "dataset", "datasets", "corpus") for word in back[-5:])
        and not s.flag(right) & lx.DATA_SHARE
    ):
        return "ranging"
    if (
        scale in ("b", "m", "billion", "million")
        and any(word in _SIZING for word in back[-8:])
        and not any(word in ("data", "dataset", "datasets", "corpus") for word in back[-5:])
        and not s.flag(right) & lx.CONTENT_NOUN
    ):
        return "after"
    if scale == "b" and s.tag(n.own_left) == "(" and s.tag(right) == ")" and "model" in back:
        return "bracket"
    return None


def _in_name(s: Sentence, place: int) -> bool:
    """Tell whether a size belongs to a model's name: `Llama 3.1 8B`, `Qwen2.5-(0.5B, 1.5B)`, `Gemma 2 (2B and 9B)`."""
    at = place - 1
    before = s.word(at)
    if at < 0:
        return False
    if s.tag(at) == "(":
        after = place + 1
        while s.tag(after) in "QC" or s.word(after) in (",", "/", "-", "–"):
            after += 1
        if (
            s.tag(after) == ")"
            and after == place + 1
            and at > 0
            and (
                s.kind_at(at - 1) == "model"
                or any(c.isdigit() for c in s.raw[at - 1])
                or is_model_name(s.raw[at - 1])
            )
        ):
            return False  # "DeepSeek R1 (671B)" says how large it is
        if s.tag(after) == ")" or s.word(after) == "-":
            return at > 0 and (
                (s.raw[at - 1][:1].isupper() and not s.flags[at - 1] & lx.MODEL_NOUN)
                or s.words[at - 1] == "-"
            )
        return False
    if before in _AND and at > 0:
        back = at
        while back >= 0 and (s.words[back] in _AND or s.tags[back] == "(" or back in s.numbers):
            back -= 1
        first = back + 1
        if s.words[first] in _AND:
            first += 1
        if first != place and first in s.numbers:
            return _in_name(s, first)
        if s.tag(back + 1) == "(":
            return back >= 0 and bool(s.raw[back][:1].isupper())
        return s.kind_at(back) == "model" and not s.flag(place + 1) & lx.MODEL_NOUN
    if s.kind_at(place) == "model" or s.kind_at(at) == "model":
        return True
    raw = s.raw[at]
    if (
        raw[:1].isupper()
        and at > 0
        and s.tags[at] in "NE"
        and before not in ("our", "the", "small", "large", "a")
    ):
        return True
    return at in s.numbers and at > 0 and s.raw[at - 1][:1].isupper()


def _listed_with_model(s: Sentence, place: int) -> bool:
    at = place + 1
    while at < s.size and (s.words[at] in _AND or at in s.numbers or s.tags[at] == "D"):
        at += 1
    if any(s.numbers[k].unit == "parameters" for k in range(place + 1, at) if k in s.numbers):
        return True
    return bool(s.flag(at) & lx.MODEL_NOUN or (s.flag(at + 1) & lx.MODEL_NOUN and s.tag(at) in "NEA"))


def bits(s: Sentence, n: Number) -> Frame | None:
    """Read a bit-width with its unit: `4-bit`, `2.5 bits`, `3 to 8 bits`, `sub-4-bit`."""
    number = n.quantity
    after = s.word(n.own_right)
    if number.value <= 0 or number.value > 64:
        return None
    if after in _NOT_BITS and not (
        after in ("key", "keys") and any(word in ("kv", "cache", "values") for word in s.words)
    ):
        return None
    if after == "per" and s.word(n.own_right + 1) in (
        "second",
        "pixel",
        "character",
        "byte",
        "token",
        "symbol",
        "minute",
        "dimension",
    ):
        return None
    if s.word(n.place - 1) == "by":
        return None
    return _width(None, "unit", _target(s, n.place))


def _width(value: float | None, rule: str, target: str | None = None) -> Frame:
    return Frame(
        "bit_width",
        "bit_width." + rule,
        Measure(*_BITS),
        settled=True,
        unit="bit",
        value=value,
        target=target,
    )


def _target(s: Sentence, place: int) -> str | None:
    for at in range(place + 1, min(s.size, place + 4)):
        word = s.words[at]
        if word in ("weight", "weights", "weight-only"):
            return "weights"
        if word in ("activation", "activations"):
            return "activations"
        if word == "kv":
            return "kv cache"
        if s.tags[at] in ",.;:()C":
            break
    if s.word(place - 1) == "to":  # "quantizes weights to 2 bits and activations to 6 bits"
        first, last = s.before(place - 1)
        for at in range(first, last):
            if s.words[at] in _TARGETS:
                return _TARGETS[s.words[at]]
    return None


def width_words(s: Sentence, place: int, spelled: str | None = None) -> list[Frame]:
    """Return the bit-widths that a word spells: `INT4` one, `W4A8KV4` one for weights, activations and cache each."""
    word = spelled or s.words[place]
    if len(word) > 48:
        return []
    if "/" in word and _SLASHED.match(word):
        return [_width(float(part), "slashed") for part in regex.findall(r"\d+", word)]
    match = _WXAY.match(word)
    if match is not None:
        targets = (("w", "weights"), ("a", "activations"), ("kv", "kv cache"))
        return [_width(float(match[group]), "scheme", target) for group, target in targets if match[group]]
    match = _WIDTH.match(word)
    if match is None:
        return []
    if match["w"]:
        near = s.words[place + 1 : place + 6]
        quantized = any(w.startswith(("quantiz", "quantis")) or _WXAY.match(w) for w in near)
        return (
            [_width(float(match["w"]), "scheme", "weights")] if quantized and s.raw[place][0] == "W" else []
        )
    if match["tail"] and "-and-" in match["tail"]:
        return [frame for part in word.split("-and-") for frame in _format(s, place, part)]
    return _format(s, place, word)


def _format(s: Sentence, place: int, word: str) -> list[Frame]:
    match = _WIDTH.match(word)
    if match is None:
        return []
    width = float(match["int"] or match["fp"] or match["bf"] or match["nf"] or 0)
    if width not in _WIDTHS or (word[:1] == "i" and not word.startswith("int")):
        return []
    tail = match["tail"] or ""
    target = "weights" if "weight" in tail else "activations" if "activation" in tail else _target(s, place)
    return [_width(width, "format", target)]


def ternary(s: Sentence, place: int) -> Frame | None:
    """Read `ternary weights` as 1.58 bits."""
    return (
        _width(1.58, "ternary")
        if s.flag(place + 1) & (lx.MODEL_NOUN)
        or s.word(place + 1) in ("quantization", "weight", "neural", "values", "large")
        else None
    )
