"""Cue words as data: which words raise, lower, compare, reach, close a phrase or name a measure.

`flags("improves")` holds `VERB_IMPROVE`; the rows are in `data/taxonomy/cues.csv`, verbs there by their base form.
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from leaderboard import resources
from leaderboard.errors import LeaderboardError

ROLES = (
    "verb_improve", "verb_up", "verb_down", "verb_faster", "verb_slower", "verb_worse", "verb_diff", "verb_compare", "verb_reach", "verb",
    "noun_improve", "noun_up", "noun_down", "noun_diff", "noun_speed", "noun_worse",
    "comp_up", "comp_down", "comp_good", "comp_bad", "comp_speed", "comp_slow", "comp_cost", "comp_costly",
    "preposition", "conjunction", "determiner", "be", "pronoun", "adverb", "adjective", "modifier", "subordinator", "relative", "to", "than",
    "noun_verb", "noun_ing",
    "generic_metric", "metric_head", "amount", "lower_better", "countable", "data_share", "dataset_word", "hardware",
    "compared_noun", "others", "stop_baseline", "model_noun", "content_noun", "content_count", "trial_noun", "solve", "solved_noun",
    "name_stop", "before_name", "many", "hyperparameter",
)  # fmt: skip
BIT = {role: 1 << place for place, role in enumerate(ROLES)}

VERB_IMPROVE = BIT["verb_improve"]
VERB_UP = BIT["verb_up"]
VERB_DOWN = BIT["verb_down"]
VERB_FASTER = BIT["verb_faster"]
VERB_SLOWER = BIT["verb_slower"]
VERB_WORSE = BIT["verb_worse"]
VERB_DIFF = BIT["verb_diff"]
VERB_COMPARE = BIT["verb_compare"]
VERB_REACH = BIT["verb_reach"]
NOUN_IMPROVE = BIT["noun_improve"]
NOUN_UP = BIT["noun_up"]
NOUN_DOWN = BIT["noun_down"]
NOUN_DIFF = BIT["noun_diff"]
NOUN_SPEED = BIT["noun_speed"]
NOUN_WORSE = BIT["noun_worse"]
COMP_UP = BIT["comp_up"]
COMP_DOWN = BIT["comp_down"]
COMP_GOOD = BIT["comp_good"]
COMP_BAD = BIT["comp_bad"]
COMP_SPEED = BIT["comp_speed"]
COMP_SLOW = BIT["comp_slow"]
COMP_COST = BIT["comp_cost"]
COMP_COSTLY = BIT["comp_costly"]
PREPOSITION = BIT["preposition"]
CONJUNCTION = BIT["conjunction"]
DETERMINER = BIT["determiner"]
BE = BIT["be"]
PRONOUN = BIT["pronoun"]
ADVERB = BIT["adverb"]
ADJECTIVE = BIT["adjective"]
MODIFIER = BIT["modifier"]
SUBORDINATOR = BIT["subordinator"]
RELATIVE = BIT["relative"]
TO = BIT["to"]
THAN = BIT["than"]
NOUN_VERB = BIT["noun_verb"]
NOUN_ING = BIT["noun_ing"]
GENERIC_METRIC = BIT["generic_metric"]
METRIC_HEAD = BIT["metric_head"]
AMOUNT = BIT["amount"]
LOWER_BETTER = BIT["lower_better"]
COUNTABLE = BIT["countable"]
DATA_SHARE = BIT["data_share"]
DATASET_WORD = BIT["dataset_word"]
HARDWARE = BIT["hardware"]
COMPARED_NOUN = BIT["compared_noun"]
OTHERS = BIT["others"]
STOP_BASELINE = BIT["stop_baseline"]
MODEL_NOUN = BIT["model_noun"]
CONTENT_NOUN = BIT["content_noun"]
CONTENT_COUNT = BIT["content_count"]
TRIAL_NOUN = BIT["trial_noun"]
SOLVE = BIT["solve"]
SOLVED_NOUN = BIT["solved_noun"]
NAME_STOP = BIT["name_stop"]
BEFORE_NAME = BIT["before_name"]
MANY = BIT["many"]
HYPERPARAMETER = BIT["hyperparameter"]

VERB_CHANGE = VERB_IMPROVE | VERB_UP | VERB_DOWN | VERB_FASTER | VERB_SLOWER | VERB_WORSE
VERB = VERB_CHANGE | VERB_DIFF | VERB_COMPARE | VERB_REACH | BIT["verb"]
NOUN_CHANGE = NOUN_IMPROVE | NOUN_UP | NOUN_DOWN | NOUN_DIFF | NOUN_SPEED | NOUN_WORSE
COMPARATIVE = COMP_UP | COMP_DOWN | COMP_GOOD | COMP_BAD | COMP_SPEED | COMP_SLOW | COMP_COST | COMP_COSTLY


def inflections(base: str) -> list[str]:
    """Return a verb's base, third person, past and participle: `inflections("cut")` holds `cuts` and `cutting`.

    >>> inflections("reduce")
    ['reduce', 'reduces', 'reduced', 'reducing']
    """
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    stem = base
    short = len(base) <= 5 and base[-1] in "bdgmnprt" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    if short and base not in ("lower", "enter", "offer", "cover", "alter", "widen"):
        stem = base + base[-1]
    return [base, third, stem + "ed", stem + "ing"]


def read_cues(path: Path) -> dict[str, int]:
    """Return the flags of every word of a cue table with columns `role,inflect,forms`.

    Raises LeaderboardError with file and line for an unknown role or an empty row.
    """
    words: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        for row in rows:
            place = f"{path}, line {rows.line_num}"
            role, forms = (row.get("role") or "").strip(), (row.get("forms") or "").strip()
            if role not in BIT:
                raise LeaderboardError(f"{place}: unknown role '{role}'; one of {', '.join(ROLES)}")
            if not forms:
                raise LeaderboardError(f"{place}: no forms")
            for form in forms.split("|"):
                for word in inflections(form) if (row.get("inflect") or "").strip() == "verb" else [form]:
                    words[word] = words.get(word, 0) | BIT[role]
    return words


@cache
def default() -> dict[str, int]:
    """Return the shipped cue words with their flags."""
    return read_cues(resources.taxonomy() / "cues.csv")


def of(folders: Sequence[Path]) -> dict[str, int]:
    """Return the shipped cue words with those of the folders that hold a `cues.csv` over them.

    Raises LeaderboardError with file and line.
    """
    words = dict(default())
    for folder in folders:
        if (folder / "cues.csv").exists():
            for word, flags in read_cues(folder / "cues.csv").items():
                words[word] = words.get(word, 0) | flags
    return words


def one_of(text: str) -> frozenset[str]:
    """Return the words of a text as a set: `word in one_of("of in by")`."""
    return frozenset(text.split())
