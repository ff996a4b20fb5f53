"""When two values of a slot, or two numbers, count as the same."""

import regex

from leaderboard.evaluation.findings import Finding, Names

_NOT_IN_NAMES = regex.compile(r"[^a-z0-9@+]++")
_WORD = regex.compile(r"[a-z0-9@+]++")
_SHOTS = regex.compile(r"(?: few | [0-9]++ ) shot", regex.VERBOSE)

# Words around a name of a system that say nothing about which system it is.
_FILLER = frozenset(
    _WORD.findall(
        """
        the a an our its of previous prior existing best standard
        method methods approach approaches model models baseline baselines
        """
    )
)
_SAME = {"0shot": "zeroshot", "humanevaldataset": "humaneval"}
# Systems are named in free text, so that a few words more around the name are forgiven.
_FREE_TEXT = frozenset({"baseline", "method"})
_EMPTY = frozenset({"", "unspecified", "unknown"})
_SPARE_WORDS = 2
_TOLERANCE = 1e-6


def same_number(a: float | None, b: float | None) -> bool:
    """Return whether two numbers agree to a millionth: `same_number(79.27, 79.270000001)` is true."""
    return a is not None and b is not None and abs(a - b) <= _TOLERANCE * max(1.0, abs(a), abs(b))


def same_value(gold: Finding, said: Finding) -> bool:
    """Return whether the numbers of two findings agree, whatever their sign.

    Ranges must agree at both ends, but for the kinds that count once a document any shared end is enough.
    """
    if gold.once:
        return any(same_number(a, b) for a in _ends(gold) for b in _ends(said))
    if not same_number(abs(gold.value), abs(said.value)):
        return False
    upper = None if same_number(said.value_max, said.value) else said.value_max
    if gold.value_max is None or upper is None:
        return gold.value_max is None and upper is None
    return same_number(gold.value_max, upper)


def same_slot(slot: str, gold: Names, said: Names) -> bool:
    """Return whether any name that was said is any of those that gold accepts.

    Names are compared without case, spaces and punctuation; an empty slot agrees with an empty slot only.
    """
    heard = [None if name in _EMPTY else name for name in said] or [None]
    return any(_same_name(slot, want, got) for want in gold for got in heard)


def squeezed(name: str) -> str:
    """Return a name without case, spaces and punctuation.

    >>> squeezed("Pass@1 (HumanEval+)")
    'pass@1humaneval+'
    """
    bare = _NOT_IN_NAMES.sub("", name.lower())
    return _SAME.get(bare, bare)


def _same_name(slot: str, gold: str | None, said: str | None) -> bool:
    if gold is None or said is None:
        return gold is None and said is None
    if slot == "unit":
        return gold.lower() == said.lower()
    if squeezed(gold) == squeezed(said):
        return True
    if slot == "setting":
        return squeezed(gold) == "fewshot" and _SHOTS.fullmatch(squeezed(said)) is not None
    if slot in _FREE_TEXT:
        wanted, heard = _telling_words(gold), _telling_words(said)
        return wanted == heard or (set(wanted) <= set(heard) and len(heard) <= len(wanted) + _SPARE_WORDS)
    return False


def _telling_words(name: str) -> list[str]:
    words = _WORD.findall(name.lower())
    return [word for word in words if word not in _FILLER] or words


def _ends(finding: Finding) -> list[float]:
    return [end for end in (finding.value, finding.value_max) if end is not None]
