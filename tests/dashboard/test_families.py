"""A method family's page: its best results among those of all families, and what of it is hidden."""

from leaderboard import boards
from leaderboard.warehouse import connect


def test_the_best_of_a_family_is_ranked_among_all_families(databases) -> None:
    with connect(databases["dated"]) as con:
        everyone = boards.run(con, "best_of_families", top=100)
        for family in everyone["family"].unique().to_list():
            mine = boards.run(con, "best_of_families", family=[family], top=100)
            wanted = everyone.filter(everyone["family"] == family)
            shown = ["board", "rank", "value", "results", "claim_id"]
            assert sorted(mine.select(shown).rows()) == sorted(wanted.select(shown).rows())
    assert everyone["rank"].max() > 1, "one family a board ranks nothing"


def test_boards_of_a_family_are_found_beyond_the_most_reported(databases) -> None:
    with connect(databases["dated"]) as con:
        speech = boards.run(con, "best_of_families", family=["speech and audio"], top=1)
        assert speech["benchmark"].to_list() == ["LibriSpeech"]
        all_of_it = boards.run(con, "best_of_families", family=["chain-of-thought prompting"], top=100)
        one = boards.run(con, "best_of_families", family=["chain-of-thought prompting"], top=1)
    assert one["boards_found"].to_list() == [all_of_it["board"].n_unique()]
    assert all_of_it["board"].n_unique() > 1


def test_the_page_says_what_it_leaves_out(opened) -> None:
    app = opened("families", "dated", family="chain-of-thought prompting")
    said = [caption.value for caption in app.caption]
    assert any("boards where nobody told which way is better are left out" in words for words in said)


def test_records_stay_where_rows_are_cut_and_the_others_are_counted(databases) -> None:
    with connect(databases["dated"]) as con:
        asked = {"board": "gsm8k--accuracy--percent"}
        whole = boards.run(con, "progress", **asked)
        records = whole.filter("is_record")
        cut = boards.run(con, "progress", **asked, top=records.height)
    assert 1 < records.height < whole.height
    assert cut["claim_id"].to_list() == records["claim_id"].to_list()
    assert cut["found"].unique().to_list() == [whole.height]
