from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderboard.dashboard.highlight import KIND_STYLES, Mark, highlight, legend, style, visible
from leaderboard.model import KINDS


class Reader(HTMLParser):
    """What a browser would make of it: the tags, and the text outside labels and cards."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.marked: list[str] = []
        self._stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._stack.append(dict(attrs).get("class") or tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self._stack.pop()

    def handle_data(self, data: str) -> None:
        if any(name in ("lb-label", "lb-card") for name in self._stack):
            return
        self.text += data
        if any(name.startswith("lb-") and name != "lb-abstract" for name in self._stack):
            self.marked[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_marks_the_number_and_nothing_else() -> None:
    page = read(
        highlight("an accuracy of 79.2% here", [Mark(15, 20, "score", "1", (("metric", "accuracy"),))])
    )
    assert page.marked == ["79.2%"]
    assert page.text == "an accuracy of 79.2% here"


def test_every_kind_has_its_own_style() -> None:
    assert set(KIND_STYLES) == set(KINDS)
    assert len(set(KIND_STYLES.values())) == len(KINDS)
    assert all(f".lb-{kind.replace('_', '-')} " in style() for kind in KINDS)


def test_hostile_text_stays_text() -> None:
    text = (
        "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=f()> **b** $\\frac{1}{2}$ '5%'"
    )
    at = text.index("5%")
    page = read(highlight(text, [Mark(at, at + 2, "change", "1", (('<img src="x">', "<script>"),))]))
    assert set(page.tags) <= {"div", "mark", "sup", "span", "b"}
    assert page.text == text


def test_overlapping_claims_mark_each_stretch_once() -> None:
    page = read(
        highlight(
            "3 to 8 bits", [Mark(0, 6, "bit_width", "1"), Mark(5, 6, "count", "2"), Mark(0, 1, "score", "3")]
        )
    )
    assert page.marked == ["3", " to ", "8"]


def test_claims_on_one_span_share_a_mark() -> None:
    html = highlight("at 12.5 on both", [Mark(3, 7, "score", "1"), Mark(3, 7, "score", "2")])
    assert read(html).marked == ["12.5"]
    assert ">1, 2</sup>" in html


def test_spans_outside_the_text_do_no_harm() -> None:
    assert (
        read(
            highlight("abc", [Mark(2, 99, "score", "1"), Mark(7, 9, "score", "2"), Mark(1, 1, "score", "3")])
        ).text
        == "abc"
    )


def test_an_unknown_kind_brings_no_class_of_its_own() -> None:
    assert 'x"' not in highlight("5", [Mark(0, 1, 'x" onclick="', "1")]).replace("&quot;", "")


def test_characters_that_hide_or_turn_become_signs() -> None:
    assert visible("a\x00b\u202ec\x7f\td\n") == "a␀b\ufffdc␡\td\n"


def test_junk_of_100_kilobytes_is_shown_whole() -> None:
    text = "<&\"'>" * 20_000
    page = read(highlight(text, [Mark(i, i + 1, "score", str(i)) for i in range(0, 1000, 10)]))
    assert page.text == text
    assert len(page.marked) == 100


def test_the_legend_names_the_kinds_that_occur_once() -> None:
    assert read(legend(["ratio", "score", "ratio"])).tags.count("li") == 2


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(KINDS)), max_size=8)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a machine that has much to do
@given(st.text(max_size=50), spans)
def test_the_text_comes_back_whatever_is_marked(text: str, found: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, end, kind, str(n), (("slot", text),)) for n, (start, end, kind) in enumerate(found)]
    page = read(highlight(text, marks))
    assert page.text == visible(text)
    assert set(page.tags) <= {"div", "mark", "sup", "span", "b"}
