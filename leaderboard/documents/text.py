"""A source as a reader sees it: characters in order, with the head to recognise the format by.

Nothing is held longer than needed: `lines()` and `blocks()` stream, and each may be called once.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from leaderboard.model import Refusal

HEAD = 1 << 16
LONGEST = 1 << 26
"""The most characters that one line or one record may have; a longer one is refused."""


class Text:
    """The characters of one source: `Text("dump.jsonl", iter(['{"title": …']))`."""

    def __init__(
        self, source: str, blocks: Iterator[str], refuse: Callable[[Refusal], None] | None = None
    ) -> None:
        """Take the head off the blocks; `refuse` gets what `lines` and `whole` cannot give."""
        self.source = source
        self._refuse = refuse or (lambda refusal: None)
        taken: list[str] = []
        size = 0
        for block in blocks:
            taken.append(block)
            size += len(block)
            if size >= HEAD:
                break
        self.head = "".join(taken)[:HEAD]
        """The first 65,536 characters, or all of a shorter text."""
        self._blocks = chain(taken, blocks)

    def blocks(self) -> Iterator[str]:
        """Yield the characters in blocks of any size."""
        return self._blocks

    def lines(self) -> Iterator[str]:
        """Yield the lines without their ends; one beyond the limit is refused and comes out empty."""
        pieces: list[str] = []
        size = number = 0
        for block in self._blocks:
            first, *more = block.split("\n")
            pieces.append(first)
            size += len(first)
            if size > LONGEST:  # keep the count, not the characters
                pieces.clear()
            if more:
                number += 1
                yield self._line(pieces, size, number)
                yield from more[:-1]
                number += len(more) - 1
                pieces, size = [more[-1]], len(more[-1])
        if size:
            yield self._line(pieces, size, number + 1)

    def whole(self) -> str | None:
        """Return all characters, or None where they are more than a record may have, which is refused."""
        pieces: list[str] = []
        size = 0
        for block in self._blocks:
            size += len(block)
            if size > LONGEST:
                self.refuse("", f"one text of more than {LONGEST:,} characters; split it into papers")
                return None
            pieces.append(block)
        return "".join(pieces)

    def refuse(self, place: str, reason: str) -> None:
        """Note something that could not be read, for a reader that goes on."""
        self._refuse(Refusal(self.source, place, reason))

    def _line(self, pieces: list[str], size: int, number: int) -> str:
        if size > LONGEST:
            self.refuse(f"line {number}", f"a line of {size:,} characters; the most is {LONGEST:,}")
            return ""
        return "".join(pieces)
