"""Plain text as blocks: what stands between blank lines, or each line where paragraphs are not wrapped.

A block knows its characters in the text, so that `text[block.start:block.end]` is what it holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaderboard.documents.prose import LONG, is_names

MOST_LINES = 20_000  # in one block: more is no paragraph, and is cut so that it need not be held


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text without the blanks around them: `Block(0, 5, 1, "Title")`, the first line being 1.

    `gap` is what stood between the block before and this one.
    """

    start: int
    end: int
    line: int
    text: str
    gap: str = ""


def is_wrapped(head: str) -> bool:
    """Say whether the paragraphs of a text are broken into lines, rather than a line each."""
    return not any(len(line) >= LONG for line in head.split("\n"))


def blocks(lines: Iterable[str], wrapped: bool) -> Iterator[Block]:
    """Yield the blocks of a text given by its lines: between blank lines if it is wrapped, else a line each.

    >>> [block.text for block in blocks(["A Title", "", "A line", "and one more"], wrapped=True)]
    ['A Title', 'A line\\nand one more']
    """
    at = begins = first = 0
    held: list[str] = []
    gap: list[str] = []
    for number, line in enumerate(lines, 1):
        blank = not line or line.isspace()
        if held and (blank or not wrapped or len(held) >= MOST_LINES):
            yield from _split(held, begins, first, gap)
            held = []
        if blank:
            gap.append(line + "\n")
        else:
            if not held:
                begins, first = at, number
            held.append(line)
        at += len(line) + 1
    if held:
        yield from _split(held, begins, first, gap)


def _split(lines: list[str], begins: int, number: int, gap: list[str]) -> Iterator[Block]:
    """Make one block of lines, or more where names stand right under a title; the gap is then what follows."""
    at = 0
    for end in (*_cuts(lines), len(lines)):
        yield _block(lines[at:end], begins, number + at, gap)
        begins += sum(len(line) + 1 for line in lines[at:end])
        at = end


def _cuts(lines: list[str]) -> tuple[int, ...]:
    """Return where to cut between a title of one to three lines, names, and an abstract right below."""
    if len(lines) < 2 or is_names(lines[0]):
        return ()
    if len(lines) < 6:
        for at in range(1, len(lines)):
            if is_names(" ".join(lines[at:])):
                return (at,)
    names = next((at for at in range(1, min(4, len(lines) - 1)) if is_names(lines[at])), 0)
    return (names, names + 1) if names else ()


def _block(lines: list[str], begins: int, number: int, gap: list[str]) -> Block:
    text = "\n".join(lines) + "\n"
    words = text.strip()
    before = len(text) - len(text.lstrip())
    after = before + len(words)
    between = "".join(gap) + text[:before]
    gap[:] = [text[after:]]
    return Block(begins + before, begins + after, number, words, between)
