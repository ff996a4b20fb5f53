from types import SimpleNamespace

import pytest

from leaderboard.documents import formats
from leaderboard.documents.registry import check, known, recognise
from leaderboard.documents.text import Text
from leaderboard.errors import LeaderboardError

EXAMPLES = {
    "JSON Lines": '{"title": "A", "abstract": "b"}\n{"title": "C"}\n',
    "JSON": '[\n{"title": "A", "abstract": "b"}\n]',
    "CSV": "title,abstract\nA,b\n",
    "BibTeX": "@article{a, title={A}}",
    "Atom": "<feed xmlns='x'><entry><title>A</title></entry></feed>",
    "listing": "Title One\n\n" + "We count stars. " * 20 + "\n\nTitle Two\n\n" + "We count stars. " * 20,
    "labelled text": "Title: A\nAbstract: b",
    "plain text": "# A\n\n## Abstract\n\nWe count.",
    "web page (refused)": "<!doctype html>",
}


def test_every_format_has_an_example_here() -> None:
    assert {each.NAME for each in known()} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_recognised_by_one_format_more_surely_than_by_all_others(name: str) -> None:
    sure = sorted(((each.sniff(EXAMPLES[name]), each.NAME) for each in known()), reverse=True)
    assert sure[0][1] == name
    assert sure[0][0] > sure[1][0]


@pytest.mark.parametrize("format_", known(), ids=lambda each: each.NAME)
def test_sureness_is_between_nothing_and_one_and_reading_anything_raises_nothing(format_) -> None:  # type: ignore[no-untyped-def]
    for example in (*EXAMPLES.values(), "", "\n", "\ufeff", "{", "[", "@", "<", '"', "---\n", "a" * 70_000):
        assert 0 <= format_.sniff(example) <= 1
        list(format_.read(Text("s", iter([example]))))


@pytest.mark.parametrize("format_", known(), ids=lambda each: each.NAME)
def test_every_format_says_what_it_reads_with_an_example(format_) -> None:  # type: ignore[no-untyped-def]
    assert "Example of what is re" in format_.__doc__


def test_broken_and_duplicate_formats_raise() -> None:
    good = SimpleNamespace(NAME="x", sniff=lambda head: 0.0, read=lambda text: iter(()))
    check(good, {})
    with pytest.raises(LeaderboardError, match="two formats are called 'x'"):
        check(good, {"x": good})
    for lacking in ("NAME", "sniff", "read"):
        bad = SimpleNamespace(**{name: value for name, value in vars(good).items() if name != lacking})
        with pytest.raises(LeaderboardError, match=f"lacks {lacking}"):
            check(bad, {})


def test_template_for_a_format_works() -> None:
    assert formats.__doc__ is not None
    code = formats.__doc__.partition('    """Greetings')[2].partition("\n`document`")[0]
    lines = ('    """Greetings' + code).split("\n")
    template: dict[str, object] = {}
    exec("\n".join(line[4:] for line in lines), template)  # our own docstring
    text = Text("s", iter(["HELLO Counting Stars :: We count.\nHELLO nothing\n"]))
    paper, refusal = template["read"](text)  # type: ignore[operator]
    assert (paper.title, refusal.place) == ("Counting Stars", "line 2")
    assert template["sniff"](text.head) == 0.9  # type: ignore[operator]


def test_nothing_is_recognised_in_nothing() -> None:
    assert recognise("") is None or recognise("").NAME == "plain text"  # type: ignore[union-attr]
