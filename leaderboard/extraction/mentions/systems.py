"""The paper's own system: its name by title, acronym or introduction, `FooNet: Fast Bar`, `we propose FooNet`.

`own_names("FooNet: Fast Bar", "We propose Fast Bar (FooNet) …")` gives `FooNet` first, then the long form.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import regex
from ahocorasick_rs import AhoCorasick

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.shapes import is_benchmark_name, is_describing, is_model_name, is_shaped
from leaderboard.taxonomy import NameIndex

_TITLE = regex.compile(r"^\s*+(?:[^:?!]{2,90}[?!]\s++)?([^:?!]{2,60}?)\s*+:\s?(?=\S)")
_TITLE_BRACKET = regex.compile(r"\(([A-Z][\w+^-]{1,14})\)")
_BRACKET_END = regex.compile(r"\(([\w+^-]{2,})\)\s*$")
_NAME = r"(?:[a-z]{1,2}(?=[A-Z][a-z]))?[A-Z0-9][\w@+^]*(?:[-./][\w@+^]+)*"
_MIXED = r"(?<![\w-])(?:[A-Za-z0-9^]*[A-Z][\w@+^.-]*[A-Z0-9][\w@+^-]*|[A-Z][\w+^]*(?:-[\w+^]+)+|[A-Z][a-z]+(?:[A-Z][a-z]*)+)"
_INTRODUCED = regex.compile(
    rf"""
    \b(?:propose|present|introduce|develop|describe|design|release|unveil|call|term|dub|named?|called|termed|dubbed|coined|create|devise|offer|introducing|proposed|presents|introduces|proposes|proposing)s?\b
    [^.;()]{{0,120}}?
    (?: \((?P<bracket>[A-Za-z0-9][\w+^.@-]{{1,24}})\)
      | (?:, |\b)(?P<name>{_MIXED}(?:\ [A-Z][\w'-]*)*+)(?=[\s,.;:(]|$)(?:(?:\ (?:for|of|in|with|via|and|to|on|by|from|the|[A-Z][\w'-]*+)){{0,6}}+\ \((?P<short>[A-Z][\w+^.@-]{{1,14}})\))? )
    """,
    regex.VERBOSE,
)
_NAMELESS = regex.compile(r"[^.;()A-Z]{0,160}+(?:[.;)]|\Z)")  # what introduces something without a name
_CALLED = regex.compile(
    rf"\b(?:called|named|termed|dubbed|coined|namely|i\.e\.,?|model,|method,|framework,|approach,|system,|agent,|call(?:\ it)?|"
    rf"introduce|present|propose|develop|release)\s+(?:the\s+)?['\"`*]*(?P<name>{_NAME}(?:\s[A-Z][\w+-]*){{0,4}})"
)
_SINGLE = regex.compile(
    r"\b(?:present|propose|introduce|develop|release|call|called|named|termed|dubbed|namely|model|system|framework|method|approach),?\s+(?:it\s+)?(?P<name>[A-Z][a-z]{3,})"
    r"(?=,\s(?:an?|the|which|our|one)\b|\s\(|\s[-–]|:|\sis\s(?:an?|the)\b|\.\s)"
)
_IMPLEMENTED = regex.compile(
    rf"\bimplement(?:s|ed|ing|ation)?+\b[^.;()]{{0,60}}?\b(?:in|as|called|named)\s(?:an?\s)?(?P<name>{_MIXED})(?=,\s(?:an?|our|the|which)\s)"
)
_OWN_BENCHMARK = regex.compile(
    r"""\b(?:introduce|present|propose|construct|build|curate|release|develop|create|introduces|presents|called|named|dubbed|establish|contribute|collect)(?:e?d)?\b[^.;]{0,60}?
        (?: (?P<a>[A-Z][\w+-]*[A-Z0-9][\w+-]*)(?:\ \([^)]{2,60}\))?,?\ (?:is\ )?(?:an?|the|which|our)?\ ?(?:\w[\w-]*\ ){0,6}?(?:benchmark|dataset|corpus|testbed)\b
          | \b(?:benchmark|dataset|corpus|testbed|challenge|suite)(?:,\ |\ called\ |\ named\ )(?:[\w-]+\ ){2,9}?\((?P<d>[A-Z][\w+-]{2,})\)
          | \b(?:benchmark|dataset|corpus|testbed)\b[^.;]{0,40}?(?:,|called|named|dubbed|termed|-|–)\ (?P<b>[A-Z][\w+-]*[A-Z0-9][\w+-]*)
          | (?:[A-Z][\w-]*\ ){1,6}(?:Benchmark|Dataset|Corpus|Bench)\ \((?P<c>[A-Z][\w+-]{2,})\)
          | (?:[A-Z][\w-]*\ ){1,5}\((?:dubbed\ (?:as\ )?|called\ )?(?P<e>[A-Z][\w+-]{2,})\),?\ (?:an?|the|our)\ (?:\w[\w-]*\ ){0,6}?(?:benchmark|dataset|corpus|testbed)\b )""",
    regex.VERBOSE,
)
_IS_BENCHMARK = regex.compile(
    r"(?:\s\([^)]{2,60}\))?(?:,\s|\s[-–]+\s|\s)(?:is\s|which\sis\s)?(?:an?|the|our)\s(?:[\w-]+,?\s){0,7}?(?:benchmark|dataset|corpus|testbed|test suite)\b"
)
_BENCHMARK_BEFORE = regex.compile(
    r"\b(?:(?:an?|new|novel|first|our|another)\s(?:[\w-]+\s){0,5}?(?:benchmark|dataset|corpus|testbed)(?:\sdataset)?,"
    r"|(?:benchmark|dataset|corpus|testbed)(?:\scalled|\snamed|\sdubbed|\s[-–]+|:)?)\s$"
)
_CALLED_BENCHMARK = ("benchmark", "dataset", "corpus", "testbed")
_ORDINARY = one_of(
    """the a an we our this towards toward learning large language model models deep neural efficient improving on is
    how what why when can do are from beyond multi rethinking exploring understanding evaluating llm llms gpt bert
    ai nlp ml gpu cpu rl sft rag moe cot lora peft icl ptq qat scaling training benchmarking enhancing leveraging
    optimizing fpga iq"""
) | {
    "language models", "language model", "large language models", "vision-language models", "vision-language-action", "mixture-of-experts",
    "mixture of experts", "tree-of-thoughts", "chain-of-thought", "neural networks", "foundation models", "diffusion models", "reinforcement learning",
    "retrieval-augmented generation", "speculative decoding",
}  # fmt: skip
_SHORT = regex.compile(r"\(([A-Z][\w+-]{1,12}[A-Z0-9]|[A-Z]{2,})s?\)")
_REPORT = regex.compile(r"(?i)\s+(?:technical\s+)?report$")
_STOPS = frozenset(".;:()")
_TITLE_PHRASE = regex.compile(
    r"\s*((?:[A-Z][\w'-]+\s){1,4}?[A-Z][\w'-]+)(?=\s(?:for|via|with|using|in|on|from|is|are|of|[A-Z]?[a-z]+s)\b)"
)
_PAPER_IS_ABOUT = ("benchmark", "dataset", "corpus", "suite", "testbed", "challenge", "leaderboard")
_SETS = (*_PAPER_IS_ABOUT, "contest", "competition", "exam", "olympiad", "test")
# Where each pattern may begin: beginnings of its first words.
_BEGINNINGS = {
    "introduced": "propos present introduc develop describ design releas unveil call term dub named name_ coined creat devis offer",
    "single": "present propos introduc develop releas call term dub named namely model system framework method approach",
    "called": "call named term dub coined namely i.e. model, method, framework, approach, system, agent, introduc present propos develop releas",
    "implemented": "implement",
    "benchmark": "introduc present propos construct build curat releas develop creat call named dub establish contribut collect",
}
_STEMS = tuple(dict.fromkeys(stem for stems in _BEGINNINGS.values() for stem in stems.split()))
_VERBS = AhoCorasick([stem.replace("_", " ") for stem in _STEMS])
_BEGIN = tuple(tuple(name for name, stems in _BEGINNINGS.items() if stem in stems.split()) for stem in _STEMS)
# The furthest that the name of a benchmark may stand from what introduces it.
_REACH = 400
_BENCHMARK_WORDS = AhoCorasick(["benchmark", "dataset", "corpus", "testbed", "challenge", "suite", "Benchmark", "Dataset", "Corpus", "Bench"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Own:
    """The names of the paper's own system, preferred first, and whether the paper presents a benchmark under one."""

    names: tuple[str, ...] = ()
    lowered: frozenset[str] = frozenset()
    benchmark: str | None = None
    fields: frozenset[str] = frozenset()
    """Acronyms of fields and tasks, lower case: `se` where the text writes `software engineering (SE)`."""

    @property
    def name(self) -> str | None:
        """The preferred name of the system: not that of the benchmark which the paper presents."""
        if self.benchmark is None:
            return self.names[0] if self.names else None
        return next((name for name in self.names if name != self.benchmark), None)


