"""Method families: what the cues of the table assign, and that charts can be drawn from the table."""

import json
import math
from collections import Counter
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.families import FamilyMatch, assign
from leaderboard.model import Document
from leaderboard.resources import sample, taxonomy
from leaderboard.taxonomy import Family, Taxonomy
from leaderboard.taxonomy.parse import COLUMNS, SHAPES, family
from leaderboard.taxonomy.tables import read_table

SHARED = Path(__file__).parents[2] / "../shared"
CHOSEN = SHARED / "gold/families.tsv"
OTHER = Family("other methods", cues=("*",))

needs_shared = pytest.mark.skipif(
    not CHOSEN.exists(), reason="needs ../shared, which is not part of the project"
)


@cache
def shipped() -> Taxonomy:
    records = read_table(taxonomy() / "families.csv", COLUMNS["families"])
    return Taxonomy(families=tuple(family(record) for record in records))


def of(title: str, abstract: str = "", table: Taxonomy | None = None) -> list[FamilyMatch]:
    return assign(Document("title:x", title, abstract), table or shipped())


def names(title: str, abstract: str = "", table: Taxonomy | None = None) -> list[str]:
    return [match.family for match in of(title, abstract, table)]


def cue_table(*cues: str) -> Taxonomy:
    return Taxonomy(families=(Family("wanted", cues=cues), OTHER))


def root(name: str) -> str:
    parents = {row.name: row.parent for row in shipped().families}
    while parents[name]:
        name = parents[name]
    return name


# The table


def test_table_is_a_tree_of_at_least_60_families_and_two_levels() -> None:
    rows = {row.name: row for row in shipped().families}
    assert len(rows) == len(shipped().families) >= 60
    assert all(row.parent in rows or not row.parent for row in rows.values())
    assert any(row.parent and rows[row.parent].parent for row in rows.values())


def test_every_family_has_colour_shape_and_cues() -> None:
    for row in shipped().families:
        assert len(row.colour) == 7
        assert row.shape in SHAPES
        assert row.cues


def test_no_family_lists_a_cue_twice() -> None:
    for row in shipped().families:
        phrases = Counter(cue.rpartition(":")[0] or cue for cue in row.cues)
        assert [phrase for phrase, times in phrases.items() if times > 1] == [], row.name


def test_colours_differ_and_families_keep_the_shape_of_their_root() -> None:
    rows = {row.name: row for row in shipped().families}
    assert len({row.colour for row in rows.values()}) == len(rows)
    assert all(row.shape == rows[root(row.name)].shape for row in rows.values())


