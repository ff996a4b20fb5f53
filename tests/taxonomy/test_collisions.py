"""Names that are also words: told by case and by what stands beside them."""

import pytest

from leaderboard.taxonomy import default

# A sentence in our own words, and the benchmarks and models that are named in it.
NAMED = [
    ("53% on MATH", ["MATH"]),
    ("64.2% on COPA", ["COPA"]),
    ("two suites, STAR and CLEVRER", ["STAR benchmark", "CLEVRER"]),
    ("evaluated on STAR and CLEVRER", ["STAR benchmark", "CLEVRER"]),
    ("execution accuracy on Spider", ["Spider"]),
    ("the Spider benchmark", ["Spider"]),
    ("F1 of 81.3 on DROP", ["DROP"]),
    ("nDCG@10 on MIND", ["MIND"]),
    ("accuracy on RACE", ["RACE"]),
    ("on ARC and HellaSwag", ["ARC", "HellaSwag"]),
    ("on SST-2", ["SST-2"]),
    ("on the BIRD benchmark", ["BIRD"]),
    ("MSE on Electricity, Traffic and Weather", ["Electricity", "Traffic", "Weather"]),
    ("ETTh1 and Weather", ["ETTh1", "Weather"]),
    ("on the Exchange dataset", ["Exchange"]),
    ("on RULER at 128K", ["RULER"]),
    ("compositional generalisation on SCAN", ["SCAN"]),
    ("the Beauty and Sports datasets", ["Beauty", "Sports"]),
    ("node classification on Cora, CiteSeer and PubMed", ["Cora", "CiteSeer", "PubMed"]),
    ("accuracy on Texas and Wisconsin", ["Texas", "Wisconsin"]),
    ("vessels on DRIVE and STARE", ["DRIVE", "STARE"]),
    ("the Adult dataset", ["Adult"]),
    ("returns on Ant and Hopper", ["Ant-v2", "Hopper"]),
    ("accuracy on Reddit", ["Reddit"]),
    ("pre-training on The Pile", ["The Pile"]),
    ("we compare with Claude and Gemini", ["Claude", "Gemini"]),
    ("Falcon-7B and OPT-13B", ["Falcon", "OPT"]),
    ("fine-tuned Whisper", ["Whisper"]),
    ("with CLIP features", ["CLIP"]),
]

# The same letters as a word of the language, a file format, a person, a place.
NOT_NAMED = [
    "the math behind it",
    "exported to a CSV file",
    "a copa of trees",
    "a star graph with five leaves",
    "a spider crawls the web",
    "Spider monkeys are primates",
    "the source code is released",
    "Code is available",
    "performance does not drop by 3 points",
    "keep in mind that it is slow",
    "race conditions in kernels",
    "Race and origin",
    "an arc of the circle",
    "a bird on a branch",
    "Bird species are hard to tell",
    "Electricity demand rises",
    "Weather is hard to predict",
    "Traffic jams take time",
    "an exchange of ideas",
    "the ruler is long",
    "we scan the tree",
    "Sports news is fast",
    "patients from Texas",
    "Adult patients",
    "ant colony search",
    "the Humanoid robot",
    "Reddit users complain",
    "the pile of papers",
    "Claude Shannon introduced entropy",
    "the gemini twins",
    "a falcon flies",
    "an opt out",
    "they whisper quietly",
    "we clip the gradients",
    "Shape from focus",
    "the largest set of its kind",
    "a round of games",
]


def named(text: str) -> list[str]:
    return [hit.row.name for hit in default().names.find(text) if hit.kind in ("benchmark", "model")]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_name_is_found(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_word_is_no_name(text: str) -> None:
    assert named(text) == []


def test_two_rows_of_one_spelling_are_told_by_their_case() -> None:
    assert named("camouflage on CHAMELEON and heterophily on Chameleon") == ["CHAMELEON", "Chameleon"]