def own_names(title: str, text: str, known: NameIndex | None = None) -> Own:
    """Return the names that a paper gives its own system, the likeliest first; no known metric is one."""
    weights: dict[str, float] = {}
    benchmark = _of_title(title, text, weights)
    starts: dict[str, list[int]] = {name: [] for name in _BEGINNINGS}
    for stem, start, _ in _VERBS.find_matches_as_indexes(text, True):
        for pattern in _BEGIN[stem]:
            starts[pattern].append(start)
    named = [start for start in starts["introduced"] if not _NAMELESS.match(text, start)]
    for match in _at(_INTRODUCED, text, named):
        name = match["bracket"] or match["short"] or match["name"] or ""
        if name != name.lower() and not (is_model_name(name.split("-")[0]) and match["bracket"] is None):
            _add(weights, name, 5)
    for match in _at(_SINGLE, text, starts["single"]):
        _add(weights, match["name"], 4)
    for match in _at(_IMPLEMENTED, text, starts["implemented"]):
        _add(weights, match["name"], 4)
    for match in _at(_CALLED, text, starts["called"]):
        name = match["name"]
        if name[1:] != name[1:].lower() or any(c.isdigit() for c in name):
            _add(weights, name, 4)
    fields = _spelled_out(title, text, weights)
    for name in weights:
        if name.lower() in fields:
            weights[name] -= 4
    if benchmark is None:
        benchmark = _introduced_benchmark(text, starts["benchmark"])
    if benchmark is not None and benchmark.lower() in fields:
        benchmark = None
    names = [name for name in _ranked(weights, text) if known is None or not known.is_whole(name, "metric")]
    if benchmark is None and names and is_benchmark_name(names[0]):
        benchmark = names[0]
    if benchmark is None and names and not is_model_name(names[0]) and _is_called_benchmark(names[0], text):
        benchmark = names[0]
    return Own(tuple(names), frozenset(name.lower() for name in names), benchmark, fields)