# What red, green and blue become for eyes without one kind of cone (Machado, Oliveira and Fernandes 2009).
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no medium": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no short": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def light(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def hue(colour: str, eyes: str) -> tuple[float, float]:
    """Return the two coordinates of hue in Oklab (Ottosson 2020), without lightness: children vary that."""
    mixed = [sum(w * x for w, x in zip(row, light(colour), strict=True)) for row in EYES[eyes]]
    r, g, b = (min(1.0, max(0.0, part)) for part in mixed)
    long = math.cbrt(0.4122 * r + 0.5363 * g + 0.0514 * b)
    medium = math.cbrt(0.2119 * r + 0.6807 * g + 0.1074 * b)
    short = math.cbrt(0.0883 * r + 0.2817 * g + 0.6300 * b)
    return (
        1.9780 * long - 2.4286 * medium + 0.4506 * short,
        0.0259 * long + 0.7828 * medium - 0.8087 * short,
    )


def test_roots_of_one_shape_differ_in_hue_for_every_kind_of_eyes() -> None:
    roots = [row for row in shipped().families if not row.parent]
    for one, other in combinations(roots, 2):
        if one.shape == other.shape:
            for eyes in EYES:
                apart = math.dist(hue(one.colour, eyes), hue(other.colour, eyes))
                assert apart > 0.05, (one.name, other.name, eyes)


def test_colours_stand_out_on_white_and_on_black() -> None:
    for row in shipped().families:
        r, g, b = light(row.colour)
        luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
        assert 1.05 / (luminance + 0.05) > 2, row.name
        assert (luminance + 0.05) / 0.05 > 2, row.name


# Cues


def test_words_match_whole_without_case_or_hyphens_and_with_a_plural() -> None:
    table = cue_table("soft prompt")
    assert names("Soft-Prompts at work", table=table) == ["wanted"]
    assert names("soft prompting", table=table) == ["other methods"]
    assert names("microsoft prompt", table=table) == ["other methods"]


def test_star_takes_any_ending() -> None:
    assert names("Quantizing networks", table=cue_table("quantiz*")) == ["wanted"]
    assert of("Quantizing networks", table=cue_table("quantiz*"))[0].evidence == "Quantizing"


def test_exclamation_mark_keeps_the_case() -> None:
    table = cue_table("RAG!")
    assert names("A RAG pipeline", table=table) == ["wanted"]
    assert names("From rag to riches", table=table) == ["other methods"]
    assert names("W4-A8 kernels", table=cue_table("W4A8!")) == ["other methods"]


def test_weight_after_a_colon_decides_between_families() -> None:
    table = Taxonomy(families=(Family("one", cues=("masks",)), Family("two", cues=("masks:3",)), OTHER))
    assert names("masks", table=table) == ["two", "one"]


def test_a_colon_inside_a_cue_is_part_of_it() -> None:
    assert names("2:4 sparsity", table=cue_table("2:4 sparsity")) == ["wanted"]
    assert names("N:M patterns", table=cue_table("N:M patterns:3")) == ["wanted"]


def test_longest_cue_counts_alone() -> None:
    table = Taxonomy(
        families=(Family("meta-learning"), Family("instructions", cues=("instruction meta-learning",)), OTHER)
    )
    assert names("Instruction meta-learning", table=table) == ["instructions"]


def test_cue_of_weight_zero_silences_the_one_inside_it() -> None:
    table = Taxonomy(families=(Family("wanted", cues=("pruning", "pruning trees:0")), OTHER))
    assert names("Pruning", table=table) == ["wanted"]
    assert names("On pruning trees", table=table) == ["other methods"]


def test_name_of_a_family_is_a_cue() -> None:
    table = Taxonomy(families=(Family("model merging", cues=("soup",)), OTHER))
    assert names("Model merging at scale", table=table) == ["model merging"]


@pytest.mark.parametrize("cue", ["pruning:11", "*", "!:2", "+:3"])
def test_unreadable_cue_is_named(cue: str) -> None:
    table = Taxonomy(families=(Family("wanted", cues=("fine", cue)), OTHER))
    with pytest.raises(LeaderboardError, match=r"cannot read cue '.+' of family 'wanted'"):
        of("anything", table=table)


def test_table_without_a_family_for_the_rest_is_refused() -> None:
    with pytest.raises(LeaderboardError, match=r"give one family the cue '\*'"):
        of("anything", table=Taxonomy(families=(Family("wanted", cues=("one",)),)))


# Scoring


def test_title_weighs_more_than_abstract() -> None:
    assert names("Pruning a network", "Distillation is compared as well.")[0] == "pruning"


def test_method_of_a_title_goes_before_its_goal() -> None:
    assert names("Quantization for diffusion models")[0] == "quantization"
    assert names("Diffusion models for quantization")[0] == "diffusion models"


def test_own_work_weighs_more_than_background() -> None:
    background = "Pruning is widely used. Pruning is popular. "
    assert names("Small networks", background + "We propose quantization of all layers.")[0] == "quantization"


def test_child_goes_before_its_parent_when_close() -> None:
    table = Taxonomy(
        families=(Family("whole", cues=("a thing:4",)), Family("part", "whole", ("a bit:3.5",)), OTHER)
    )
    assert names("A thing and a bit", table=table) == ["part"]


def test_papers_of_several_families_have_them_all() -> None:
    found = names("4-bit quantization of low-rank adapters", "We quantize and fine-tune with LoRA adapters.")
    assert set(found) == {"quantization", "parameter-efficient fine-tuning"}


def test_a_paper_that_nothing_speaks_for_is_of_other_methods() -> None:
    assert of("Untitled") == [FamilyMatch("other methods", 1, 0.0, "")]
    assert of("", "") == [FamilyMatch("other methods", 1, 0.0, "")]


def test_ranks_count_from_one_and_evidence_quotes_the_text() -> None:
    matches = of(
        "Prompt tuning beats LoRA", "Soft prompts are tuned. The soft prompts are short. LoRA is not."
    )
    assert [match.rank for match in matches] == [*range(1, len(matches) + 1)]
    assert matches[0].family == "prompt tuning"
    assert matches[0].evidence == "Prompt tuning; Soft prompts"


@given(st.text(max_size=80), st.text(max_size=300))
def test_any_text_has_one_to_four_families_and_always_the_same(title: str, abstract: str) -> None:
    found = of(title, abstract)
    assert 1 <= len(found) <= 4
    assert len({match.family for match in found}) == len(found)
    assert found == of(title, abstract)


@given(
    st.lists(
        st.sampled_from(["İ", "ß", "ﬁ", "LoRA", "quantization", "e.g. ", "\n", "— ", "x", " "]), max_size=20
    )
)
def test_evidence_stands_in_the_text_whatever_its_letters(parts: list[str]) -> None:
    text = "".join(parts)
    flat = " ".join(text.split())
    for match in of("", text):
        assert all(quote in flat for quote in match.evidence.split("; "))


# What careful readers chose


@cache
def chosen() -> dict[str, list[str]]:
    lines = CHOSEN.read_text(encoding="utf-8").splitlines()[1:]
    return {title: families.split(";") for title, families in (line.split("\t") for line in lines)}


def check(papers: dict[str, str]) -> None:
    """Count the papers whose main family, and those with any family, that readers chose."""
    main = [title for title, abstract in papers.items() if names(title, abstract)[0] in chosen()[title]]
    some = [title for title, abstract in papers.items() if set(names(title, abstract)) & set(chosen()[title])]
    assert len(papers) == 85
    assert len(main) >= 83
    assert len(some) == 85


@needs_shared
def test_every_family_that_readers_chose_is_in_the_table() -> None:
    assert {name for families in chosen().values() for name in families} <= {
        row.name for row in shipped().families
    }


@needs_shared
def test_page_gets_the_families_that_readers_chose() -> None:
    blocks = (SHARED / "corpus/seed.txt").read_text(encoding="utf-8").split("\n\n")
    check({title: abstract for title, abstract in pairwise(blocks) if title in chosen()})


@needs_shared
def test_sample_gets_the_families_that_readers_chose() -> None:
    papers = map(json.loads, (sample() / "papers.jsonl").read_text(encoding="utf-8").splitlines())
    check({paper["title"]: paper["abstract"] for paper in papers})


def test_most_papers_of_the_sample_have_a_family_of_their_own() -> None:
    papers = map(json.loads, (sample() / "papers.jsonl").read_text(encoding="utf-8").splitlines())
    found = Counter(names(paper["title"], paper["abstract"])[0] for paper in papers)
    assert found["other methods"] == 0
    assert found["quantization"] >= 6
    assert found["parameter-efficient fine-tuning"] >= 6
    assert len(found) >= 20
