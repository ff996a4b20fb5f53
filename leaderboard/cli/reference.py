"""The README's table of commands, written from the commands themselves: `python -m leaderboard.cli.reference`."""

from typing import Any

import typer

from leaderboard.cli.app import application
from leaderboard.readme import put


def commands() -> str:
    """Return a Markdown table with a line a command: how it is called, and what it does."""
    group: Any = typer.main.get_command(application())
    lines = ["| command | does |", "| --- | --- |"]
    for name, command in group.commands.items():
        words = [word for parameter in command.params if (word := _argument(parameter))]
        does = command.help.strip().split("\n")[0].rstrip(".")
        lines.append(f"| `{' '.join(['leaderboard', name, *words])}` | {does[0].lower()}{does[1:]} |")
    return "\n".join(lines)


def _argument(parameter: Any) -> str:
    if parameter.param_type_name != "argument":
        return ""
    word = str(parameter.metavar).strip("[]") + ("…" if parameter.nargs == -1 else "")
    return word if parameter.required else f"[{word}]"


if __name__ == "__main__":
    put("commands", commands())