def _add(weights: dict[str, float], name: str, weight: float) -> None:
    name = name.strip(" \"'*`.,;:-")
    low = name.lower()
    describing = is_describing(low) and not name.rpartition("-")[2][:1].isupper()  # but "Q-Sched"
    if len(name) < 2 or len(name) > 60 or low in _ORDINARY or describing:
        return
    if lx.default().get(low, 0) & (lx.NAME_STOP | lx.METRIC_HEAD):
        return
    if name.isupper() and len(name) <= 4 and weight <= 4:
        weight -= 2
    weights[name] = max(weights.get(name, 0.0), weight)


def _of_title(title: str, text: str, weights: dict[str, float]) -> str | None:
    """Weigh the names in a title, and return the one that it calls a benchmark."""
    benchmark = None
    match = _TITLE.match(title)
    if match:
        name = match[1].strip(" \"'*")
        inner = _BRACKET_END.search(name)
        if inner:
            _add(weights, inner[1], 9)
            name = name[: inner.start()].strip()
        name = _REPORT.sub("", name)
        words = name.split()
        named = bool(words) and words[0].lower() not in _ORDINARY and name != name.lower()
        if named and (
            len(words) == 1
            or (len(words) <= 3 and any(is_shaped(word) for word in words))
            or (len(words) <= 4 and name in text)
        ):
            _add(weights, name, 8 if len(words) == 1 else 6)
            about = title[match.end() :].lower()
            if name in text and (
                any(word in about for word in _PAPER_IS_ABOUT) or is_benchmark_name(words[0])
            ):
                benchmark = name
    for inner in _TITLE_BRACKET.finditer(title):
        _add(weights, inner[1], 3)
    return benchmark


def _spelled_out(title: str, text: str, weights: dict[str, float]) -> frozenset[str]:
    """Weigh the acronyms that a text spells out in words of its title: `Next-Block Prediction (NBP)`.

    Those of ordinary words in lower case are returned: `software engineering (SE)` is a field and no name.
    """
    fields = set()
    titled: set[str] | None = None
    for match in _SHORT.finditer(text):
        short = match[1]
        long = _long_form(short, text[max(0, match.start() - 110) : match.start()])
        if long is None:
            continue
        if long.islower() and short.isupper() and not any(word in long for word in _SETS):
            fields.add(short.lower())
        parts = [word for word in _parts(long) if len(word) > 3]
        if titled is None:
            titled = {word.lower().rstrip("s") for word in _parts(title) if len(word) > 3}
        capital = sum(word[0].isupper() for word in parts)
        shared = sum(word.lower().rstrip("s") in titled for word in parts)
        if capital * 2 < len(parts) or not parts:
            continue
        if shared * 3 >= len(parts) * 2:
            _add(weights, short, 7)
            _add(weights, long, 4)
        elif short in weights:
            _add(weights, long, weights[short] - 2)
    opening = _TITLE_PHRASE.match(title)
    if opening and " " in opening[1].strip() and opening[1] in text:
        _add(weights, opening[1], 5)
    return frozenset(fields)


