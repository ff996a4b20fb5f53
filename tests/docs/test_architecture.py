"""The way of the data, as docs/architecture.md draws it, is the way that imports go."""

import ast

import pytest
import regex

from leaderboard import resources
from leaderboard.resources import PACKAGE

ANYWHERE = {"errors", "model", "resources", "rows", "readme", "__version__"}
WAY = ["text", "documents", "taxonomy", "extraction", "batches", "warehouse", "boards", "export"]
# At the end of the way, beside each other.
ENDS = ["evaluation", "dashboard", "cli"]
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE and "_resources" not in path.parts
)


def imported(path):
    """Return the stages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "leaderboard":
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leaderboard."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (n.name.split(".")[1] for n in node.names if n.name.startswith("leaderboard."))


def may_import(stage):
    if stage in ENDS:
        # The command line measures against gold and starts the dashboard; nothing looks back at it.
        return {*ANYWHERE, *WAY, stage, *(["evaluation", "dashboard"] if stage == "cli" else [])}
    return {*ANYWHERE, *WAY[: WAY.index(stage) + 1]}


def test_every_folder_is_a_stage():
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert folders == {*WAY, *ENDS}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_along_the_way(path):
    stage = path.relative_to(PACKAGE).parts[0]
    assert set(imported(path)) - may_import(stage) == set()


def test_the_drawing_names_every_stage():
    text = (resources.root() / "docs" / "architecture.md").read_text("utf-8")
    rows = regex.findall(r"^\| `(\w+)` \|", text, regex.MULTILINE)
    assert set(rows) == {*WAY, *ENDS} - {"evaluation"}
