"""Tags: what part of speech each word of a sentence plays, one character a word, and the noun phrases they form.

`tags("The model improves accuracy by 3%")` is `DNVNPQ`. A word that may be noun or verb (`gains`, `drop`, `improved`,
`training`) is settled by its neighbours.

    D determiner   A adjective    N noun          E name or acronym   Q quantity      s possessive 's
    V verb         G verb in -ing T participle    B be or modal       R adverb        U pronoun
    P preposition  o to           h than          C and, or           K while, but    W which, that
    M comparative  and every punctuation mark for itself
"""

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.lexicon import one_of

_ADJECTIVE_ENDS = (
    "ive", "al", "ous", "able", "ible", "ful", "less", "ic", "ary", "ant", "ent", "based", "level", "shot", "free", "aware", "wise", "specific", "scale",
    "agnostic", "driven", "guided", "style", "domain", "source", "weight", "resource", "like", "only", "heavy", "centric", "rich", "efficient", "effective",
)  # fmt: skip
_NOUN_ENDS = ("ment", "nent", "tent", "agent", "agents", "variant", "event", "gradient", "coefficient", "constant", "client", "patient", "percent", "student", "content",
              "metric", "topic", "traffic", "music", "logic", "heuristic", "signal", "proposal", "retrieval", "goal", "trial", "interval", "recall", "removal",
              "principal", "table", "variable", "objective", "archive", "perspective", "alternative", "fabric", "clinic", "statistic", "dictionary", "summary", "boundary",
              "library", "vocabulary", "survival", "approval", "material", "potential", "arrival", "total", "denial", "refusal", "withdrawal", "disposal", "appraisal", "rehearsal")  # fmt: skip
_IRREGULAR = one_of(
    """built chosen drawn driven known seen made taken given found shown held led kept lost fallen grown beaten written
    understood spent sped cut set won met left hidden learnt proven risen shrunk gotten got done run hit split
    sought taught achieved drew grew rose fell gave took saw ran came brought shrank thrown broken"""
)


_SMALL = lx.PRONOUN | lx.PREPOSITION | lx.BE | lx.RELATIVE
_STRESSED = one_of("without only across all")


def base_tag(raw: str, low: str, flags: int, first: bool) -> str:
    """Return the tag of a word by itself; `x`, `i` and `e` for noun or verb, -ing and -ed forms that neighbours settle."""
    if len(raw) > 1 and raw.isupper() and flags & _SMALL and low not in _STRESSED:
        return "E"  # HE for homomorphic encryption, PER for phoneme error rate
    if flags:
        if flags & lx.RELATIVE:
            return "W"
        if flags & lx.SUBORDINATOR:
            return "K"
        if flags & lx.TO:
            return "o"
        if flags & lx.THAN:
            return "h"
        if flags & lx.DETERMINER:
            return "D"
        if flags & lx.BE:
            return "B"
        if flags & lx.CONJUNCTION:
            return "K" if low in ("but", "nor", "yet") else "C"
        if flags & lx.PRONOUN:
            return "U"
        if flags & lx.COMPARATIVE and not low.endswith("ed"):
            return "M"
        if flags & lx.PREPOSITION:
            return "P"
    if raw != low and (not first or raw[1:] != low[1:]):
        return "E"
    if flags & (lx.VERB | lx.SOLVE):
        if low.endswith("ing"):
            return "i"
        if low.endswith("ed") or low in _IRREGULAR:
            return "e"
        if flags & (lx.NOUN_VERB | lx.NOUN_CHANGE | lx.METRIC_HEAD) or not flags & lx.VERB:
            return "x"
        return "V" if not flags & (lx.ADJECTIVE | lx.MODIFIER) else "A"
    if flags & lx.ADVERB:
        return "R"
    if flags & (lx.ADJECTIVE | lx.MODIFIER):
        return "A"
    if flags & lx.NOUN_VERB:
        return "x"
    if flags & lx.NOUN_ING:
        return "i"
    if flags & (lx.METRIC_HEAD | lx.NOUN_CHANGE | lx.COUNTABLE | lx.DATASET_WORD | lx.AMOUNT):
        return "N"
    if raw != low and not raw[1:].islower():
        return "E"
    if low[-1:].isdigit() or "@" in low:
        return "E"
    if low.endswith("ly") and len(low) > 4 and "-" not in low:
        return "R"
    if low.endswith("ing") and len(low) > 4:
        return "i"
    if low.endswith("ed") and len(low) > 4:
        return "e"
    if low.endswith(_ADJECTIVE_ENDS) and not low.endswith(_NOUN_ENDS):
        return "A"
    return "N"


