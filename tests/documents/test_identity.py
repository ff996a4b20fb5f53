import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.documents.identity import (
    arxiv_id,
    arxiv_id_said_in,
    arxiv_month,
    doi,
    title_id,
    title_key,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2312.01234", "2312.01234"),
        ("2312.01234v12", "2312.01234"),
        (" arXiv:2312.01234v1 [cs.CL] ", "2312.01234"),
        ("arXiv 2312.01234", "2312.01234"),
        ("https://arxiv.org/abs/2312.01234v2", "2312.01234"),
        ("http://www.arxiv.org/pdf/2312.01234v2.pdf", "2312.01234"),
        ("https://arxiv.org/html/2312.01234?x=1#s", "2312.01234"),
        ("https://export.arxiv.org/abs/cs/0501001", "cs/0501001"),
        ("10.48550/arXiv.2312.01234", "2312.01234"),
        ("https://doi.org/10.48550/ARXIV.2312.01234", "2312.01234"),
        ("oai:arXiv.org:0704.0001", "0704.0001"),
        ("https://huggingface.co/papers/2312.01234", "2312.01234"),
        ("cs/0501001v3", "cs/0501001"),
        ("math.GT/0309136", "math/0309136"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("0704.0001", "0704.0001"),
        ("1412.9999", "1412.9999"),
        ("1501.00001", "1501.00001"),
    ],
)
def test_arxiv_ids_in_their_shapes(value: str, expected: str) -> None:
    assert arxiv_id(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        "4058829",
        "2024.findings-naacl.142",
        "2313.01234",  # no thirteenth month
        "2300.01234",
        "2312.0123",  # five digits since 2015
        "1412.99999",  # four before
        "0612.0001",  # the form began in April 2007
        "12312.01234",
        "2312.012345",
        "paper416",
        "cs/9913001",
        "foo/0501001",
        "a 2312.01234",
        "10.1234/2312.01234",
        "https://example.org/abs/2312.01234",
        "2312.01234, 2312.01235",
    ],
)
def test_what_only_looks_like_an_arxiv_id(value: str) -> None:
    assert arxiv_id(value) is None


def test_running_text_must_say_that_an_id_is_arxivs() -> None:
    assert arxiv_id_said_in("see arXiv:2312.01234v1 [cs.CL] 4 Dec 2023") == "2312.01234"
    assert arxiv_id_said_in("at https://arxiv.org/abs/cs/0501001.") == "cs/0501001"
    assert arxiv_id_said_in("it costs 2312.01234 dollars") is None


def test_months_of_arxiv_ids() -> None:
    assert arxiv_month("2312.01234") == "2023-12"
    assert arxiv_month("cs/9901001") == "1999-01"
    assert arxiv_month("cs/0501001") == "2005-01"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10.18653/v1/2024.ACL-long.7", "10.18653/v1/2024.acl-long.7"),
        ("https://doi.org/10.1000/ABC.", "10.1000/abc"),
        ("doi:10.1000/a(b)c", "10.1000/a(b)c"),
        ("(10.1000/abc)", "10.1000/abc"),
        ("10.1016/x 10.1016/y", "10.1016/x"),
        ("10.48550/arXiv.2312.01234", None),
        ("10.1", None),
        ("", None),
    ],
)
def test_dois(value: str, expected: str | None) -> None:
    assert doi(value) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zero/Few-Shot  Learning", "zero few shot learning"),
        (r"{BERT}: \textbf{Deep} Na\"ive $\alpha$-Nets", "BERT: Deep Naive α-Nets".replace("α", "alpha")),
        ("Stars &amp; <i>Moons</i>", "Stars & Moons"),
        ("Ça coûte", "Ca coute"),
        ("Straße", "STRASSE"),
        ("ﬁne ﬂow", "fine flow"),
    ],
)
def test_titles_that_are_the_same(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)
    assert title_id(one) == title_id(other)


def test_titles_that_are_not_the_same() -> None:
    assert title_key("Learning Stars I") != title_key("Learning Stars II")
    assert title_key("数える") != title_key("星")
    assert title_key("???") != title_key("!!!")


@given(st.text())
def test_any_text_has_a_key_and_is_searched_without_raising(text: str) -> None:
    assert title_id(text).startswith("title:")
    assert title_key(text) == title_key(text)
    arxiv_id(text)
    doi(text)
    arxiv_id_said_in(text)
