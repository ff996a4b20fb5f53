"""What stands around a name: cues that it is one, and signs that it is only part of a longer one."""

from typing import Final, Protocol

import regex

from leaderboard.taxonomy.rows import NameKind

# How far around a name its cue may stand, in characters.
REACH: Final = 60

_HYPHENS: Final = frozenset("-‐‑")

# Words that make a benchmark of the capitalised word before them: "the Weather dataset".
_BENCHMARK_NOUN: Final = r"""
    (?: data\ ?sets? | benchmarks? | corpus | corpora | suites? | leaderboards? | challenges? | testbeds?
      | test[\ -]?sets? | dev[\ -]?sets? | validation\ sets? | splits? | environments? | shared\ tasks? )\b
"""

_AFTER: Final = {
    "benchmark": regex.compile(
        r"\s*+ (?: \([^()]{0,40}+\) \s*+ )?+ (?: [\w.-]++ \s++ )?" + _BENCHMARK_NOUN,
        regex.VERBOSE | regex.IGNORECASE,
    ),
    "metric": regex.compile(
        r"""
          \s*+ (?: scores? | rates? | values? | metrics? )\b                  # AP score
        | \s*+ (?: of | = | : | at | from | by | is | was | to | reaches )?+ \s*+ [(+\-~]?+ \d   # AP of 43.1
        """,
        regex.VERBOSE | regex.IGNORECASE,
    ),
    "model": regex.compile(
        r"[\s-]*+ (?: \d | (?: language\ )?+ models?\b | backbones?\b | encoders?\b | family\b | series\b | variants?\b"
        r" | checkpoints?\b | instruct\b | chat\b | based\b )",
        regex.VERBOSE | regex.IGNORECASE,
    ),
}

_BEFORE: Final = {
    "benchmark": regex.compile(
        r"""
        (?: \b(?: on | over | across ) \s++ (?: the \s++ )?+                 # on Weather
          | \b(?: data\ ?sets? | benchmarks? | corpora ) [\s,:(]*+           # three datasets: Weather
              (?: (?: such\ as | including | like | e\.g\. | i\.e\. | namely | the | are | is | from ) [\s,:]++ )*+
        ) $
        """,
        regex.VERBOSE | regex.IGNORECASE,
    ),
    "metric": regex.compile(
        r"""
        (?: \b(?: an? | of | in | terms\ of | by | average | mean | higher | lower | better | best | highest | lowest
              | metrics? | and ) [\s(,:]++
          | [\d%] \s*+
        ) $
        """,
        regex.VERBOSE | regex.IGNORECASE,
    ),
    "model": regex.compile(
        r"""
        \b(?: models? | LLMs? | VLMs? | with | using | by | than | over | like | as | on | to | outperforms? | surpass(?:es)?+
            | beats? | from | backbones? | such\ as | including | based\ on | fine-?tun(?:ed?|ing) | apply | to | and ) [\s(,:]++ (?: the \s++ )?+ $
        """,
        regex.VERBOSE | regex.IGNORECASE,
    ),
}

_BETWEEN_LISTED = regex.compile(r"[\s,;/&()]*+ (?: (?: and | or ) \s++ )?+ (?: the \s++ )?+", regex.VERBOSE)

# What may follow a model's name and still be its name: -7B, 70B-Instruct, -turbo-0613, -base, -2024-08-06.
_MODEL_TAIL = regex.compile(
    r"""
    (?:
        [\s‑-]? (?: \d++ (?: \.\d++ )?+ (?: x\d++ (?: \.\d++ )?+ )?+ [BMKT] (?: -A\d++ (?: \.\d++ )?+ B )?+ )(?![\w.]\w)(?!\w)   # 7B, 8x7B, 30B-A3B
      | [‑-] (?: \d{4} (?: -\d\d-\d\d )?+ | \d{6,8} )(?!\w)                                     # -0613, -2024-08-06
      | [\s‑-]? (?-i: v\d (?: \.\d )?+ )(?!\w)                                                  # -v0.2
      | [‑-] (?: instruct | chat | it | base | large | small | tiny | medium | xlarge | xxlarge | xl | xxl | mini | nano
               | turbo | preview | hf | uncased | cased | multilingual | reasoner | thinking | pro | flash | lite | plus )\b
      | \s (?-i: Instruct | Chat | Turbo | Base | Large | Small | XL | XXL )\b
    )++
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


class Placed(Protocol):
    """A name with its place in the text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """One past the last character."""

    @property
    def kind(self) -> NameKind:
        """What is named."""


def has_cue(text: str, start: int, end: int, kind: NameKind) -> bool:
    """Return whether the words beside `text[start:end]` say that it is a name: "on Traffic", "Yelp dataset".

    >>> has_cue("the Weather dataset", 4, 11, "benchmark"), has_cue("Weather is hard", 0, 7, "benchmark")
    (True, False)
    """
    after, before = _AFTER.get(kind), _BEFORE.get(kind)
    if after is None or before is None:
        return False
    if after.match(text, end, min(len(text), end + REACH)):
        return True
    return before.search(text[max(0, start - REACH) : start]) is not None


def is_listed_with(text: str, one: Placed, other: Placed) -> bool:
    """Return whether two names of a kind stand next to each other in a list: `ETTh1, Weather`."""
    if one.kind != other.kind:
        return False
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = second.start - first.end
    return 0 < gap <= REACH and _BETWEEN_LISTED.fullmatch(text, first.end, second.start) is not None


def longer_model(text: str, end: int) -> int:
    """Return where the name of a model ends that has a size or version behind it.

    >>> longer_model("Llama 2-13B-chat is", 7)
    16
    """
    match = _MODEL_TAIL.match(text, end)
    return match.end() if match else end


def within_longer_name(text: str, start: int, end: int, kind: NameKind) -> bool:
    """Return whether the word goes on beyond the name, so that it is another name: `MMLU` in `MMLU-Redux`.

    >>> within_longer_name("on MMLU-Redux", 3, 7, "benchmark"), within_longer_name("MMLU-style", 0, 4, "benchmark")
    (True, False)
    """
    size = len(text)
    if end + 1 < size:
        sign, after = text[end], text[end + 1]
        if sign in _HYPHENS and (after.isupper() or after.isdigit()):
            return True
        if (sign == "." and after.isdigit()) or (sign == "_" and after.isalnum()):
            return True
    if start == 0:
        return False
    sign = text[start - 1]
    if sign == "\\":  # a macro: \method
        return True
    if start == 1:
        return False
    before = text[start - 2]
    if sign == "." and before.isdigit() and text[start].isdigit():
        return True
    if sign in _HYPHENS or sign == "_":
        # "top-1-accuracy" is still accuracy, "Turkish-MMLU" is not MMLU.
        return before.isalnum() and not (kind == "metric" and not before.isupper())
    return False
