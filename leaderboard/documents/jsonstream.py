"""JSON values one after another out of a text of any size, holding one value at a time.

Understands a top-level array, values that follow one another, and an object whose list is under one of the
names of `nesting.WRAPPERS`: `{"papers": [` … `]}` is walked through, not loaded. After a broken value reading
goes on where the next one begins with the same first name: in `[{"id": 1, "t": x}, {"id": 2}]` the second is
found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from json import JSONDecodeError, JSONDecoder

import regex

from leaderboard.documents.fields import ABSTRACT, TITLE, field_name
from leaderboard.documents.nesting import WRAPPERS
from leaderboard.documents.text import LONGEST

SPACE = regex.compile(r"[\s\ufeff]*+")
FIRST_NAME = regex.compile(r"\{\s*+(\"[^\"\\\n]{1,100}+\")\s*+:")
FIELD = regex.compile(
    r"""\s*+ " (?P<name> [^"\\\n]{1,60}+ ) " \s*+ : \s*+
        (?: (?P<list> \[ )
          | (?: "[^"\\\n]{0,300}+" | -?+[\d.eE+-]++ | true | false | null | \{ [^{}\[\]]{0,500}+ \} )
            \s*+ , )""",
    regex.VERBOSE,
)
BRACKET = regex.compile(
    r"""" (?: [^"\\]++ | \\. )*+ (?: " | (?P<open> \\?+ \Z ) ) | [\[\]{}]""", regex.VERBOSE | regex.DOTALL
)
NEAR_END = 64
_DECODER = JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the line it begins on."""

    value: object
    line: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Why there is no value, with the line and the character in it."""

    reason: str
    line: int
    column: int = 1


def values(blocks: Iterator[str]) -> Iterator[Value | Broken]:
    """Yield the values of a text: `[1, 2]` gives those of 1 and 2, as does `1 2`.

    >>> [each.value for each in values(iter(['{"papers": [{"a": 1}, ', '{"a": 2}]}']))]
    [{'a': 1}, {'a': 2}]
    """
    window = Window(blocks)
    while (sign := window.peek()) != "":
        if sign == "[":
            window.skip(1)
            yield from _elements(window)
        elif sign == "{" and (length := _wrapper(window)):
            window.skip(length)
            yield from _elements(window)
            yield from _rest_of_wrapper(window)
        elif sign in ",;":  # between records that were pasted together
            window.skip(1)
        else:
            found = window.take()
            yield found
            if isinstance(found, Broken) and not window.resume():
                return


