import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.documents.authors import authors


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ada Byron, Max Born and Niels Bohr", ("Ada Byron", "Max Born", "Niels Bohr")),
        ("Ada Byron (University of Stars), Max Born", ("Ada Byron", "Max Born")),
        ("Byron, Ada and Born, Max", ("Ada Byron", "Max Born")),
        ("Byron, Ada; Born, Max", ("Ada Byron", "Max Born")),
        ("Ada Byron & Max Born", ("Ada Byron", "Max Born")),
        ("Byron, A.", ("A. Byron",)),
        ("Ada Byron\nMax Born", ("Ada Byron", "Max Born")),
        (r"C. Bal\'azs, {\"O}zg{\"u}r S\o rensen, Ji\v{r}\'i", ("C. Balázs", "Özgür Sørensen", "Jiří")),
        ("J&ouml;rg M&uuml;ller, Ada Byron", ("Jörg Müller", "Ada Byron")),
        (["Ada Byron", "Born, Max", "Ada Byron"], ("Ada Byron", "Max Born")),
        ([{"name": "Ada Byron"}, {"given": "Max", "family": "Born"}], ("Ada Byron", "Max Born")),
        ([{"author": {"display_name": "Ada Byron"}}], ("Ada Byron",)),
        ([["Byron", "Ada", ""], ["Born", "Max", "Jr"]], ("Ada Byron", "Max Born Jr")),
        ({"name": "Ada Byron"}, ("Ada Byron",)),
        ([None, 3, {}, [], "", [[]], {"name": 3}], ()),
        (None, ()),
        (17, ()),
    ],
)
def test_names_in_their_shapes(value: object, expected: tuple[str, ...]) -> None:
    assert authors(value) == expected


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_nothing_raises(value: object) -> None:
    assert all(name and isinstance(name, str) for name in authors(value))
