"""The paper's own system: its name by title, acronym or introduction, `FooNet: Fast Bar`, `we propose FooNet`.

`own_names("FooNet: Fast Bar", "We propose Fast Bar (FooNet) …")` gives `FooNet` first, then the long form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from ahocorasick_rs import AhoCorasick

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.shapes import is_benchmark_name, is_model_name

_TITLE = regex.compile(r"^\s*([^:]{2,60}?)\s*:\s")
_NAME = r"[A-Z0-9][\w@+^]*(?:[-./][\w@+^]+)*"
_MIXED = r"(?<![\w-])(?:[A-Za-z0-9^]*[A-Z][\w@+^.-]*[A-Z0-9][\w@+^-]*|[A-Z][\w+^]*(?:-[\w+^]+)+|[A-Z][a-z]+(?:[A-Z][a-z]*)+)"
_INTRODUCED = regex.compile(
    rf"""
    \b(?:propose|present|introduce|develop|describe|design|release|unveil|call|term|dub|named?|called|termed|dubbed|coined|create|devise|offer|introducing|proposed|presents|introduces|proposes|proposing)s?\b
    [^.;()]{{0,120}}?
    (?: \((?P<bracket>[A-Za-z0-9][\w+^.@-]{{1,24}})\)
      | (?:,\ |\b)(?P<name>{_MIXED})(?=[\s,.;:(]|$) )
    """,
    regex.VERBOSE,
)
_CALLED = regex.compile(
    rf"\b(?:called|named|termed|dubbed|coined|namely|i\.e\.,?|model,|method,|framework,|approach,|system,|agent,|call(?:\ it)?|"
    rf"introduce|present|propose|develop|release)\s+(?:the\s+)?['\"`*]*(?P<name>{_NAME}(?:\s[A-Z][\w+-]*){{0,4}})"
)
_ORDINARY = frozenset(
    [
        "the",
        "a",
        "an",
        "we",
        "our",
        "this",
        "towards",
        "toward",
        "learning",
        "large",
        "language",
        "model",
        "models",
        "deep",
        "neural",
        "efficient",
        "improving",
        "on",
        "is",
        "how",
        "what",
        "why",
        "when",
        "can",
        "do",
        "are",
        "from",
        "beyond",
        "multi",
        "rethinking",
        "exploring",
        "understanding",
        "evaluating",
        "llm",
        "llms",
        "gpt",
        "bert",
        "ai",
        "nlp",
        "ml",
        "gpu",
        "cpu",
        "rl",
        "sft",
        "rag",
        "moe",
        "cot",
        "lora",
        "peft",
        "icl",
        "ptq",
        "qat",
    ]
)
_SINGLE = regex.compile(
    r"\b(?:present|propose|introduce|develop|release|call|called|named|termed|dubbed|namely|model|system|framework|method|approach),?\s+(?:it\s+)?(?P<name>[A-Z][a-z]{3,})"
    r"(?=,\s(?:an?|the|which|our|one)\b|\s\(|\s[-–]|:|\sis\s(?:an?|the)\b|\.\s)"
)
_DESCRIBES = regex.compile(
    r"-(?:based|generated|aware|level|free|guided|driven|specific|like|trained|related|agnostic|language|only|end|shot|bit|time|wise)$",
    regex.IGNORECASE,
)
_PAPER_IS_ABOUT = frozenset(
    ["benchmark", "dataset", "corpus", "benchmarking", "suite", "testbed", "challenge", "leaderboard"]
)


_OWN_BENCHMARK = regex.compile(
    r"""\b(?:introduce|present|propose|construct|build|curate|release|develop|create|introduces|presents|called|named|dubbed|establish|contribute|collect)d?\b[^.;]{0,60}?
        (?: (?P<a>[A-Z][\w+-]*[A-Z0-9][\w+-]*)(?:\ \([^)]{2,60}\))?,?\ (?:is\ )?(?:an?|the|which|our)?\ ?(?:\w[\w-]*\ ){0,6}?(?:benchmark|dataset|corpus|testbed)\b
          | \b(?:benchmark|dataset|corpus|testbed)\b[^.;]{0,40}?(?:,|called|named|dubbed|termed|-|–)\ (?P<b>[A-Z][\w+-]*[A-Z0-9][\w+-]*)
          | (?:[A-Z][\w-]*\ ){1,6}(?:Benchmark|Dataset|Corpus|Bench)\ \((?P<c>[A-Z][\w+-]{2,})\) )""",
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Own:
    """The names of the paper's own system, preferred first, and whether the paper presents a benchmark under one."""

    names: tuple[str, ...] = ()
    lowered: frozenset[str] = frozenset()
    benchmark: str | None = None

    @property
    def name(self) -> str | None:
        """The preferred name."""
        return self.names[0] if self.names else None