_MODALS = frozenset(("can", "could", "may", "might", "will", "would", "should", "must"))
_HAVE = frozenset(("has", "have", "had", "having"))


_UNSETTLED = regex.compile(r"[xieV] | (?<=U|UR)N(?=[DNEAPRQM]) | (?<=o)N(?=D)", regex.VERBOSE)


def settle(words: list[str], flags: list[int], tags: list[str]) -> None:
    """Settle the words that may be noun or verb by their neighbours, in place, from left to right."""
    size = len(tags)
    for match in _UNSETTLED.finditer("".join(tags)):
        at = match.start()
        tag = tags[at]
        if tag == "N":
            if not flags[at]:  # a verb in no list: "we disrupt the", "to disrupt a"
                tags[at] = "V"
            continue
        if (
            tag == "V"
            and at
            and (tags[at - 1] in "DAsQ" or words[at - 1] == "of")
            and not flags[at] & lx.ADVERB
            and not (
                words[at].endswith("s") and flags[at] & (lx.VERB_CHANGE | lx.VERB_COMPARE | lx.VERB_REACH)
            )
        ):
            tags[at] = "N"
            continue
        if (
            words[at] == "performing"
            and at
            and (tags[at - 1] == "A" or words[at - 1] in ("best", "top", "well", "better"))
        ):
            tags[at] = "A"
            continue
        if tag not in "xie":
            continue
        before = tags[at - 1] if at else "^"
        after = tags[at + 1] if at + 1 < size else "."
        word = words[at]
        previous = words[at - 1] if at else ""
        if before == "R" and at > 1:
            back = tags[at - 2]
            if back in "BUWo" or (back in "NE" and tag != "i") or words[at - 2] in _HAVE:
                before, previous = back, words[at - 2]
        if tag == "x":
            tags[at] = _noun_or_verb(word, flags[at], before, after, words, tags, at, previous)
        elif tag == "i":
            tags[at] = _ing(flags[at], before, after, previous)
        else:
            tags[at] = _ed(flags[at], before, after, words[at - 1] if at else "", at, tags)


def _noun_or_verb(
    word: str, flags: int, before: str, after: str, words: list[str], tags: list[str], at: int, previous: str
) -> str:
    third = word.endswith("s") and not word.endswith("ss")
    if (
        word in ("speed", "speeds")
        and at + 1 < len(words)
        and words[at + 1] == "up"
        and before in "NE)UBoW,C"
    ):
        return "V"
    if third and previous in ("this", "that", "it"):
        return "V"
    if before in "DAsQMPTh":
        return "N"
    if before == "o":
        return "V" if not third and (after in "DNEAQRxieMUPoK.,CW" or after in "()") else "N"
    if before in "UB":
        return "V"
    if before == "W":
        return "V"
    nominal = flags & (lx.NOUN_CHANGE | lx.METRIC_HEAD | lx.COUNTABLE)
    if before in "NE)" or (before == "R" and at > 1 and tags[at - 2] in "NE)"):
        if third:
            if at + 1 < len(words) and words[at + 1] in ("ranging", "varying", "spanning"):
                return "N"
            if nominal and previous in ("average", "mean", "median", "overall", "total"):
                return "N"  # "2.9% average gains from transfer"
            if after in "DQRMUoT" or (after == "e" and not nominal):
                return "V"
            if after == "P":
                nxt = words[at + 1]
                if nxt in ("at", "up") and at + 2 < len(words) and words[at + 2] in ("most", "least", "to"):
                    return "V"
                if nominal or flags & lx.AMOUNT:
                    return "V" if nxt in ("by", "from") and flags & lx.VERB_CHANGE else "N"
                return "V" if nxt in ("by", "from", "at", "as", "on", "with", "to", "in") else "N"
            if after in "NEAxi":
                return "V" if not flags & lx.COUNTABLE else "N"
            return "N"
        plural = previous.endswith("s") and not previous.endswith(("ss", "us", "is"))
        if plural and (after in "DQRMUeoWNEAxi" or (after == "P" and not nominal)):
            return "V"
        return "N"
    if before == "R":
        return "V" if after in "DQNEAxiPo" and not nominal else "V" if after in "DQ" else "N"
    if before in "CK,;:(":
        if third:
            return (
                "V"
                if after in "DQRM" or (after in "NEAxi" and not flags & (lx.COUNTABLE | lx.METRIC_HEAD))
                else "V"
                if after == "P" and words[at + 1] in ("by", "from") and not flags & lx.METRIC_HEAD
                else "N"
            )
        if before == "C" and after in "DQ" and _verb_before(tags, at):
            return "V"
        return "V" if after == "D" else "N"
    return "N"


