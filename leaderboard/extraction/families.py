"""Method families of a paper from the cues of `families.csv`: LoRA is a kind of fine-tuning.

A cue is a phrase of the column `cues`, found as whole words without regard to case or hyphens, with an
optional plural s. Marks at its end: `*` any ending (`quantiz*`), `!` the case as written (`RAG!`), `:3` its
weight (2 without one). A cue counts most in the title, then where authors say what they did, less elsewhere
and least in what comes before (the background). Where cues overlap the longest counts alone: "instruction
meta-learning" does not speak for meta-learning. A cue of weight 0 speaks for nothing and so silences shorter
cues inside it. A family's name is a cue of its own. The family with the cue `*` is given to a paper that no
cue speaks for.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import regex
from ahocorasick_rs import AhoCorasick

from leaderboard.errors import LeaderboardError
from leaderboard.model import Document
from leaderboard.taxonomy import Family, Taxonomy, fold
from leaderboard.taxonomy.fold import bare

# What a cue of weight 1 adds, by where it stands. The goal of a title is what follows "for", "in" or "on":
# in "Pruning for Diffusion Models" the method is pruning.
TITLE: Final = 4.0
GOAL: Final = 2.8
OWN: Final = 1.5
BODY: Final = 1.0
BACKGROUND: Final = 0.5

# Each further mention adds this much of the one before: a tenth "prompt" says little that the third did not.
FADING: Final = 0.7

# A child this close to its parent goes before it: "soft prompt" nearly as loud as "fine-tuning".
SPECIFIC: Final = 0.75

# Families below this share of the best are passing mentions; a paper with more than four families has none.
CUT: Final = 0.45
MOST: Final = 4

# Less than one plain cue says nothing: a lone "text" or "algorithm".
LEAST: Final = 1.5

NAME_WEIGHT: Final = 3.0
CUE_WEIGHT: Final = 2.0
HEAVIEST: Final = 10.0
ANYTHING_ELSE: Final = "*"
QUOTES: Final = 3

# Authors begin to speak of their own work with these; what stands before the first of them is background.
OWN_WORK: Final = (
    *("we propose", "we introduce", "we present", "we develop", "we describe", "we design", "we devise"),
    *("we study", "we investigate", "we explore", "we examine", "we analyze", "we analyse", "we evaluate"),
    *("we benchmark", "we train", "we build", "we create", "we construct", "we release", "we formulate"),
    *("we formalize", "we demonstrate", "we argue", "this paper", "this work", "this study", "this article"),
    *("this research", "our method", "our approach", "our work", "our framework", "is proposed"),
    *("are proposed", "is introduced"),
)

_GOAL: Final = regex.compile(
    r"""
    [^\W\d_] [ ] (?: for | in | on ) [ ]    # "Pruning for …", but not "In-Context …"
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FamilyMatch:
    """A family of a paper: `FamilyMatch("quantization", 1, 21.5, "Quantization; INT4; FP8")`.

    `rank` is 1 for the main family. `score` compares the families of one paper and has no unit. `evidence`
    quotes the cues that count most, as they stand in title and abstract.
    """

    family: str
    rank: int
    score: float
    evidence: str


def assign(document: Document, taxonomy: Taxonomy) -> list[FamilyMatch]:
    """Return the one to four method families of a paper, the main one first: `assign(paper, default())`.

    Raises LeaderboardError where a cue of the taxonomy cannot be read or no family of it has the cue `*`.
    """
    return _matcher(taxonomy.families).assign(document.title, document.abstract)


class _Cue(NamedTuple):
    family: int
    weight: float
    any_ending: bool
    exact: str  # the phrase as written where its case matters, else empty


# Plain tuples, because there are dozens to an abstract. A span: start, minus its end (the longest sorts
# first), whether it says that authors speak of their own work, its cues. A mention: minus score, start, end.
_Span: TypeAlias = tuple[int, int, bool, tuple[_Cue, ...]]
_Mention: TypeAlias = tuple[float, int, int]


