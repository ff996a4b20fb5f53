import string
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.extraction import Extractor, extract
from leaderboard.model import Document
from leaderboard.taxonomy import default
from leaderboard.text.clean import clean
from leaderboard.text.numbers import SPELLED
from leaderboard.text.tokens import TOKEN, is_plain_word, plain_quantity, quantity

PIECES = st.sampled_from(
    ["improves", "accuracy", "by", "of", "from", "to", "79.3%", "3x", "4-bit", "GPT-4", "(", ")", ",", ".", "and", "on", "HumanEval", "over",
     "7B", "model", r"\%", "$", r"\times", "respectively", "up to", "than", "+2.1", "–", "1.5/0.7", "INT4", "two orders of magnitude", "\n", "é"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))


def paper(text: str, title: str = "FooNet: Fast Bars") -> Document:
    return Document("title:1", title, text)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_quote_the_text_and_nothing_raises(text: str) -> None:
    for claim in extract(paper(text)):
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.text
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        assert text[claim.sentence_start : claim.sentence_end] == claim.sentence
        assert 0 <= claim.confidence <= 1


def test_a_sentence_of_white_space_alone_is_no_place_to_look_for_a_benchmark() -> None:
    text = (
        "We test it on MMLU"
        + "\x85" * 1_700
        + "and so. It reaches 5% accuracy. It reaches 81.5% accuracy on it."
    )
    assert [claim.text for claim in extract(paper(text))] == ["5%", "81.5%"]


@pytest.mark.parametrize(
    "text", ["FooNet is 3- 4 orders of magnitude faster.", "79.3\x85million", "12\x85K", "", " ", "\x1c"]
)
def test_odd_white_space_and_dashes_raise_nothing(text: str) -> None:
    extract(paper(text))


@pytest.mark.parametrize("blank", ["\x1f", "\x85", "\u1680", "\t", "\u3000", " \n "])
def test_every_white_space_is_a_blank(blank: str) -> None:
    text = "FooNet improves accuracy by 3.2% on MMLU, is an order faster and gains 2.5 points."
    plain, spaced = extract(paper(text)), extract(paper(text.replace(" ", blank)))
    assert [(c.value, c.kind, c.metric, c.benchmark) for c in spaced] == [
        (c.value, c.kind, c.metric, c.benchmark) for c in plain
    ]
    assert len(plain) == 2


@pytest.mark.parametrize("before", ["", " ", "  \n", "\x85"])
def test_white_space_before_the_first_word_changes_nothing(before: str) -> None:
    (claim,) = extract(paper(before + "Reduces latency by 3.2x over BERT."))
    assert claim.metric == "latency"


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_extraction_is_deterministic(text: str) -> None:
    assert extract(paper(text)) == Extractor(default()).extract(paper(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=" \n\t", max_size=8))
def test_padding_changes_no_claim(padding: str) -> None:
    text = (
        "We propose FooNet. It reaches 81.5% accuracy on CIFAR-10, 2.1 points over BarNet, and is 3x faster."
    )
    plain = extract(paper(text))
    padded = extract(paper(padding + text + padding))
    assert len(plain) == 3
    assert [replace(c, start=0, end=0, sentence_start=0, sentence_end=0) for c in padded] == [
        replace(c, start=0, end=0, sentence_start=0, sentence_end=0) for c in plain
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_clean_text_leads_back(raw: str) -> None:
    cleaned = clean(raw)
    for at, character in enumerate(cleaned.text):
        start, end = cleaned.raw_span(at, at + 1)
        assert 0 <= start < end <= len(raw)
        if character in string.ascii_letters + string.digits:
            assert character in raw[start:end]


NUMBERS = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,3})?[%x×]?", fullmatch=True)
BEHIND = st.one_of(
    st.sampled_from(["%", "x", "-bit", " points", " % of", " to 3", " to 3 orders of magnitude", " to  3 orders of magnitude", " to 3  orders of magnitude", ".٣", "٣", " million", " GB", " dB", " hours", "-5%", ", 7", ",000", ".", ". The",
                     ")", " (", "+", " per cent", " frames per second", " sentences per second", " trainable parameters", "/5", " x 3", "B", "k", "e-3", " × 10^3", "D", ":1", " ± 2"]),
    st.text(alphabet=string.printable, max_size=8),
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(["", "of ", "(", "by "]), NUMBERS, BEHIND, BEHIND)
def test_plain_numbers_are_what_the_large_pattern_finds(
    before: str, digits: str, behind: str, more: str
) -> None:
    text = before + digits + behind + more
    plain = plain_quantity(text, len(before), len(text))
    match = TOKEN.match(text, len(before))
    assert match is not None
    assert plain is None or (match.lastgroup == "quantity" and plain == quantity(match))


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(["", "of ", "of the ", "a factor of ", "to "]),
    st.sampled_from(sorted(SPELLED)),
    st.one_of(st.sampled_from([" of", " out of", " of the", " times", " points", " orders of magnitude", " to three orders of magnitude", " tasks", " hundred", "-fold"]), st.text(alphabet=string.printable, max_size=6)),
    st.sampled_from(["", " four", " tasks", " 7", " seconds"]),
)  # fmt: skip
def test_plain_words_are_no_quantities(before: str, word: str, behind: str, more: str) -> None:
    text = before + word + behind + more
    match = TOKEN.match(text, len(before))
    assert match is not None
    if is_plain_word(text, len(before), len(before) + len(word), len(text)):
        assert (match.lastgroup, match.group()) == ("word", word)


def test_most_numbers_are_plain_ones() -> None:
    for text in ("79.3% on", "12 datasets", "3.5).", "40, and", "91.2% to 93.1%", "27 (best)"):
        assert plain_quantity(text, 0, len(text)) is not None, text


@pytest.mark.parametrize(
    "junk",
    [
        "9" * 50_000,
        "1," * 20_000,
        "a-" * 20_000,
        "(" * 20_000,
        "1.2." * 10_000,
        "$" * 20_000,
        "10% and " * 5_000,
        "\\textbf{" * 5_000,
        "A1-" * 10_000,
        "~" * 20_000,
        "we propose " * 5_000,
        "1) " * 15_000,
    ],
)
def test_text_made_to_backtrack_is_read_in_time(junk: str) -> None:
    started = time.process_time()
    extract(paper("It reaches 81.5% accuracy. " + junk))
    assert time.process_time() - started < 20, "far beyond linear time"


def test_explain_says_why_and_why_not() -> None:
    trace = Extractor(default()).explain(
        "FooNet reaches 81.5% accuracy on CIFAR-10 with 10% of the data in 2024."
    )
    by_text = {quantity.text: quantity for sentence in trace.sentences for quantity in sentence.quantities}
    assert by_text["81.5%"].claim is not None
    assert {step.slot for step in by_text["81.5%"].steps} >= {"kind", "metric", "benchmark"}
    assert by_text["2024"].refused == "a year"
    assert "share" in (by_text["10%"].refused or "")
