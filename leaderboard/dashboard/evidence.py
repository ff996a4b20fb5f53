"""Evidence: from any number to its sentence, paper, rule and confidence; from any view to its rows and its SQL."""

import json
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from leaderboard import boards
from leaderboard.dashboard import data
from leaderboard.dashboard.highlight import visible
from leaderboard.dashboard.safe import link, plain

_COLUMNS = {
    "rank": st.column_config.NumberColumn("Rank", width="small"),
    "value": st.column_config.NumberColumn("Value", format="%.5g"),
    "confidence": st.column_config.ProgressColumn(
        "Confidence", min_value=0, max_value=1, format="%.2f", width="small"
    ),
    "url": st.column_config.LinkColumn("Link", width="small"),
    "is_own": st.column_config.CheckboxColumn("Own", width="small"),
    "is_best": st.column_config.CheckboxColumn("Best", width="small"),
}


def table(rows: pl.DataFrame, columns: list[str], key: str, height: int | None = None) -> None:
    """Draw rows as a table; picking one shows its evidence under it."""
    shown = rows.select([name for name in columns if name in rows.columns])
    if "url" in shown.columns:
        shown = shown.with_columns(pl.col("url").map_elements(link, return_dtype=pl.String))
    config = {name: _COLUMNS.get(name, name.replace("_", " ").capitalize()) for name in shown.columns}
    picked = st.dataframe(
        shown, hide_index=True, column_config=config, key=key, on_select="rerun", selection_mode="single-row",
        height=height if height is not None else min(35 * (shown.height + 1) + 3, 560), width="stretch",
    )  # fmt: skip
    chosen = picked["selection"]["rows"] if isinstance(picked, dict) else picked.selection.rows
    if chosen:
        card(rows.row(chosen[0], named=True))
    else:
        st.caption("Pick a row to see the sentence that its number was read from.")


def card(row: dict[str, Any]) -> None:
    """Show the evidence of one claim: its sentence with the number marked, the paper, the rule, the confidence."""
    with st.container(border=True):
        st.markdown(f"**{plain(row.get('paper') or row.get('doc') or '')}**")
        st.html(quoted(row))
        address = link(row.get("url"))
        said = f"Rule `{plain(row.get('rule', ''))}`, confidence {row.get('confidence') or 0:.2f}"
        if row.get("start") is not None:
            said += f", characters {row['start']}–{row['end']} of the abstract"
        st.caption(said)
        buttons = st.columns(4)
        if address:
            buttons[0].link_button("Open the paper", address, icon=":material/open_in_new:", width="stretch")
        if row.get("doc_id"):
            buttons[1].download_button(
                "BibTeX",
                bibtex(str(row["doc_id"])),
                file_name="paper.bib",
                icon=":material/format_quote:",
                width="stretch",
                key=f"bib-{row.get('claim_id')}",
            )
        buttons[2].download_button(
            "Badge",
            badge(row),
            file_name="badge.json",
            icon=":material/verified:",
            width="stretch",
            help="JSON for a shields.io endpoint badge",
            key=f"badge-{row.get('claim_id')}",
        )
        buttons[3].download_button(
            "JSON",
            json.dumps(row, default=str, ensure_ascii=False, indent=1),
            file_name="claim.json",
            icon=":material/data_object:",
            width="stretch",
            key=f"json-{row.get('claim_id')}",
        )


def quoted(row: dict[str, Any]) -> str:
    """Return the sentence of a claim as HTML with its number marked, everything in it escaped."""
    sentence = visible(str(row.get("sentence") or ""))
    first = int(row.get("start") or 0) - int(row.get("sentence_start") or 0)
    last = int(row.get("end") or 0) - int(row.get("sentence_start") or 0)
    if not 0 <= first < last <= len(sentence):
        return f"<blockquote>{escape(sentence)}</blockquote>"
    return (
        f"<blockquote>{escape(sentence[:first])}<mark style='background:#ffd54a;color:#111;padding:0 .15em;border-radius:.2em'>"
        f"{escape(sentence[first:last])}</mark>{escape(sentence[last:])}</blockquote>"
    )


def bibtex(doc_id: str) -> str:
    """Return a BibTeX entry of a paper."""
    rows = data.query("paper", document=doc_id)
    if rows.is_empty():
        return ""
    paper = rows.row(0, named=True)
    fields = {
        "title": paper["paper"],
        "author": " and ".join(paper["authors"] or []),
        "year": str(paper["date"] or "")[:4],
        "eprint": paper["arxiv_id"],
        "doi": paper["doi"],
        "url": link(paper["url"]),
        "booktitle": paper["venue"],
    }
    lines = [f"  {name} = {{{_braced(str(value))}}}," for name, value in fields.items() if value]
    key = "".join(c for c in doc_id if c.isalnum()) or "paper"
    return "\n".join([f"@misc{{{key},", *lines, "}\n"])


def _braced(text: str) -> str:
    return text.replace("\\", "").replace("{", "").replace("}", "")


def badge(row: dict[str, Any]) -> str:
    """Return the JSON of a shields.io endpoint badge for a result."""
    label = " ".join(str(row[name]) for name in ("benchmark", "metric") if row.get(name)) or str(
        row.get("kind") or "result"
    )
    value = f"{row.get('value'):g}" if isinstance(row.get("value"), (int, float)) else str(row.get("value"))
    unit = str(row.get("unit") or "")
    rank = f" (rank {row['rank']})" if row.get("rank") else ""
    message = (
        f"{value}{unit if unit in ('%', 'x') else ' ' + unit if unit and unit != 'number' else ''}{rank}"
    )
    return json.dumps({"schemaVersion": 1, "label": label, "message": message, "color": "blue"})


def downloads(rows: pl.DataFrame, name: str, **parameters: object) -> None:
    """Offer the rows of a view as CSV and JSON, and the SQL that gives them."""
    flat = (
        rows.with_columns(pl.selectors.list().list.eval(pl.element().cast(pl.String)).list.join("; "))
        if rows.width
        else rows
    )
    with st.popover("Take these rows", icon=":material/download:"):
        st.download_button(
            "CSV",
            flat.write_csv(),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"csv-{name}",
            width="stretch",
        )
        st.download_button(
            "JSON",
            rows.write_json(),
            file_name=f"{name}.json",
            mime="application/json",
            key=f"js-{name}",
            width="stretch",
        )
        st.caption("The same rows from the command line or any DuckDB shell:")
        kept = {key: value for key, value in parameters.items() if value not in (None, "", [])}
        options = "".join(
            f" --{key.replace('_', '-')} {json.dumps(str(value))}" for key, value in kept.items()
        )
        st.code(f"leaderboard query {name}{options}", language="bash")
        st.code(boards.script(name, **kept), language="sql", height=220)