def _verb_before(tags: list[str], at: int) -> bool:
    return any(tag in "VG" for tag in tags[max(0, at - 12) : at])


def _ing(flags: int, before: str, after: str, previous: str) -> str:
    if flags & lx.NOUN_ING:
        if previous == "by" and flags & lx.VERB and after in "DNEA":
            return "G"
        if flags & lx.VERB_CHANGE and before in ",;CK^(" and after in "DNEAQx":
            return "G"
        if (after in "DQU" and before in ",;CK^(") or (after == "D" and before not in "DANEs"):
            return "G"
        return "N"
    if flags & lx.ADJECTIVE:
        return "A"
    if before in "NE" and after in "NEx" and not flags & (lx.VERB_CHANGE | lx.VERB_COMPARE | lx.VERB_REACH):
        return "N"  # "load balancing solutions"
    if flags & lx.VERB:
        return "N" if before in "Ds" and after not in "DQ" else "G"
    if before in "DAs":
        return "A" if after in "NEAxi" else "N"
    if before in "NE" and after in "NEx" and not flags:
        return "N"
    if before == "P" or after in "DU" or before in ",;CK^(":
        return "G"
    return "N" if before in "NE" else "G"


def _ed(flags: int, before: str, after: str, word_before: str, at: int, tags: list[str]) -> str:
    if word_before in _MODALS:
        return "V"  # "can cut"
    if before == "B" or word_before in _HAVE:
        return "T"
    opens = after in "NEAxie"
    if before in "DAQsM" and flags & (lx.NOUN_CHANGE | lx.NOUN_VERB) and not word_before.endswith("ly"):
        return "N"
    if before in "DAsQPMh" or (before == "N" and after in "N" and flags & lx.ADJECTIVE):
        return "A" if opens else "T" if before in "QPh" else "A"
    if before == "U" or before == "W":
        return "V"
    if before in "NE)":
        if after in "DQM" or (opens and flags & (lx.VERB_CHANGE | lx.VERB_COMPARE | lx.VERB_REACH)):
            return "V"
        return "T"
    if before in "CK,;:(^R":
        if opens and not (before == "C" and flags & lx.VERB and _verb_before(tags, at)):
            return "A"
        return "V" if after in "DQ" and before in "CR" else "T"
    return "T"


_PHRASE = regex.compile(r"(?:R(?=A)|[ANEs])++")


def phrases(tags: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the noun phrases of a tag string, determiners left out.

    >>> phrases("DANVNPQ")
    [(1, 3), (4, 5)]
    """
    spans = []
    for match in _PHRASE.finditer(tags):
        first, last = match.span()
        while first < last and tags[first] == "s":
            first += 1
        end = last
        while end > first and tags[end - 1] in "As":
            end -= 1
        if end > first:
            spans.append((first, end))
        elif last > first and first > 0 and tags[first - 1] == "D":
            spans.append((first, last))
    return spans
