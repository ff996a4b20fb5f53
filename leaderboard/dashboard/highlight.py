"""The text of a paper with its claims marked where they stand, as HTML of nothing but text and marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

# Colour and line under the number, so that kinds differ without colour too. The colours are Okabe and Ito's.
KIND_STYLES: Final[Mapping[str, tuple[str, str]]] = {
    "score": ("#0072b2", "solid"),
    "change": ("#009e73", "dashed"),
    "ratio": ("#d55e00", "double"),
    "bit_width": ("#cc79a7", "dotted"),
    "parameters": ("#e69f00", "solid"),
    "resource": ("#56b4e9", "dashed"),
    "count": ("#999999", "dotted"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim to be marked: `Mark(12, 17, "score", "1", (("metric", "accuracy"),))`.

    `start` and `end` count characters of the text; `label` is what the list under the text calls it; `slots`
    are shown when the mark is pointed at or reached with the keyboard; a `chosen` one is framed.
    """

    start: int
    end: int
    kind: str
    label: str
    slots: tuple[tuple[str, str], ...] = ()
    chosen: bool = False


def highlight(text: str, marks: Iterable[Mark]) -> str:
    """Return a text as HTML with marks around the numbers.

    >>> highlight("<b>79%</b>", [Mark(3, 6, "score", "1")]).count("<b>")
    0

    Every character of the text is escaped; control characters and those that turn the direction of writing
    are shown as signs, and offsets stay what they were. Where claims overlap, each stretch is marked once
    with all their labels and in the colour of the shortest. Spans outside the text are cut to it; empty ones
    left out.
    """
    shown = visible(text)
    kept = [mark for mark in marks if 0 <= mark.start < min(mark.end, len(text))]
    pieces = [
        _piece(shown[start:end], _over(kept, start, end), kept, end)
        for start, end in pairwise(_edges(kept, len(shown)))
    ]
    return f'<div class="lb-abstract">{"".join(pieces)}</div>'


def legend(kinds: Iterable[str]) -> str:
    """Return the kinds that occur as a line of marked words, in their fixed order."""
    found = set(kinds)
    words = (_words(kind) for kind in KIND_STYLES if kind in found)
    items = (f'<li><mark class="lb-{escape(_class(word))}">{escape(word)}</mark></li>' for word in words)
    return f'<ul class="lb-legend" aria-label="Kinds of claims">{"".join(items)}</ul>'


def style() -> str:
    """Return the style sheet of marks; see-through colours behind the text serve light and dark pages."""
    kinds = "\n".join(
        f".lb-{_class(_words(kind))} {{ background: {colour}33; border-bottom: 3px {line} {colour}; }}"
        for kind, (colour, line) in KIND_STYLES.items()
    )
    return f"<style>{_SHEET}{kinds}</style>"


def visible(text: str) -> str:
    """Return a text of the same length without characters that hide, reverse or break what is shown.

    >>> visible("a\\x00b")
    'a␀b'
    """
    return text.translate(_SIGNS)


def _edges(marks: Sequence[Mark], length: int) -> list[int]:
    """Return where stretches begin and end, from 0 to the length."""
    cuts = {0, length} | {mark.start for mark in marks} | {min(mark.end, length) for mark in marks}
    return sorted(cuts)


def _over(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """Return the marks over a stretch, the shortest first."""
    found = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return sorted(found, key=lambda mark: (mark.end - mark.start, mark.start))


def _piece(text: str, over: Sequence[Mark], marks: Sequence[Mark], end: int) -> str:
    if not over:
        return escape(text)
    ending = [mark for mark in over if mark.end == end]
    labels = ", ".join(dict.fromkeys(mark.label for mark in sorted(ending, key=marks.index)))
    badge = f'<sup class="lb-label">{escape(labels)}</sup>' if labels else ""
    card = "".join(_card(mark) for mark in ending)
    kind = escape(_class(_words(over[0].kind)))
    focus = ' tabindex="0"' if card else ""
    chosen = " lb-chosen" if any(mark.chosen for mark in over) else ""
    return f'<mark class="lb-{kind}{chosen}"{focus}>{escape(text)}{badge}{card}</mark>'


def _card(mark: Mark) -> str:
    """Return what is shown of one claim on pointing."""
    rows = "".join(
        f'<span class="lb-slot"><b>{escape(visible(name))}</b> {escape(visible(value)[:200])}</span>'
        for name, value in mark.slots
    )
    if not rows:
        return ""
    return f'<span class="lb-card"><b>{escape(mark.label)} · {escape(_words(mark.kind))}</b>{rows}</span>'


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def _class(word: str) -> str:
    return word.replace(" ", "-") if word.replace(" ", "_") in KIND_STYLES else "count"


# C0 and C1 controls but tab and line feed, what turns the direction of writing, and what has no width.
_HIDDEN: Final = (
    *range(0x80, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    *(0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF),
)
_SIGNS: Final = {
    **{code: 0x2400 + code for code in range(32) if code not in (9, 10)},
    127: 0x2421,
    **dict.fromkeys(_HIDDEN, 0xFFFD),
}

_SHEET: Final = """
.lb-abstract { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.9; font-size: 1.02rem;
  max-height: 34rem; overflow-y: auto; padding: .25rem .25rem 1rem 0; }
.lb-abstract mark, .lb-legend mark { color: inherit; border-radius: 3px 3px 0 0; padding: .05em .2em; }
.lb-abstract mark { position: relative; }
.lb-abstract mark:focus { outline: 2px solid currentColor; outline-offset: 2px; }
.lb-abstract mark.lb-chosen { outline: 2px solid currentColor; outline-offset: 2px; }
.lb-label { font-size: .68em; font-weight: 600; margin-left: .2em; opacity: .85; }
.lb-card { display: none; }
.lb-abstract mark:hover .lb-card, .lb-abstract mark:focus .lb-card { display: block; position: absolute;
  left: 0; top: 100%; z-index: 9; width: max-content; max-width: min(22rem, 70vw); padding: .6rem .8rem;
  background: #1f2430; color: #f5f6f8; border-radius: 8px; font-size: .85rem; line-height: 1.45;
  box-shadow: 0 6px 24px rgba(0, 0, 0, .3); white-space: normal; }
.lb-card .lb-slot { display: block; }
.lb-card .lb-slot b { font-weight: 400; opacity: .75; }
.lb-legend { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem 1rem; padding: 0; margin: 0; }
.lb-legend li { margin: 0; padding: 0; }
"""
