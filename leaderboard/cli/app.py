"""The application: commands found in their folder, errors as one line, exit codes, a closed pipe."""

import _thread
import importlib
import os
import pkgutil
import signal
import sys
from contextlib import suppress
from threading import Timer
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from leaderboard import __version__
from leaderboard.cli import commands
from leaderboard.cli.console import error
from leaderboard.cli.outcome import Outcome
from leaderboard.errors import LeaderboardError, UsageError

PANELS = ("Claims", "Database", "Reference")
"""Headings of the help, in order; a command names one of them as `PANEL`."""
TRACEBACK = "LEADERBOARD_TRACEBACK"


class Commands(TyperGroup):
    """The group of commands, which turns what they raise into a message and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _close_stdout()
            raise typer.Exit(Outcome.FINE) from None  # whoever read our output has seen enough of it
        except LeaderboardError as problem:
            error(str(problem))
            raise typer.Exit(
                Outcome.USAGE if isinstance(problem, UsageError) else Outcome.FAILED
            ) from problem
        except OSError as problem:
            error(f"{problem.filename or 'output'}: {problem.strerror or problem}")
            raise typer.Exit(Outcome.FAILED) from problem
        except _unexpected() as problem:
            if hasattr(problem, "exit_code") or isinstance(problem, typer.Abort):
                raise  # the library's own way to end
            if os.environ.get(TRACEBACK):
                raise
            error(_said(problem))
            raise typer.Exit(Outcome.FAILED) from problem


def application() -> typer.Typer:
    """Return the application with every command of `leaderboard.cli.commands`.

    A command is one module with a function of its name, and `PANEL`; a module without them raises.
    """
    made = typer.Typer(
        cls=Commands,
        name="leaderboard",
        help="Benchmark results read from papers, every number traced to the characters it was read from.",
        no_args_is_help=True,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(_options)
    found = [importlib.import_module(f"{commands.__name__}.{name}") for name in command_names()]
    for module in sorted(found, key=lambda module: PANELS.index(module.PANEL)):
        name = module.__name__.rpartition(".")[2]
        settings = getattr(module, "SETTINGS", None)
        made.command(name, rich_help_panel=module.PANEL, context_settings=settings)(getattr(module, name))
    return made


def command_names() -> list[str]:
    """Return the names of all commands in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))


def main() -> None:
    """Run the command line of this process."""
    sys.unraisablehook = _unraisable
    app(prog_name="leaderboard")


def _unraisable(unraisable: Any) -> None:
    """Interrupt again, a moment later, where Ctrl+C came while an object was being deleted: Python drops it there."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        again = Timer(0.05, _interrupt)
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(unraisable)


def _interrupt() -> None:
    if os.name == "posix":
        os.kill(os.getpid(), signal.SIGINT)  # also ends a wait of the system
    else:
        _thread.interrupt_main()


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"leaderboard {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None: ...


def _unexpected() -> tuple[type[BaseException], ...]:
    """Return Exception, and what Polars raises where it gives up if it is loaded, which is none."""
    polars = sys.modules.get("polars.exceptions")
    return (Exception, polars.PanicException) if polars else (Exception,)


def _said(problem: BaseException) -> str:
    text = f"{type(problem).__name__}: {' '.join(str(problem).split())[:500]}"
    if "duckdb" in sys.modules:
        from leaderboard.warehouse.opening import damage, is_damage

        if "No space left" in text:
            return f"the disk is full; free some space or choose another --db ({text})"
        if is_damage(problem):
            return damage(problem)
    return (
        f"{text}; leaderboard did not expect this ({TRACEBACK}=1 in the environment shows where it happened)"
    )


def _close_stdout() -> None:
    """Point stdout at nothing, so that what is still buffered does not fail when the process ends."""
    with suppress(OSError, ValueError):  # stdout may be no file of the process, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = application()
