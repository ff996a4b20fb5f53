"""From a document to its claims: clean text, sentences, views, frames, links; pure, deterministic, total.

`extract(Document(…)) -> list[Claim]`; the stages are functions of their own, so that `explain` can show each one.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_

import regex

from leaderboard.extraction import lexicon as cue_words
from leaderboard.extraction import qualifiers
from leaderboard.extraction.candidates import candidates
from leaderboard.extraction.explain import (
    Explanation,
    MentionTrace,
    QuantityTrace,
    SentenceTrace,
    steps_of,
    why_not,
)
from leaderboard.extraction.frames.read import read_numbers
from leaderboard.extraction.linking.link import link
from leaderboard.extraction.linking.reading import Reading
from leaderboard.extraction.mentions.benchmarks import groups, trained_on
from leaderboard.extraction.mentions.systems import Own, own_names
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.units import own_units
from leaderboard.extraction.vocabulary import (
    SHOWS_BENCHMARK,
    SHOWS_DATA_SET,
    SHOWS_NAME,
    SHOWS_NAME_FIRST,
    Vocabulary,
)
from leaderboard.model import Claim, Document
from leaderboard.taxonomy import NameIndex, Taxonomy
from leaderboard.taxonomy import default as default_taxonomy
from leaderboard.text.clean import CleanText, clean
from leaderboard.text.sentences import split


@dataclass(frozen=True)
class Extractor:
    """The rules with a taxonomy: `Extractor(taxonomy).extract(document)` gives the document's claims in text order."""

    taxonomy: Taxonomy
    lexicon: Mapping[str, int] | None = None  # the cue words of the taxonomy's folders where none are given

    def __post_init__(self) -> None:
        """Read the words now, so that a table that cannot be read is told before any document is."""
        _ = self.vocabulary

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The cue words with their tags, the qualifiers, and the units of the user."""
        folders = self.taxonomy.folders
        lexicon = cue_words.of(folders[1:]) if self.lexicon is None else self.lexicon
        return Vocabulary(lexicon, qualifiers.read(folders[1:]), own_units(self.taxonomy))

    @cached_property
    def names(self) -> NameIndex:
        """The matcher over the taxonomy's names."""
        return self.taxonomy.names

    def extract(self, document: Document) -> list[Claim]:
        """Return the claims of a document's abstract, in the order of their numbers; never raises on any text."""
        text = clean(document.abstract)
        readings = self.readings(text, document.title)
        return [claim_of(document, text, reading) for reading in readings]

    def explain(self, text: str, title: str = "") -> Explanation:
        """Return what the rules make of a text and why, number by number; offsets count characters of `text`."""
        document = Document("text:", title, text)
        cleaned = clean(text)
        readings = self.readings(cleaned, title)
        sentences = []
        for start, end in split(cleaned.text):
            view = Sentence(cleaned.text, start, end, self.vocabulary).finish(self.names)
            traces: list[QuantityTrace] = []
            taken: set[int] = set()
            for reading in readings:
                if start <= reading.start < end:
                    claim = claim_of(document, cleaned, reading)
                    taken.add(reading.start)
                    traces.append(
                        QuantityTrace(
                            claim.text, claim.start, claim.end, claim, None, steps_of(claim, reading.why)
                        )
                    )
            for place, number in view.numbers.items():
                if number.start not in taken:
                    first, last = cleaned.raw_span(number.start, number.end)
                    traces.append(QuantityTrace(text[first:last], first, last, None, why_not(view, place)))
            mentions = []
            for hit in self.names.find(cleaned.text[start:end]):
                first, last = cleaned.raw_span(hit.start + start, hit.end + start)
                mentions.append(MentionTrace(first, last, text[first:last], hit.kind, hit.name))
            first, last = cleaned.raw_span(start, end)
            traces.sort(key=lambda trace: trace.start)
            sentences.append(SentenceTrace(text[first:last], tuple(traces), tuple(mentions)))
        return Explanation(tuple(sentences))

    def readings(self, text: CleanText, title: str) -> list[Reading]:
        """Return what the rules read in a clean text, linked."""
        body = text.text
        places = candidates(body)
        if not places:
            return []
        places.sort()
        spans = split(body)
        views: list[Sentence | None] = []
        found: list[Reading] = []
        context: Context | None = None
        for number, (start, end) in enumerate(spans):
            if not _any_between(places, start, end):
                views.append(None)
                continue
            view = Sentence(body, start, end, self.vocabulary)
            views.append(view)
            frames = read_numbers(view.finish(self.names)) if view.numbers or view.spelled else None
            if not frames:
                continue
            if context is None:
                context = Context(self, body, spans, views, found, own_names(title, body, self.names))
            context.number = number
            found += link(view, frames, context.own, context, context.seen())
        return found


_OWN_WORK = regex.compile(
    r"\b(?:we|our|ours|this (?:paper|work|study|article|research|report|thesis|survey)|here|proposed?|introduced?)\b"
)


