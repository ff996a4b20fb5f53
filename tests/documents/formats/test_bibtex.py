from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str | bytes], Any]


def test_entry_with_all_its_fields(found: Read) -> None:
    paper = found(r"""
% a comment, and some words that are none
@string{acl = "Annual Meeting of Stars"}
@comment{ignored, title = {x}}
@InProceedings{byron-2023-counting,
  title     = {{BERT} and {{S}tars}: \textbf{Counting} $x_{1}$ of {M}oons},
  author    = "Byron, Ada and M{\"u}ller, J{\"o}rg and Max Born and others",
  booktitle = acl # { 2023},
  month     = jul # "~10",
  year      = 2023,
  doi       = {10.18653/V1/Stars.1},
  abstract  = {We {count} 12\% of
    "all" stars, \{braced\}.},
}
""").only
    assert paper.id == "doi:10.18653/v1/stars.1"
    assert paper.title == r"BERT and Stars: \textbf{Counting} $x_{1}$ of Moons"
    assert paper.abstract == 'We {count} 12\\% of\n    "all" stars, \\{braced\\}.'
    assert paper.authors == ("Ada Byron", "Jörg Müller", "Max Born")
    assert paper.venue == "Annual Meeting of Stars 2023"
    assert paper.date == "2023-07"
    assert paper.place == "line 5 (byron-2023-counting)"


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{a, title={Stars}, eprint={2312.01234v2}, archivePrefix={arXiv}, year=2023}",
        "@misc(a, title={Stars}, url={https://arxiv.org/abs/2312.01234}, year=2023)",
        '@MISC { a , TITLE = "Stars" , eprint = "2312.01234" }',
        "@article{a,\ntitle={Stars},\njournal={arXiv preprint arXiv:2312.01234},\ndoi={10.48550/arXiv.2312.01234}}",
        "@misc{a, title=stars, eprint=2312.01234}\n",
    ],
)
def test_arxiv_papers(entry: str, found: Read) -> None:
    paper = found(entry).only
    assert (paper.id, paper.date) == ("arxiv:2312.01234", "2023-12")


@pytest.mark.parametrize(
    ("broken", "line", "word"),
    [
        ("@article{b, title = {No end, year = 2020\n}\n", "line 3", "ends without"),
        ("@article{b,\n  title = {B} year = 2020\n}\n", "line 3", "comma"),
        ("@article{b,\n  title = ,\n}\n", "line 3", "value"),
        ("@article{b,\n  title {B},\n}\n", "line 3", "field"),
        ('@article{b,\n  title = "B,\n}\n', "line 4", "brace"),
        ('@article{b,\n  title = "B,\n', "line 3", "never closed"),
        ("@article{,,,\n}\n", "line 2", ""),
        ("@article{b, title = {" + "{" * 1000 + "\n", "line 2", "deep"),
    ],
)
def test_broken_entry_is_refused_with_its_line_and_the_others_are_read(
    broken: str, line: str, word: str, found: Read
) -> None:
    everything = found("@article{a, title={A}}\n" + broken + "@article{c,\n title={C}}\n@misc{d, title={D}}")
    assert [title for title in everything.titles if title in "ACD"] == ["A", "C", "D"]
    assert everything.places == [line]
    assert word in everything.refusals[0].reason


def test_truncated_file(found: Read) -> None:
    everything = found("@article{a, title={A}}\n@article{b,\n title={B}, abstract={We count")
    assert everything.titles == ["A"]
    assert everything.places == ["line 3"]


def test_entries_on_one_line_and_between_other_text(found: Read) -> None:
    text = "Some notes.\n@misc{a, title={A}}\nmore notes\n\n @misc{b, title={B}} % and so on\n"
    assert found(text).titles == ["A", "B"]


def test_at_sign_at_the_start_of_a_line_of_an_abstract(found: Read) -> None:
    paper = found("@misc{a, title={A}, abstract={We reach pass\n@k{1} of 3 with\n@user (x).}}").only
    assert paper.abstract == "We reach pass\n@k{1} of 3 with\n@user (x)."


def test_text_with_an_address_in_it_is_no_bibtex(found: Read) -> None:
    assert found("Counting Stars\n\nada@example.org\n\nWe count 12 stars.\n").titles == ["Counting Stars"]
