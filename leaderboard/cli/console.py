"""What goes to stderr: notes, warnings, errors, and progress where somebody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import regex
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

# Text of papers and names of files may hold escape sequences that a terminal would obey.
_CONTROL = regex.compile(r"[\p{Cc}\u2028\u2029]")
_SPACES = regex.compile(r"[\n\r\t\u2028\u2029]++ \ *+", regex.VERBOSE)

Advance = Callable[[str, int, int | None], None]
"""Called with what is being done, how much of it is done, and of how much where that is known."""


def plain(text: str) -> str:
    r"""Return text safe for a terminal: on one line, control characters shown as `\x1b`.

    >>> plain("a\nb\x1b[31m")
    'a b\\x1b[31m'
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", _SPACES.sub(" ", text))


def note(text: str) -> None:
    """Say on stderr what was done."""
    _say(Text(plain(text), style="dim"))


def warn(text: str) -> None:
    """Say on stderr what somebody should look at; the command goes on."""
    _say(Text.assemble(("warning: ", "bold yellow"), plain(text)))


def error(text: str) -> None:
    """Say on stderr why the command ends."""
    _say(Text.assemble(("error: ", "bold red"), plain(text)))


@contextmanager
def progress(shown: bool = True) -> Iterator[Advance]:
    """Show progress on stderr during a block: `with progress() as advance: advance("reading", 10, None)`.

    Nothing is shown where stderr is no terminal.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda what, done, total: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=_console(), transient=True) as bar:
        tasks = {}

        def advance(what: str, done: int, total: int | None) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield advance


def _say(text: Text) -> None:
    _console().print(text, soft_wrap=True)


def _console() -> Console:
    # Made when it is needed, so that a replaced stderr and NO_COLOR are seen.
    return Console(stderr=True, highlight=False, markup=False, emoji=False)