def _own_from(lowered: str, own: frozenset[str]) -> int:
    """Return where the authors have first spoken of their own work: one past it, or past the end of the text."""
    match = _OWN_WORK.search(lowered)
    ends = [match.end()] if match else []
    ends += [at + len(name) for name in own if (at := lowered.find(name)) >= 0]
    return min(ends, default=len(lowered) + 1)


def _any_between(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


@dataclass(slots=True)
class Context:
    """What linking may ask about the text before a sentence: one for a text, with the sentence that is its turn."""

    extractor: Extractor
    text: str
    spans: list[tuple[int, int]]
    views: list[Sentence | None]
    readings: list[Reading]
    own: Own
    number: int = 0
    """The sentence that is being linked."""
    own_from: int | None = None
    """Where the authors begin to speak of their own work, once that was asked for."""
    named: dict[tuple[int, frozenset[str], frozenset[str]], list[str]] = field(default_factory=dict)
    """What earlier sentences name, by sentence, own names and benchmarks seen, once that was asked for."""

    def recent(self) -> list[Reading]:
        """Return the last readings: what is further away settles nothing."""
        return self.readings[-60:]

    def seen(self) -> frozenset[str]:
        """Return the benchmarks of the readings so far, lower case."""
        return frozenset(reading.benchmark.lower() for reading in self.recent() if reading.benchmark)

    def nearest_names(self, own: frozenset[str], reach: int = 3) -> list[str]:
        """Return the benchmark names of the nearest earlier sentence that has any, within reach."""
        seen = self.seen()
        for number in range(self.number - 1, max(-1, self.number - 1 - reach), -1):
            key = number, own, seen
            found = self.named.get(key)
            if found is None:
                found = self.named[key] = self._names(number, own, seen)
            if found:
                return list(found)
        return []

    def _names(self, number: int, own: frozenset[str], seen: frozenset[str]) -> list[str]:
        """Return the benchmark names of an earlier sentence."""
        view = self.view(number) if self._may_name(number, seen) else None
        if view is None:
            return []
        found = (
            name
            for group in groups(view, own, seen, self.own.fields)
            if (group.known or group.cued) and not trained_on(view, group)
            for name in group.names
        )
        return list(dict.fromkeys(found))

    def _may_name(self, number: int, seen: frozenset[str]) -> bool:
        """Tell whether an earlier sentence could name a benchmark, by its words alone; most do not, and need no view."""
        if self.views[number] is not None:
            return True
        start, end = self.spans[number]
        text = self.text[start:end]
        pieces = list(map(self.extractor.vocabulary.shows.__getitem__, text.split()))
        shows = reduce(or_, pieces[1:], 0)
        for opening in pieces[:1]:
            shows |= opening if opening & SHOWS_NAME_FIRST else opening & ~SHOWS_NAME
        if shows & SHOWS_BENCHMARK or (shows & SHOWS_NAME and shows & SHOWS_DATA_SET):
            return True
        lowered = text.lower() if seen else ""
        return any(name in lowered for name in seen) or any(
            hit.kind == "benchmark" for hit in self.extractor.names.find(text)
        )

    def background(self) -> bool:
        """Tell whether the authors have not begun to speak of their own work by the end of the sentence."""
        if self.own_from is None:
            self.own_from = _own_from(self.text.lower(), self.own.lowered)
        return self.spans[self.number][1] < self.own_from

    def view(self, number: int) -> Sentence | None:
        """Return the view of an earlier sentence, made when it is first asked for."""
        if not 0 <= number < len(self.spans):
            return None
        made = self.views[number] if number < len(self.views) else None
        if made is None:
            start, end = self.spans[number]
            made = Sentence(self.text, start, end, self.extractor.vocabulary)
            if number < len(self.views):
                self.views[number] = made
        return made.finish(self.extractor.names)


def claim_of(document: Document, text: CleanText, reading: Reading) -> Claim:
    """Return the claim of a reading, its spans in the characters of the abstract as it was read."""
    start, end = text.raw_span(reading.start, reading.end)
    sentence_start, sentence_end = text.raw_span(reading.sentence.start, reading.sentence.stop)
    abstract = document.abstract
    return Claim(
        doc_id=document.id,
        doc=document.title,
        kind=reading.kind,
        text=abstract[start:end],
        start=start,
        end=end,
        value=reading.value,
        value_max=reading.value_max,
        unit=reading.unit,
        direction=reading.direction,
        basis=reading.basis,
        metric=reading.metric,
        benchmark=reading.benchmark,
        method=reading.method,
        model=reading.model,
        baseline=reading.baseline,
        setting=reading.setting,
        qualifier=reading.qualifier,
        role=reading.role,
        target=reading.target,
        sentence=abstract[sentence_start:sentence_end],
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        rule=reading.rule,
        confidence=reading.confidence,
    )


_EXTRACTOR: Extractor | None = None


def extract(document: Document) -> list[Claim]:
    """Return the claims of a document with the shipped taxonomy."""
    global _EXTRACTOR
    if _EXTRACTOR is None:
        _EXTRACTOR = Extractor(default_taxonomy())
    return _EXTRACTOR.extract(document)
