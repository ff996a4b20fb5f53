"""The same two papers in every format, encoding, line end and packing, under a name that says nothing: the same documents."""

import gzip
import json

import pytest
import zstandard

from leaderboard.documents import read_bytes
from leaderboard.model import Refusal

PAPERS = [
    (
        "Café Net: Faster Naïve Sorting",
        "We present Café Net. It reaches an accuracy of 81.5% on CIFAR-10, and is 2x faster.",
    ),
    (
        "Learning to Count Stars",
        "Counting stars is hard. Our counter attains an F1 of 79.2 with 14M parameters, as we show.",
    ),
]


def inverted(text):
    index = {}
    for place, word in enumerate(text.split()):
        index.setdefault(word, []).append(place)
    return index


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def records(title="title", abstract="abstract", made=str, **more):
    return [{title: one, abstract: made(two), **more} for one, two in PAPERS]


FORMATS = {
    "listing page": "Daily Papers\nSearch\nSign in\n\n"
    + "\n\n".join(f"{title}\n\n{abstract}" for title, abstract in PAPERS)
    + "\n",
    "JSON list": json.dumps(records(), ensure_ascii=False, indent=2),
    "JSON with papers inside": json.dumps({"count": 2, "papers": records()}, ensure_ascii=False),
    "JSON by id": json.dumps({str(n): record for n, record in enumerate(records())}, ensure_ascii=False),
    "JSON Lines": lines(*records()),
    "arXiv snapshot": lines(
        *(
            record
            | {
                "submitter": "A",
                "authors": "Ann A, Bob B",
                "categories": "cs.LG",
                "versions": [{"version": "v1"}],
            }
            for record in records()
        )
    ),
    "Semantic Scholar": lines(*records(paperId="9f8a", corpusId=12, fieldsOfStudy=["Computer Science"])),
    "Semantic Scholar, inverted": lines(
        *records(abstract="abstractInvertedIndex", made=inverted, paperId="9f8a")
    ),
    "OpenAlex": json.dumps(
        {"results": records("display_name", "abstract_inverted_index", inverted)}, ensure_ascii=False
    ),
    "conference list": json.dumps(
        [{"paper": record, "session": "Oral"} | record for record in records()], ensure_ascii=False
    ),
    "CSV": "title,abstract\n" + "".join(f'"{title}","{abstract}"\n' for title, abstract in PAPERS),
    "TSV": "Title\tAbstract\n" + "".join(f"{title}\t{abstract}\n" for title, abstract in PAPERS),
    "CSV with semicolons": "abstract;title\n" + "".join(f'"{two}";"{one}"\n' for one, two in PAPERS),
    "BibTeX": "".join(
        f"@article{{key{n},\n  title = {{{title}}},\n  abstract = {{{abstract.replace('%', chr(92) + '%')}}},\n}}\n\n"
        for n, (title, abstract) in enumerate(PAPERS)
    ),
    "Atom": '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Results</title>\n'
    + "".join(
        f"<entry><title>{title}</title>\n<summary>{abstract}</summary></entry>\n"
        for title, abstract in PAPERS
    )
    + "</feed>\n",
    "one paper as text": "\n\n".join(PAPERS[0]) + "\n",
    "one paper with labels": f"Title: {PAPERS[0][0]}\n\nAbstract: {PAPERS[0][1]}\n",
    "one paper as Markdown": f"# {PAPERS[0][0]}\n\nAnn A, Bob B\n\n## Abstract\n\n{PAPERS[0][1]}\n\n## 1 Introduction\n\nStars.\n",
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252")
ENDS = ("\n", "\r\n", "\r")
PACKINGS = {"plain": bytes, "gz": gzip.compress, "zst": zstandard.ZstdCompressor().compress}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_in_every_encoding_with_every_line_end_packed_and_not(name):
    expected = PAPERS[:1] if name.startswith("one paper") else PAPERS
    for encoding in ENCODINGS:
        for end in ENDS:
            data = FORMATS[name].replace("\n", end).encode(encoding)
            for packing, pack in PACKINGS.items():
                found = list(read_bytes(pack(data), "nameless"))
                place = (encoding, end, packing)
                assert [each for each in found if isinstance(each, Refusal)] == [], place
                said = [(paper.title, paper.abstract.replace("\\%", "%")) for paper in found]
                assert said == expected, place