class Window:
    """The part of a text that is being read: characters come as needed and go when done with."""

    def __init__(self, blocks: Iterator[str]) -> None:
        """Begin with nothing in view."""
        self._blocks = blocks
        self.buffer = ""
        self.at = 0
        self.done = False
        self._line = 1
        self._counted = 0  # line ends before this place of the buffer are in _line
        self._name = ""  # the first name of the last record, which tells where the next begins

    def peek(self) -> str:
        """Return the next character that is no space, or nothing at the end."""
        while True:
            found = SPACE.match(self.buffer, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.buffer):
                return self.buffer[self.at]
            if not self._more(len(self.buffer) + 1):
                return ""

    def skip(self, length: int) -> None:
        """Step over characters."""
        self.at += length

    def ahead(self, length: int) -> str:
        """Return the next characters without stepping over them."""
        while len(self.buffer) - self.at < length and self._more(self.at + length):
            pass
        return self.buffer[self.at : self.at + length]

    def take(self) -> Value | Broken:
        """Step over the value that begins here; in a broken one, to where it breaks."""
        while True:
            begin = self.at
            try:
                value, end = _DECODER.raw_decode(self.buffer, begin)
            except RecursionError:
                broken = self._broken(begin, begin, "JSON that is nested too deeply to be a record")
                self._leave(begin)
                return broken
            except JSONDecodeError as error:
                unterminated = error.msg.startswith("Unterminated string")
                if (unterminated or error.pos > len(self.buffer) - NEAR_END) and self._more_of(begin):
                    continue
                if not self.done and len(self.buffer) - begin >= LONGEST:
                    return self._broken(begin, begin, f"a record of more than {LONGEST:,} characters")
                if self.done and (unterminated or error.pos >= len(self.buffer.rstrip())):
                    return self._broken(
                        begin, error.pos, f"JSON that ends in the middle of a record: {error.msg}"
                    )
                return self._broken(begin, error.pos, f"not JSON: {error.msg}")
            except ValueError as error:  # a number of thousands of digits
                return self._broken(begin, begin, f"JSON that cannot be read: {error}")
            if end == len(self.buffer) and self.buffer[end - 1] not in '}]"' and self._more_of(begin):
                continue  # the rest of a number may follow
            line = self.line()
            self.at = end
            if isinstance(value, dict) and value:
                self._name = f'"{next(iter(value))}"'
            return Value(value, line)

    def resume(self) -> bool:
        """Step to the next record after a broken one, known by its first name; False where there is none."""
        following = _beginning_with(self._name)
        while self._name:
            if found := following.search(self.buffer, self.at):
                self.at = found.start()
                return True
            self.at = max(self.at, len(self.buffer) - 1000)
            if not self._more(len(self.buffer) + 1):
                return False
        return False

    def line(self) -> int:
        """Return the line of the next character."""
        self._line += self.buffer.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def _leave(self, begin: int) -> None:
        """Step behind the value that begins here, or to the end, by counting its brackets."""
        self.at, depth = begin, 0
        while True:
            for found in BRACKET.finditer(self.buffer, self.at):
                if found["open"] and not self.done:
                    break  # the rest of this string comes with the next block
                depth += (found[0] in "[{") - (found[0] in "]}")
                self.at = found.end()
                if depth <= 0:
                    return
            else:
                self.at = len(self.buffer)
            if not self._more(2 * len(self.buffer) - self.at + 1):
                self.at = len(self.buffer)
                return

    def _broken(self, begin: int, at: int, reason: str) -> Broken:
        if found := FIRST_NAME.match(self.buffer, begin):
            self._name = found[1]
        begins = self.line()
        line = begins + self.buffer.count("\n", begin, at)
        column = at - self.buffer.rfind("\n", 0, at)
        self.at = max(at, begin + 1)
        return Broken(
            reason if line == begins else f"{reason} (the record begins on line {begins})", line, column
        )

    def _more_of(self, begin: int) -> bool:
        return len(self.buffer) - begin < LONGEST and self._more(2 * len(self.buffer) - begin)

    def _more(self, length: int) -> bool:
        """Drop what was read and add blocks until the buffer would have had this length; False at the end."""
        block = next(self._blocks, "")
        if not block:
            self.done = True
            return False
        self.line()
        pieces, size = [self.buffer[self.at :]], len(self.buffer) - self.at
        length -= self.at
        self.at = self._counted = 0
        while block:
            pieces.append(block)
            size += len(block)
            block = next(self._blocks, "") if size < length else ""
        self.buffer = "".join(pieces)
        return True


@lru_cache(maxsize=64)
def _beginning_with(name: str) -> regex.Pattern[str]:
    return regex.compile(r"\{\s*+" + regex.escape(name) + r"\s*+:")


def _elements(window: Window) -> Iterator[Value | Broken]:
    """Yield the elements of an array whose bracket was stepped over, up to and with its closing one."""
    while True:
        sign = window.peek()
        if sign == "]":
            window.skip(1)
            return
        if sign == "":
            yield Broken("JSON that ends before its list is closed", window.line())
            return
        if sign == ",":
            window.skip(1)
            continue
        found = window.take()
        yield found
        if isinstance(found, Broken) and not window.resume():
            window.at = len(window.buffer)
            return


def _wrapper(window: Window) -> int:
    """Return how many characters lead into the list of a wrapper, or 0 where this is no such wrapper.

    Fields before the list, such as `{"total": 2, "offset": 0, "data": [`, are led over while they are short.
    """
    head = window.ahead(2000)
    at = 1
    while found := FIELD.match(head, at):
        name = field_name(found["name"])
        if found["list"]:
            return found.end() if name in WRAPPERS else 0
        if name in TITLE or name in ABSTRACT:
            return 0
        at = found.end()
    return 0


def _rest_of_wrapper(window: Window) -> Iterator[Value | Broken]:
    """Step over the fields after a wrapper's list; another list of records among them is read as well."""
    while True:
        sign = window.peek()
        if sign == "}":
            window.skip(1)
            return
        if sign == "":
            return
        if sign != ",":
            yield Broken("not JSON: after the list of records something else follows", window.line())
            return
        window.skip(1)
        name = window.take() if window.peek() == '"' else None
        if not isinstance(name, Value) or window.peek() != ":":
            yield Broken("not JSON: after the list of records no name of a field follows", window.line())
            return
        window.skip(1)
        if window.peek() == "[" and field_name(str(name.value)) in WRAPPERS:
            window.skip(1)
            yield from _elements(window)
            continue
        skipped = window.take()
        if isinstance(skipped, Broken):
            yield skipped
            return