class _Matcher:
    """Every cue of every family in one automaton."""

    def __init__(self, families: tuple[Family, ...]) -> None:
        self.families = families
        self.places = {family.name: place for place, family in enumerate(families)}
        self.roots = [self._root(family) for family in families]
        self.other = -1
        phrases: dict[str, list[_Cue]] = {phrase: [] for phrase in OWN_WORK}
        for place, family in enumerate(families):
            if family.cues == (ANYTHING_ELSE,):
                self.other = place
                continue
            read = [_read_cue(cue, place, family) for cue in family.cues]
            if fold(family.name) not in {phrase for phrase, _ in read}:
                read.append((fold(family.name), _Cue(place, NAME_WEIGHT, False, "")))
            for phrase, cue in read:
                phrases.setdefault(phrase, []).append(cue)
        if self.other < 0:
            raise LeaderboardError(
                "families.csv: no family for papers that no cue speaks for; give one family the cue '*'"
            )
        self.cues = [tuple(cues) for cues in phrases.values()]
        self.choosy = [any(cue.exact for cue in cues) for cues in self.cues]
        # The blank in front finds the start of a word for free.
        self.automaton = AhoCorasick([" " + phrase for phrase in phrases])

    def assign(self, title: str, abstract: str) -> list[FamilyMatch]:
        text = f"{title}\n{abstract}"
        spans = self._spans(text)
        mentions: dict[int, list[_Mention]] = {}
        for (start, minus_end, _, cues), weight in zip(spans, _weights(spans, text, len(title)), strict=True):
            for family, cue_weight, _, _ in cues:
                mention = (-cue_weight * weight, start, -minus_end)
                if family in mentions:
                    mentions[family].append(mention)
                else:
                    mentions[family] = [mention]
        scores = {place: _score(said) for place, said in mentions.items()}
        if not scores or max(scores.values()) < LEAST:
            return [FamilyMatch(self.families[self.other].name, 1, 0.0, "")]
        return [
            FamilyMatch(
                self.families[place].name, rank, round(scores[place], 2), _quoted(text, mentions[place])
            )
            for rank, place in enumerate(self._chosen(scores), start=1)
        ]

    def _spans(self, text: str) -> list[_Span]:
        """Return the longest phrases in order of place."""
        folded = f" {fold(text)}  "
        spans: list[_Span] = []
        for pattern, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            after = folded[end]
            whole = not after.isalnum() or (after == "s" and not folded[end + 1].isalnum())
            cues = self.cues[pattern]
            if cues and (not whole or self.choosy[pattern]):
                cues = tuple([cue for cue in cues if _holds(cue, whole, text, start, end - 1)])
            own = whole and pattern < len(OWN_WORK)
            if cues or own:
                spans.append((start, 1 - end, own, cues))
        spans.sort()
        longest = []
        reached = 0
        for span in spans:
            if span[1] < reached:
                longest.append(span)
                reached = span[1]
        return longest

    def _chosen(self, scores: dict[int, float]) -> list[int]:
        """Return the families to report, best first: near ties to the child, ties as in the table."""
        order = sorted(scores, key=lambda place: (-scores[place], place))
        least = CUT * scores[order[0]]
        order = [place for place in order if scores[place] >= least]
        for place in tuple(order):
            parent = self.places.get(self.families[place].parent, -1)
            if parent in order and scores[place] >= SPECIFIC * scores[parent]:
                above = order.index(parent)
                if above < order.index(place):
                    order.remove(place)
                    order.insert(above, place)
        return [place for place in order if not self._implied(place, order)][:MOST]

    def _implied(self, place: int, order: list[int]) -> bool:
        """Return whether a family without a parent stands behind one of its descendants, which says more."""
        if self.families[place].parent:
            return False
        return any(self.roots[other] == place for other in order[: order.index(place)])

    def _root(self, family: Family) -> int:
        while family.parent in self.places:
            family = self.families[self.places[family.parent]]
        return self.places[family.name]


_last: _Matcher | None = None


def _matcher(families: tuple[Family, ...]) -> _Matcher:
    """Return the matcher of a table, kept for the next call; hashing it would cost more than an abstract."""
    global _last
    matcher = _last
    if matcher is None or matcher.families is not families:
        matcher = _last = _Matcher(families)
    return matcher


def _read_cue(written: str, place: int, family: Family) -> tuple[str, _Cue]:
    """Return the folded phrase of a cue and what its marks say: `quantiz*:3` is any ending and weight 3."""
    text, colon, number = written.rpartition(":")
    try:
        weight = float(number) if colon else CUE_WEIGHT
    except ValueError:
        weight, colon = CUE_WEIGHT, ""
    text = text if colon else written
    phrase = text.rstrip("*!")
    marks = text[len(phrase) :]
    folded = fold(phrase)
    if not 0 <= weight <= HEAVIEST or not any(map(str.isalnum, folded)):
        raise LeaderboardError(
            f"families.csv: cannot read cue '{written}' of family '{family.name}'; "
            f"write a phrase, then * or ! if wanted, then a weight from 0 to {HEAVIEST:g}: quantiz*:3"
        )
    return folded, _Cue(place, weight, "*" in marks, phrase if "!" in marks else "")


def _holds(cue: _Cue, whole: bool, text: str, start: int, end: int) -> bool:
    if not whole and not cue.any_ending:
        return False
    return not cue.exact or text[start:end] == cue.exact or bare(text[start:end]) == bare(cue.exact)


def _weights(spans: list[_Span], text: str, title_ends: int) -> list[float]:
    """Return what a cue of weight 1 adds at each place.

    A sentence ends at a full stop and a blank: an "e.g. " that ends one here costs less than looking closer.
    """
    goal = _GOAL.search(text, 0, title_ends)
    goal_starts = goal.start() if goal else title_ends
    ends = []
    end = text.find(". ", title_ends)
    while end >= 0:
        ends.append(end)
        end = text.find(". ", end + 2)
    own_sentences = {bisect_right(ends, start) for start, _, own, _ in spans if own and start > title_ends}
    first_own = min(own_sentences, default=0)
    weights = []
    for start, _, _, _ in spans:
        sentence = bisect_right(ends, start)
        if start < title_ends:
            weights.append(TITLE if start < goal_starts else GOAL)
        elif sentence in own_sentences:
            weights.append(OWN)
        else:
            weights.append(BACKGROUND if sentence < first_own else BODY)
    return weights


def _score(mentions: list[_Mention]) -> float:
    """Return the sum of a family's mentions, strongest first and each further one fading; sorts the list."""
    if len(mentions) == 1:
        return -mentions[0][0]
    mentions.sort()
    score = 0.0
    fading = -1.0
    for minus_score, _, _ in mentions:
        score += minus_score * fading
        fading *= FADING
    return score


def _quoted(text: str, mentions: list[_Mention]) -> str:
    """Return the words of the strongest cues, each once: `Prompt Tuning; soft prompts`."""
    quotes: dict[str, str] = {}
    for _, start, end in mentions:
        while end < len(text) and text[end].isalnum():
            end += 1
        quote = " ".join(text[start:end].split())
        quotes.setdefault(quote.casefold(), quote)
        if len(quotes) == QUOTES:
            break
    return "; ".join(quotes.values())
