"""The words of `leaderboard query`: a name among options that only the named query knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leaderboard.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from leaderboard.boards import Query

_OWN_OPTIONS = ("sql", "script", "limit", "seconds", "db", "format", "columns", "help")


@dataclass(slots=True)
class Words:
    """A name and its parameters: `Words("leaderboard", {"benchmark": "humaneval", "top": "5"})`.

    A parameter that was given more than once is a list.
    """

    name: str | None = None
    parameters: dict[str, str | list[str]] = field(default_factory=dict)


def split(words: Sequence[str], find: "Callable[[str], Query]") -> Words:
    """Tell the name from the parameters: `["leaderboard", "--top", "5", "--family=LoRA"]`.

    `--name value` and `--name=value` are the same, dashes within a name are underscores, and a boolean
    parameter may stand alone or as `--no-name`. Unknown parameters raise UsageError with the near ones.
    """
    name, rest = _name(words)
    query = find(name) if name is not None else None
    known = {parameter.name: parameter for parameter in query.parameters} if query else {}
    found = Words(name)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--") or len(word) < 3:
            raise UsageError(f"unexpected '{word}'; parameters are given as --name value")
        key, equals, value = word[2:].partition("=")
        key = key.replace("-", "_")
        negated = key.removeprefix("no_")
        if query is not None and key not in known and not equals and negated in known:
            key, value = negated, "false"
            if known[key].type != "boolean":
                raise UsageError(f"--{key} is no switch; give it a value")
        elif query is not None and key not in known:
            near = did_you_mean(key, [*known, *_OWN_OPTIONS])
            takes = f"; it takes {', '.join('--' + each for each in known)}" if known else "; it takes none"
            raise UsageError(f"query '{name}' has no parameter '--{key}'{near or takes}")
        elif not equals:
            switch = query is not None and known[key].type == "boolean"
            if rest and not rest[0].startswith("--"):
                value = rest.pop(0)
            elif switch:
                value = "true"
            else:
                raise UsageError(f"--{key} needs a value (one that starts with -- as --{key}=--…)")
        _add(found.parameters, key, value)
    return found


def _name(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Find the name: the first word that is neither an option nor, most likely, the value of one."""
    rest = list(words)
    if rest and not rest[0].startswith("--"):
        return rest.pop(0), rest
    for i in range(len(rest) - 1, 0, -1):
        after_value = not rest[i].startswith("--") and (
            not rest[i - 1].startswith("--") or "=" in rest[i - 1]
        )
        if after_value:
            return rest.pop(i), rest
    return None, rest


def _add(parameters: dict[str, str | list[str]], key: str, value: str) -> None:
    before = parameters.get(key)
    if before is None:
        parameters[key] = value
    else:
        parameters[key] = [*(before if isinstance(before, list) else [before]), value]