def _parts(text: str) -> list[str]:
    """Return the words of a text, those between hyphens and slashes one by one."""
    return text.replace("-", " ").replace("/", " ").split()


def _long_form(short: str, before: str) -> str | None:
    """Return the words that an acronym stands for, out of the text before its bracket.

    >>> _long_form("NBP", "We propose Next-Block Prediction ")
    'Next-Block Prediction'
    """
    words = before.split()
    letters = [c for c in short if c.isupper()] or [short[0]]
    begins = short[0].lower()
    for count in range(1, min(len(words), 9) + 1):
        word = words[-count]
        if not _STOPS.isdisjoint(word):
            return None
        if word.lstrip("-/")[:1].lower() != begins:
            continue
        long = " ".join(words[-count:])
        if len(_parts(long)) >= max(2, len(letters) - 1):
            return long
    return None


def _introduced_benchmark(text: str, starts: list[int]) -> str | None:
    words = [start for _, start, _ in _BENCHMARK_WORDS.find_matches_as_indexes(text)]
    if not words:
        return None
    after = [bisect_left(words, start) for start in starts]
    places = [
        start
        for start, at in zip(starts, after, strict=True)
        if at < len(words) and words[at] <= start + _REACH
    ]
    found = next(_at(_OWN_BENCHMARK, text, places), None)
    if found is None:
        return None
    name = found["a"] or found["b"] or found["c"] or found["d"] or found["e"]
    return None if is_model_name(name) or name.lower() in _ORDINARY or is_describing(name.lower()) else name


def _ranked(weights: dict[str, float], text: str) -> list[str]:
    """Return the names by weight and use, plurals of acronyms as one; a name that ends in another one is the newer."""
    ranked: dict[str, float] = {}
    for name, weight in weights.items():
        if weight < 8 and _is_surpassed(name, text):
            continue
        if name.endswith("s") and len(name) > 3 and name[:-1].isupper() and _uses(name[:-1], text):
            name = name[:-1]
        uses = _uses(name, text)
        derived = any(name != other and name.endswith(other) and len(other) > 2 for other in weights)
        several = " " in name and any(" " not in other and weights[other] >= weight - 1 for other in weights)
        score = weight + min(uses, 4) * 1.5 - (0 if uses else 3) + 2 * derived - 2 * several
        longer = [
            other
            for other in weights
            if name != other
            and (other.startswith((name + " ", name + "-")) or other.endswith((" " + name, "-" + name)))
        ]
        if longer and uses <= sum(_uses(other, text) for other in longer):
            continue  # it only stands inside a longer name
        ranked[name] = max(ranked.get(name, -9.0), score)
    return sorted(ranked, key=lambda name: -ranked[name])


_AGAINST = ("compared to ", "compared with ", "better than ", "higher than ", "faster than ", "lower than ", "outperforms ", "outperforming ", "surpasses ", "surpassing ", "improvement over ", "improvements over ", "gain over ", "gains over ", "speedup over ")  # fmt: skip
_ENDS = frozenset((",", ".", " ", ")"))


def _is_surpassed(name: str, text: str) -> bool:
    """Tell whether a text compares something with a name: `outperforms FooNet`."""
    at, size = text.find(name), len(name)
    while at >= 0:
        if text[at + size : at + size + 1] in _ENDS and text.endswith(_AGAINST, 0, at):
            return True
        at = text.find(name, at + 1)
    return False


def _uses(name: str, text: str) -> int:
    """Return how often a name stands in a text as a word of its own."""
    count, at, size = 0, text.find(name), len(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + size : at + size + 1]
        if not (before.isalnum() or (before in ("-", "_") and before)) and not (
            after.isalnum() or (after in ("-", "_") and after)
        ):
            count += 1
        at = text.find(name, at + size)
    return count


def _is_called_benchmark(name: str, text: str) -> bool:
    """Tell whether a text calls the paper's own name a benchmark or data set: `Pixie, a manually annotated dataset`."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before = text[max(0, at - 90) : at]
        if _IS_BENCHMARK.match(text, end) or (
            any(word in before for word in _CALLED_BENCHMARK) and _BENCHMARK_BEFORE.search(before)
        ):
            return True
        at = text.find(name, end)
    return False


def _at(pattern: "regex.Pattern[str]", text: str, starts: list[int]) -> "Iterator[regex.Match[str]]":
    """Yield the matches of a pattern that begin at given places."""
    for start in starts:
        match = pattern.match(text, start)
        if match is not None:
            yield match
