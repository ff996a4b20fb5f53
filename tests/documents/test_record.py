from leaderboard.documents.record import clean, document, opening
from leaderboard.model import Document, Refusal


def test_names_of_fields_are_compared_loosely() -> None:
    for name in ("Paper Title", "paper_title", "paperTitle", "PAPER-TITLE", "\ufeffpaper title"):
        made = document({name: "A"}, "s", "p")
        assert isinstance(made, Document)
        assert made.title == "A"


def test_empty_words_for_nothing_are_no_abstract() -> None:
    for nothing in ("", "NaN", "None", "null", "N/A", " - ", float("nan"), None):
        made = document({"title": "A", "abstract": nothing}, "s", "p")
        assert isinstance(made, Document)
        assert made.abstract == ""


def test_abstract_is_the_first_of_its_names_that_says_something() -> None:
    made = document({"title": "A", "summary": "B", "abstract": ""}, "s", "p")
    assert isinstance(made, Document)
    assert made.abstract == "B"
    refused = document({"text": "50%", "kind": "score"}, "s", "p")
    assert isinstance(refused, Refusal)


def test_refusal_names_the_fields_that_are_there() -> None:
    refused = document({"foo": 1, "\ud800": 2}, "s", "line 3")
    assert refused == Refusal("s", "line 3", "has neither a title nor an abstract (it has 'foo', '\\ud800')")


def test_opening_and_cleaning_keep_what_they_can() -> None:
    assert opening("short") == "short"
    assert opening("a" * 500) == "a" * 80 + "…"
    assert clean("a\0\ud800b") == "a\ufffd\ufffdb"


def test_name_is_a_title_only_beside_an_abstract() -> None:
    made = document({"name": "A", "abstract": "B", "authors": [{"fullname": "C D"}]}, "s", "p")
    assert isinstance(made, Document)
    assert (made.title, made.authors) == ("A", ("C D",))
    named_too = document({"name": "A", "title": "T", "abstract": "B"}, "s", "p")
    assert isinstance(named_too, Document)
    assert named_too.title == "T"
    for nothing in (3, {"en": "A"}, ""):
        untitled = document({"name": nothing, "abstract": "B"}, "s", "p")
        assert isinstance(untitled, Document)
        assert untitled.title == "B"
    assert isinstance(document({"name": "A", "year": 2020}, "s", "p"), Refusal)


def test_a_paper_within_its_own_entry_gives_what_the_entry_lacks() -> None:
    inner = {"id": "2312.01234", "title": "A", "summary": "B", "publishedAt": "2023-12-02"}
    made = document({"title": "A", "publishedAt": "2023-12-04", "paper": inner}, "s", "p")
    assert isinstance(made, Document)
    assert (made.id, made.abstract, made.date) == ("arxiv:2312.01234", "B", "2023-12-04")
    other = document({"title": "A", "paper": inner | {"title": "Another"}}, "s", "p")
    assert isinstance(other, Document)
    assert (other.arxiv_id, other.abstract) == (None, "")
