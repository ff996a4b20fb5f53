"""What is chosen stands in the address and nowhere else, so that a link, the back button and a reload show the same view.

A widget takes its value from the address before it is drawn, and writes what is picked back before the page runs again.
The plain value stands there, never a label with a count: `?family=LoRA&family=pruning&min_confidence=0.5`.
"""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

# What a page is turned to; picking something else turns it back to the beginning.
_PLACES = ("claim", "skip", "top")
# What stays chosen on the way to another page.
SHARED = (
    "board",
    "benchmark",
    "metric",
    "task",
    "kind",
    "family",
    "model",
    "setting",
    "year_from",
    "year_to",
    "min_confidence",
    "own",
    "baselines",
)


def one(key: str) -> str | None:
    """Return the value of a key of the address, or None."""
    return st.query_params.get(key) or None


def several(key: str) -> list[str]:
    """Return all values of a key of the address, each once."""
    return list(dict.fromkeys(value for value in st.query_params.get_all(key) if value))


def whole(key: str, default: int, most: int) -> int:
    """Return a number of the address between 0 and `most`; anything else is the default."""
    value = one(key) or ""
    return min(int(value), most) if value.isascii() and value.isdigit() and len(value) < 10 else default


def on(key: str) -> bool:
    """Return whether a switch of the address is on."""
    return one(key) == "true"


def put(**values: str | Sequence[str] | None) -> None:
    """Write values to the address, all at once, so that the back button takes them back at once; None takes a key away."""
    before = {key: st.query_params.get_all(key) for key in st.query_params}
    after = dict(before)
    for key, value in values.items():
        after.pop(key, None)
        if value:
            after[key] = [value] if isinstance(value, str) else [str(item) for item in value]
    if after != before:
        st.query_params.from_dict(after)


def turn(**values: str | Sequence[str] | None) -> None:
    """Write values and turn the page to its beginning; for callbacks: `on_click=turn, kwargs={"family": None}`."""
    put(**{**dict.fromkeys(_PLACES), **values})


def link(page: str = "", values: Mapping[str, str | Sequence[str]] | None = None) -> str:
    """Return the address of a view on this machine; the present one without `values`."""
    pairs = (
        [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
        if values is None
        else [
            (key, one)
            for key, value in values.items()
            for one in ([value] if isinstance(value, str) else value)
        ]
    )
    base = (st.context.url or "").split("?")[0]
    return base + page + ("?" + urlencode(pairs) if pairs else "")


def _widget(key: str) -> str:
    return f"w-{key}"


def _picked(key: str) -> None:
    """Write what a widget holds to the address, before the page runs."""
    value = st.session_state[_widget(key)]
    if isinstance(value, bool):
        value = "true" if value else None
    elif value is not None and not isinstance(value, str):
        value = [str(item) for item in value]
    turn(**{key: value})


def choose(
    label: str,
    options: Sequence[str],
    key: str,
    *,
    shown: Callable[[str], str] = str,
    placeholder: str = "All",
    help: str | None = None,
    free: bool = False,
    default: str | None = None,
) -> str | None:
    """Draw a list to pick one of, searched by typing; return the pick, or None for all.

    `free` lets words be typed that are not in the list, as for names beyond the most frequent. A value of the address that is not in
    the list is shown and returned: the query says what it thinks of it.
    """
    asked = one(key) or default
    known = list(options)
    if asked is not None and asked not in known:
        known.insert(0, asked)
    st.session_state[_widget(key)] = asked
    st.selectbox(
        label, known, index=None if default is None else 0, key=_widget(key), format_func=shown, placeholder=placeholder, help=help,
        accept_new_options=free, on_change=_picked, args=(key,), filter_mode="contains",
    )  # fmt: skip
    return asked


def choose_several(
    label: str,
    options: Sequence[str],
    key: str,
    *,
    shown: Callable[[str], str] = str,
    placeholder: str = "All",
    help: str | None = None,
    free: bool = False,
    most: int | None = None,
) -> list[str]:
    """Draw a list to pick several of; return the picks, none for all."""
    asked = several(key)[:most]
    known = [value for value in asked if value not in options] + list(options)
    st.session_state[_widget(key)] = asked
    st.multiselect(
        label, known, key=_widget(key), format_func=shown, placeholder=placeholder, help=help,
        accept_new_options=free, max_selections=most, on_change=_picked, args=(key,), select_all=False, filter_mode="contains",
    )  # fmt: skip
    return asked


def segments(
    label: str, options: Mapping[str, str], key: str, *, default: str, hide_label: bool = False
) -> str:
    """Draw a few options side by side, of which one is always picked: `segments("Kind", {"a": "First"}, "kind", default="a")`."""
    asked = one(key) or default
    if asked not in options:
        asked = default
    st.session_state[_widget(key)] = asked
    st.segmented_control(
        label, list(options), key=_widget(key), format_func=options.__getitem__, required=True,
        on_change=_segment, args=(key, default), label_visibility="collapsed" if hide_label else "visible",
    )  # fmt: skip
    return asked


def _segment(key: str, default: str) -> None:
    value = st.session_state[_widget(key)]
    turn(**{key: None if value == default else value})


def switch(label: str, key: str, *, help: str | None = None) -> bool:
    """Draw a switch that is off until it is turned on."""
    st.session_state[_widget(key)] = on(key)
    st.toggle(label, key=_widget(key), help=help, on_change=_picked, args=(key,))
    return on(key)


def words(label: str, key: str, *, placeholder: str = "", help: str | None = None) -> str | None:
    """Draw a field for words to search for."""
    st.session_state[_widget(key)] = one(key) or ""
    st.text_input(
        label, key=_widget(key), placeholder=placeholder, help=help, on_change=_picked, args=(key,), max_chars=300
    )  # fmt: skip
    return one(key)