_VERBS = AhoCorasick(
    ["propos", "present", "introduc", "develop", "describ", "design", "releas", "unveil", "call", "term", "dub", "named", "name ", "coined", "creat", "devis", "offer",
     "namely", "i.e.", "model", "method", "framework", "approach", "system", "agent", "construct", "build", "curat", "establish", "contribut", "collect"]
)  # fmt: skip
_BENCHMARK_WORDS = AhoCorasick(["benchmark", "dataset", "corpus", "testbed"])


def _is_called_benchmark(name: str, text: str) -> bool:
    """Tell whether a text calls the paper's own name a benchmark or data set: `Pixie, a manually annotated dataset`."""
    for match in regex.finditer(rf"\b{regex.escape(name)}\b", text):
        if regex.match(
            r"(?:\s\([^)]{2,60}\))?(?:,\s|\s[-–]+\s|\s)(?:is\s|which\sis\s)?(?:an?|the|our)\s(?:[\w-]+,?\s){0,7}?(?:benchmark|dataset|corpus|testbed|test suite)\b",
            text, pos=match.end(),
        ):  # fmt: skip
            return True
        if regex.search(r"\b(?:benchmark|dataset|corpus|testbed)(?:,|\scalled|\snamed|\sdubbed|\s[-–]+|:)?\s$", text[max(0, match.start() - 30) : match.start()]):
            return True
    return False


def _triggers(text: str) -> list[int]:
    """Return the places of the words that introduce a name, in order."""
    return [start for _, start, _ in _VERBS.find_matches_as_indexes(text)]


def _benchmark_words(text: str) -> list[int]:
    return [start for _, start, _ in _BENCHMARK_WORDS.find_matches_as_indexes(text)]


def _at(pattern: "regex.Pattern[str]", text: str, starts: list[int]) -> "Iterator[regex.Match[str]]":
    """Yield the matches of a pattern that begin at given places."""
    for start in starts:
        match = pattern.match(text, start)
        if match is not None:
            yield match


def own_names(title: str, text: str) -> Own:
    """Return the names that a paper gives its own system, the likeliest first."""
    weights: dict[str, float] = {}
    benchmark = None

    def add(name: str, weight: float) -> None:
        name = name.strip(" \"'*`.,;:-")
        if (
            len(name) < 2
            or name.lower() in _ORDINARY
            or len(name) > 60
            or lx.default().get(name.lower(), 0) & (lx.NAME_STOP | lx.METRIC_HEAD)
            or _DESCRIBES.search(name)
        ):
            return
        if name.isupper() and len(name) <= 4 and weight <= 4:
            weight -= 2
        weights[name] = max(weights.get(name, 0.0), weight)

    match = _TITLE.match(title)
    if match:
        name = match[1].strip(" \"'*")
        inner = regex.search(r"\(([\w+^-]{2,})\)\s*$", name)
        if inner:
            add(inner[1], 9)
            name = name[: inner.start()].strip()
        words = name.split()
        shaped = len(words) == 1 or (
            len(words) <= 3
            and any(any(c.isupper() for c in w[1:]) or any(c.isdigit() for c in w) for w in words)
        )
        if (
            words
            and shaped
            and words[0].lower() not in _ORDINARY
            and (name[:1].isupper() or any(c.isupper() for c in name))
        ):
            add(name, 8 if len(words) == 1 else 6)
            if any(word in title[match.end() :].lower() for word in _PAPER_IS_ABOUT) or is_benchmark_name(words[0]):
                benchmark = name
    for inner in regex.finditer(r"\(([A-Z][\w+^-]{1,14})\)", title):
        add(inner[1], 3)
    starts = _triggers(text)
    for match in _at(_INTRODUCED, text, starts):
        name = match["bracket"] or match["name"] or ""
        if any(c.isupper() for c in name) and not (
            is_model_name(name.split("-")[0]) and match["bracket"] is None
        ):
            add(name, 5)
    for match in _at(_SINGLE, text, starts):
        add(match["name"], 4)
    for match in _at(_CALLED, text, starts):
        name = match["name"]
        if any(c.isupper() for c in name[1:]) or any(c.isdigit() for c in name):
            add(name, 4)
    if benchmark is None and (
        found := next(_at(_OWN_BENCHMARK, text, starts + _benchmark_words(text)), None)
    ):
        benchmark = found["a"] or found["b"] or found["c"]
        if is_model_name(benchmark) or benchmark.lower() in _ORDINARY:
            benchmark = None
    ranked: dict[str, float] = {}
    for name, weight in weights.items():
        if (
            name.endswith("s")
            and len(name) > 3
            and name[:-1].isupper()
            and regex.search(rf"\b{regex.escape(name[:-1])}\b", text)
        ):
            name = name[:-1]
        uses = len(regex.findall(rf"(?<![\w-]){regex.escape(name)}(?![\w-])", text))
        ranked[name] = max(ranked.get(name, 0.0), weight + min(uses, 4) * 1.5 - (0 if uses else 3))
    names = sorted(ranked, key=lambda name: -ranked[name])
    if benchmark is None and names and _is_called_benchmark(names[0], text):
        benchmark = names[0]
    return Own(tuple(names), frozenset(name.lower() for name in names), benchmark)
