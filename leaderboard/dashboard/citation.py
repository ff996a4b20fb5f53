"""BibTeX entries of papers."""

from typing import Any

import regex

from leaderboard.dashboard import data
from leaderboard.dashboard.safe import link

MOST = 200


def bibtex(doc_ids: list[str]) -> str:
    """Return the BibTeX entries of papers, each once, at most `MOST`."""
    entries = []
    for doc_id in list(dict.fromkeys(doc_ids))[:MOST]:
        rows = data.query("paper", document=doc_id)
        if not rows.is_empty():
            entries.append(entry(rows.row(0, named=True)))
    return "\n".join(entries)


def entry(paper: dict[str, Any]) -> str:
    """Return one entry; what is not known is left out.

    >>> print(entry({"paper": "A {B}", "doc_id": "arxiv:2401.1", "authors": ["Ann O"], "date": "2024", "arxiv_id": "2401.1"}))
    @misc{ann2024a,
      title = {{A B}},
      author = {Ann O},
      year = {2024},
      eprint = {2401.1},
      archivePrefix = {arXiv},
    }
    <BLANKLINE>
    """
    arxiv = paper.get("arxiv_id")
    fields = {
        "title": f"{{{_plain(paper['paper'])}}}",
        "author": " and ".join(_plain(author) for author in paper.get("authors") or []),
        "year": str(paper.get("date") or "")[:4],
        "booktitle": _plain(paper.get("venue") or ""),
        "eprint": _plain(arxiv or ""),
        "archivePrefix": "arXiv" if arxiv else "",
        "doi": _plain(paper.get("doi") or ""),
        "url": _plain(link(paper.get("url")) or ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(paper)},", *lines, "}\n"])


def _key(paper: dict[str, Any]) -> str:
    """Return the key of an entry: first author's first name as written, year, first word of the title."""
    authors = paper.get("authors") or []
    who = regex.sub(r"[^a-z]", "", str(authors[0]).split(" ")[0].lower()) if authors else ""
    word = regex.sub(r"[^a-z0-9]", "", str(paper["paper"]).split(" ")[0].lower())
    key = f"{who}{str(paper.get('date') or '')[:4]}{word}"
    return key or regex.sub(r"[^A-Za-z0-9]", "", str(paper.get("doc_id"))) or "paper"


def _plain(text: str) -> str:
    """Return a text that cannot leave its braces, nor its line."""
    return " ".join(str(text).replace("\\", "").replace("{", "").replace("}", "").split())
