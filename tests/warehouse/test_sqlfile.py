"""Headers of the files of `queries/`: what they say is read, and what is wrong in them is named with file and line."""

import shutil

import duckdb
import pytest

from leaderboard import resources
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse import schema, sqlfile

HEADER = "-- title: Stars\n-- description: All stars.\n-- grain: one row a star\n"


@pytest.fixture
def read(tmp_path):
    def read(header, sql="select 1 as star;"):
        path = tmp_path / "stars.sql"
        path.write_text(f"{header}\n{sql}\n", encoding="utf-8")
        return sqlfile.read(path)

    return read


def test_columns_are_described_in_their_order(read):
    found = read(HEADER + "-- column: star A star\n-- column: size How large,\n--   in metres\n")
    assert found.columns == (("star", "A star"), ("size", "How large, in metres"))
    assert found.body == "select 1 as star"


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (HEADER + "-- column: star\n", r"line 1: a column is `name description`, not `star`"),
        (HEADER + "-- colum: star A star\n", r"line 4: unknown header key 'colum'; did you mean 'column'"),
        (HEADER + HEADER, r"line 4: the header says 'title' twice"),
        (HEADER.replace("-- grain: one row a star\n", ""), r"line 1: the header lacks grain"),
        (HEADER + "-- parameter: top integer 5 Rows\n", r"line 1: the header describes top, which the SQL"),
        ("-- Stars\n", r"line 1: a header line is `-- key: text`"),
    ],
)
def test_a_wrong_header_is_named_with_its_place(read, header, said):
    with pytest.raises(LeaderboardError, match=said):
        read(header)


@pytest.mark.parametrize("column", ["", "-- column: sun Not a star\n"])
def test_a_view_whose_header_describes_other_columns_than_it_has_is_refused(tmp_path, column):
    folder = tmp_path / "queries"
    shutil.copytree(
        resources.queries(), folder, ignore=lambda at, names: names if at.endswith("views") else ()
    )
    (folder / "views" / "stars.sql").write_text(f"{HEADER}{column}\nselect 1 as star;\n")
    with (
        duckdb.connect() as con,
        pytest.raises(LeaderboardError, match=r"views/stars\.sql: the columns are star, "),
    ):
        schema.add_views(con, folder)
