"""What the pages with boards say, hide and mark."""

from streamlit.testing.v1 import AppTest

from leaderboard import boards
from leaderboard.warehouse import connect


def words(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in [*app.markdown, *app.caption]).replace("\\", "")


def test_baselines_are_off_until_they_are_asked_for_and_counted(opened) -> None:
    app = opened("boards", "dated", benchmark="GSM8K")
    assert "11 of 13 rows shown; hidden: 2 baselines." in words(app)
    assert "Higher is better." in words(app)
    app.toggle(key="w-baselines").set_value(True).run()
    assert app.query_params["baselines"] == "true"
    assert "13 rows, none hidden." in words(app)
    assert "baseline" in app.dataframe[0].value["qualifier"].to_list()


def test_rows_hidden_by_filters_are_counted(opened) -> None:
    app = opened("boards", "dated", benchmark="GSM8K", family=["parameter-efficient fine-tuning"])
    shown = app.dataframe[0].value
    assert f"{len(shown)} of 13 rows shown; hidden: 2 baselines, {11 - len(shown)} by the filters." in words(
        app
    )


def test_a_lower_value_is_better_where_it_is(opened) -> None:
    app = opened("boards", "dated", benchmark="LibriSpeech")
    assert "Lower is better." in words(app)
    rows = app.dataframe[0].value
    assert rows["best"].to_list()[0] == "★ best"
    assert rows["value"].to_list() == sorted(rows["value"].to_list())


def test_grouped_rows_stand_family_by_family_the_best_first(opened) -> None:
    app = opened("boards", "dated", benchmark="GSM8K", grouped="true")
    families = app.dataframe[0].value["family"].to_list()
    assert families == sorted(families, key=lambda name: families.index(name))
    plain = opened("boards", "dated", benchmark="GSM8K").dataframe[0].value
    assert families[0] == plain["family"].to_list()[0]
    assert sorted(app.dataframe[0].value["value"]) == sorted(plain["value"])


def test_any_spelling_and_the_board_alone_lead_to_the_board(opened) -> None:
    for query in ({"benchmark": "gsm 8k"}, {"board": "gsm8k--accuracy--percent"}):
        assert any(
            "GSM8K, accuracy" in heading.value for heading in opened("boards", "dated", **query).subheader
        )


def test_the_picker_counts_what_the_filters_leave(opened) -> None:
    app = opened("boards", "dated", family=["quantization"])
    options = app.selectbox(key="w-benchmark").options
    assert [option for option in options if option.startswith("MMLU (")]
    assert not [option for option in options if option.startswith("GSM8K")]


def test_claims_that_disagree_are_side_by_side(opened) -> None:
    app = opened("boards", "dated", benchmark="GSM8K")
    assert any("Claims that disagree" in heading.value for heading in app.subheader)
    side = next(element.proto.body for element in app.get("html") if "lb-side" in element.proto.body)
    assert side.count("<figure>") == 2
    assert "<mark>84.0%</mark>" in side
    assert "<mark>82.5%</mark>" in side
    assert "83.25" not in side


def test_the_claim_of_a_link_is_open_with_its_evidence(opened, databases) -> None:
    with connect(databases["dated"]) as con:
        row = boards.run(con, "leaderboard", benchmark="GSM8K").row(0, named=True)
    app = opened("boards", "dated", benchmark="GSM8K", claim=row["claim_id"])
    quote = next(element.proto.body for element in app.get("html") if "lb-quote" in element.proto.body)
    assert f"<mark>{row['text']}</mark>" in quote
    said = words(app)
    assert row["paper"] in said
    assert f"rule {row['rule']}" in said
    assert f"confidence {row['confidence']:.2f}" in said
    assert f"characters {row['start']} to {row['end']}" in said


