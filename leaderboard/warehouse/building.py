"""Sources to a database: read, lay beside what was there, extract what is new, write a new file, put it in place.

The new file is made in `.<db>.tmp/` beside the old one and takes its place in one step of the file system, so that the
database is whole at any moment and readers keep the file that they opened.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import duckdb

from leaderboard import documents, taxonomy
from leaderboard.batches.mapping import Assign, Extract, Reader
from leaderboard.errors import LeaderboardError
from leaderboard.model import Document, Refusal
from leaderboard.taxonomy import Taxonomy
from leaderboard.warehouse import schema
from leaderboard.warehouse.checks import run_checks
from leaderboard.warehouse.lock import working_folder
from leaderboard.warehouse.opening import attach
from leaderboard.warehouse.readings import Read, stage_documents, stage_readings, without
from leaderboard.warehouse.report import BuildReport
from leaderboard.warehouse.rules import rules_hash
from leaderboard.warehouse.steps import step
from leaderboard.warehouse.writing import put_in_place, stage_claims, write

ReadSources: TypeAlias = Callable[[Iterable[str | Path]], Iterable[Document | Refusal]]
# Called with what is being done (reading, extracting, writing), how much of it is done, and of how much where known.
Progress: TypeAlias = Callable[[str, int, int | None], None]


def build(
    sources: Iterable[str | Path],
    db: str | os.PathLike[str],
    *,
    taxonomy: Taxonomy | None = None,
    taxonomy_dirs: Sequence[str | Path] = (),
    progress: Progress | None = None,
    workers: int | None = 1,
    extract: Extract | None = None,
    assign: Assign | None = None,
    read: ReadSources = documents.read,
) -> BuildReport:
    """Read sources into a database: `build(["papers.jsonl"], "leaderboard.duckdb").summary()`.

    New documents are added, changed ones replace their old selves, those that a source no longer holds go; the same
    sources again leave the file untouched. `taxonomy`, or the shipped one with the tables of `taxonomy_dirs` over it, says
    what names mean; where it or the rules have changed, everything is extracted again. With `workers` > 1 extraction runs
    in that many processes, with None in one a core where the documents are many; the caller's script then needs its
    `if __name__ == "__main__"`. `extract`, `assign` and `read` stand in for the project's own functions. Raises
    LeaderboardError where the database or its folder cannot be used.
    """
    path = Path(os.path.realpath(db))  # a link stays a link to the new file
    _check_target(path, db)
    tell = progress or (lambda what, done, total: None)
    reader = Reader(taxonomy or _taxonomy(taxonomy_dirs), extract, assign)
    rules = rules_hash(reader)
    with working_folder(path) as folder, _workplace(folder) as con:
        _attach_old(con, path, folder)
        named = [os.fspath(source) for source in sources]
        found = stage_readings(
            con, without(_own_files(path, named), read(named)), lambda count: tell("reading", count, None)
        )
        stage_documents(con)
        changes = _changes(con, rules)
        if found.refused and not found.documents:
            changes = replace(changes, any=False)  # nothing was read: no reason to write, nor to make a file
        failures: tuple[Refusal, ...] = ()
        if changes.any:
            failures = stage_claims(
                con, reader, workers, changes.same_rules, lambda done, total: tell("extracting", done, total)
            )
            tell("writing", 0, None)
            con.execute("use staging")
            write(con, folder, reader.taxonomy, (rules, changes.new, changes.changed, changes.removed))
        con.execute(f"use {'new' if changes.any else 'old'}")
        report = _report(con, Path(db), changes, found, failures)
        if changes.any:
            put_in_place(con, folder, path)
    return report


def _check_target(path: Path, db: str | os.PathLike[str]) -> None:
    """Raise LeaderboardError for what a file must not take the place of: a folder, a device, a pipe."""
    if path.is_dir():
        raise LeaderboardError(f"{db} is a folder; name the DuckDB file to build")
    if path.exists() and not path.is_file():
        raise LeaderboardError(f"{db} is a device or a pipe; name the DuckDB file to build")


def _own_files(path: Path, named: Sequence[str]) -> frozenset[str]:
    """Return the files of the database, which a folder that holds them does not offer as papers; unless named."""
    own = {str(path), f"{path}.wal"}
    return frozenset(own.difference(os.path.realpath(name) for name in named))


@dataclass(frozen=True, slots=True)
class _Changes:
    new: int
    changed: int
    unchanged: int
    removed: int
    same_rules: bool
    any: bool


def _taxonomy(folders: Sequence[str | Path]) -> Taxonomy:
    return taxonomy.load([Path(folder) for folder in folders]) if folders else taxonomy.default()


def _workplace(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a connection that keeps everything it needs to store in the working folder."""
    con = duckdb.connect(config={"autoload_known_extensions": "false"})
    spill = str(folder / "spill").replace("'", "''")
    staging = str(folder / "staging.duckdb").replace("'", "''")
    con.execute(f"set temp_directory = '{spill}'")
    con.execute(f"attach '{staging}' as staging")
    return con


def _attach_old(con: duckdb.DuckDBPyConnection, db: Path, folder: Path) -> None:
    """Attach what was built before as `old`: the file itself, a copy brought to this schema, or empty tables."""
    found = 0
    if db.exists() and db.stat().st_size:
        attach(con, db, "old")
        con.execute("use old")
        have = schema.version(con)
        if have is None or have > schema.newest():
            schema.refuse_version(db, have)
        found = have or 0
        con.execute("use memory")
        if found == schema.newest():
            return
        con.execute("detach old")
        shutil.copyfile(db, folder / "old.duckdb")
    con.execute(f"attach '{folder / 'old.duckdb'!s}' as old")
    con.execute("use old")
    schema.migrate(con)
    con.execute("use memory")


def _changes(con: duckdb.DuckDBPyConnection, rules: str) -> _Changes:
    statuses = dict(con.execute("select status, count(*) from staging.documents group by status").fetchall())
    gone = con.execute(
        "select count(*) from old.documents anti join staging.documents using (doc_id)"
    ).fetchall()
    last = con.execute("select rules_hash from old.builds order by build_id desc limit 1").fetchall()
    same_rules = last == [(rules,)]
    new, changed, removed = statuses.get("new", 0), statuses.get("changed", 0), int(gone[0][0])
    any_ = bool(new or changed or removed or not same_rules or step(con, "differences")[0][0])
    return _Changes(new, changed, statuses.get("unchanged", 0), removed, same_rules, any_)


def _report(
    con: duckdb.DuckDBPyConnection, db: Path, changes: _Changes, found: Read, failures: tuple[Refusal, ...]
) -> BuildReport:
    rows = con.execute("select (select count(*) from documents), (select count(*) from claims)").fetchall()
    return BuildReport(
        db=db,
        new=changes.new,
        changed=changes.changed,
        unchanged=changes.unchanged,
        removed=changes.removed,
        documents=rows[0][0],
        claims=rows[0][1],
        sources=found.sources(),
        refusals=(*found.refused, *failures),
        checks=run_checks(con),
        written=changes.any,
    )
