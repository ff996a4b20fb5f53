"""Claims staged, the new file written from what is staged, and the new file put in the place of the old."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import duckdb

from leaderboard.batches.columns import CLAIMS, DOCUMENTS, FAMILIES
from leaderboard.batches.mapping import Reader
from leaderboard.batches.pool import understand_all
from leaderboard.batches.workers import processes
from leaderboard.model import Refusal
from leaderboard.taxonomy import Taxonomy
from leaderboard.warehouse import schema
from leaderboard.warehouse.steps import step
from leaderboard.warehouse.tables import stage_known, stage_taxonomy

# Older DuckDB shells (1.4 and 1.5) open files of this storage version.
STORAGE: Final = "v1.4.0"
BATCH: Final = 500


def stage_claims(
    con: duckdb.DuckDBPyConnection,
    reader: Reader,
    workers: int | None,
    keep: bool,
    tell: Callable[[int, int], None],
) -> tuple[Refusal, ...]:
    """Fill `staging.claims` and `staging.families`: kept for unchanged documents, extracted for the others.

    Returns the documents on which extraction failed; their fingerprint is emptied, so that the next build tries again.
    """
    claims = ", ".join(f'claims."{name}"' for name in CLAIMS.names)
    families = ", ".join(FAMILIES.names)
    kept = (
        "semi join (select doc_id from staging.documents where status = 'unchanged') as kept using (doc_id)"
    )
    only = "" if keep else "where false"
    con.execute(
        f"create or replace table staging.claims as select {claims} from old.claims as claims {kept} {only}"
    )
    con.execute(
        f"create or replace table staging.families as select {families} from old.document_families {kept} {only}"
    )
    fresh = "where status <> 'unchanged'" if keep else ""
    total = int(con.execute(f"select count(*) from staging.documents {fresh}").fetchall()[0][0])
    columns = ", ".join(f'doc_id as "{name}"' if name == "id" else f'"{name}"' for name in DOCUMENTS.names)
    failures: list[Refusal] = []
    done = 0
    with con.cursor() as cursor:
        batches = cursor.sql(
            f"select doc_id, {columns} from staging.documents {fresh} order by doc_id"
        ).to_arrow_reader(BATCH)
        for understood in understand_all(batches, reader, processes(workers, total)):
            for table, batch in (("claims", understood.claims), ("families", understood.families)):
                if batch.num_rows:
                    con.register("understood_rows", batch)
                    con.execute(f"insert into staging.{table} select * from understood_rows")
            failures += understood.failures
            done += understood.documents
            tell(done, total)
    for failure in failures:
        con.execute(
            "update staging.documents set text_hash = '' where source = ? and place = ?",
            [failure.source, failure.place],
        )
    return tuple(failures)


def write(
    con: duckdb.DuckDBPyConnection, folder: Path, taxonomy: Taxonomy, counts: tuple[str, int, int, int]
) -> None:
    """Write the new file as `new` from what is staged; `counts` are rules, new, changed and removed for `builds`."""
    target = str(folder / "new.duckdb").replace("'", "''")
    con.execute(f"attach '{target}' as new (storage_version '{STORAGE}')")
    con.execute("use new")
    schema.migrate(con)
    schema.add_functions(con)
    stage_taxonomy(con, taxonomy)
    step(con, "surfaces")
    stage_known(con, taxonomy)
    step(con, "names")
    step(con, "claims")
    step(con, "fill")
    step(con, "trade_offs")
    con.execute("insert into builds select * from old.builds")
    con.execute(
        """
        insert into builds
        select coalesce(max(build_id), 0) + 1, ?, ?, ?, ?, ?, ?, (select count(*) from documents), (select count(*) from claims)
        from builds
        """,
        [_now(), _program_version(), *counts],
    )
    schema.add_views(con)


def put_in_place(con: duckdb.DuckDBPyConnection, folder: Path, db: Path) -> None:
    """Close the new file, have it on the disk, and let it take the place of the old in one step."""
    con.execute("use memory")
    con.execute("checkpoint new")
    con.execute("detach new")
    con.execute("detach old")
    made = folder / "new.duckdb"
    if db.exists():
        shutil.copymode(db, made)
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    # What a shell left unwritten belongs to the old file and would be replayed into the new one.
    db.with_name(db.name + ".wal").unlink(missing_ok=True)
    os.replace(made, db)  # noqa: PTH105 - the atomic swap, said plainly
    if os.name == "posix":
        parent = os.open(db.parent, os.O_RDONLY)
        try:
            os.fsync(parent)
        finally:
            os.close(parent)


def _now() -> datetime:
    """Return the time, or the one that reproducible builds ask for (https://reproducible-builds.org/specs/source-date-epoch/)."""
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(asked), UTC) if asked.isdigit() else datetime.now(UTC)
    return moment.replace(microsecond=0, tzinfo=None)


def _program_version() -> str:
    try:
        return version("leaderboard")
    except PackageNotFoundError:
        return "unknown"