def test_a_claim_outside_the_rows_of_a_link_is_shown_all_the_same(opened, databases) -> None:
    with connect(databases["dated"]) as con:
        claim = boards.run(con, "leaderboard", benchmark="ImageNet")["claim_id"][0]
    app = opened("boards", "dated", benchmark="GSM8K", claim=claim)
    assert "The claim of this link is not among the rows shown" in words(app)


def test_compare_marks_differences_and_the_best(opened) -> None:
    app = opened("compare", "dated", methods=["ThinkFive", "AdaptLess"])
    rows = app.dataframe[0].value
    [gsm] = rows[rows["measured"] == "accuracy on GSM8K (%)"].to_dict("records")
    assert gsm["mark"] == "≠"
    assert gsm["ThinkFive"] == "93.4 ★"
    assert gsm["AdaptLess"] == "75.6"


def test_compare_keeps_the_order_of_the_picks(opened) -> None:
    for picks in (["ThinkFive", "AdaptLess"], ["AdaptLess", "ThinkFive"]):
        columns = opened("compare", "dated", methods=picks).dataframe[0].value.columns.to_list()
        assert [name for name in columns if name in picks] == picks


def test_compare_has_an_example_whatever_the_data(opened) -> None:
    for state in ("sample", "dated"):
        app = opened("compare", state)
        app.button(key="example").click().run()
        assert not app.exception
        assert len(app.query_params["methods"]) == 2
        assert app.dataframe


def test_a_column_that_no_row_fills_is_left_out_and_said(opened) -> None:
    app = opened("claims", "dated", kind=["bit_width"])
    columns = app.dataframe[0].value.columns.to_list()
    assert "value" in columns
    assert "benchmark" not in columns
    assert any("No row has" in caption.value and "benchmark" in caption.value for caption in app.caption)


def test_the_landing_says_which_way_is_better_and_offers_its_rows(opened) -> None:
    app = opened("boards", "dated")
    rows = app.dataframe[0].value.set_index(["benchmark", "metric"])
    assert rows.loc[("GSM8K", "accuracy"), "better"] == "higher"
    assert rows.loc[("LibriSpeech", "WER"), "better"] == "lower"
    shown = [code.value for code in app.code]
    assert [code for code in shown if code.startswith("leaderboard query boards")]
    assert [code for code in shown if code.startswith("leaderboard query newest_records")]


def test_parts_of_the_landing_say_which_filters_they_cannot_follow(opened) -> None:
    app = opened("boards", "dated", family=["quantization"])
    assert "This chart cannot follow: method family is quantization." in words(app)


def test_compare_takes_papers_too(opened) -> None:
    app = opened("compare", "dated", what="papers", papers=["arxiv:2206.00005", "arxiv:2302.00006"])
    assert not app.exception
    assert {"arxiv:2206.00005", "arxiv:2302.00006"} <= set(app.dataframe[0].value.columns)


def test_a_paper_shows_each_claim_where_it_stands(opened) -> None:
    app = opened("papers", "dated", paper="arxiv:2203.00001")
    text = next(
        element.proto.body for element in app.get("html") if 'class="lb-abstract"' in element.proto.body
    )
    assert "61.4%" in text
    assert text.count("<mark") == len(app.dataframe[0].value)
    assert text.count("lb-card") == len(app.dataframe[0].value)


def test_the_query_page_refuses_in_words(opened) -> None:
    for sql, said in (
        ("drop table claims", "Only SELECT is possible"),
        ("select * from read_text('/etc/passwd')", "Refused"),
        ("select 1; select 2", "Give one SQL statement"),
        ("select nothing from claims", "nothing"),
    ):
        app = opened("query", "dated", sql=sql)
        assert not app.exception
        assert said in app.error[0].value.replace("\\", "")


def test_a_shipped_query_is_loaded_with_its_parameters_in_place(opened) -> None:
    app = opened("query", "dated")
    app.selectbox(key="w-start").select("leaderboard").run()
    assert not app.error
    assert "getvariable" not in app.text_area(key="w-sql").value
    assert "chosen" in app.query_params["sql"]
