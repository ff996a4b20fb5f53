import codecs
from collections.abc import Callable
from typing import Any

import pytest

from leaderboard.documents.decoding import NotText, decoded

Read = Callable[[str | bytes], Any]
TEXT = "Zähler: “naïve” – 10 × 5 €\nλ-calculus, 数"


def decode(data: bytes, size: int = 7) -> tuple[str, list[tuple[str, str]]]:
    said: list[tuple[str, str]] = []
    blocks = (data[at : at + size] for at in range(0, len(data), size))
    return "".join(decoded(blocks, lambda place, reason: said.append((place, reason)))), said


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(mark: bytes, encoding: str) -> None:
    text = "We count stars, mostly in Latin letters. " + TEXT
    assert decode(mark + text.encode(encoding)) == (text, [])


def test_latin_1_and_windows_1252_bytes_come_out_right_without_a_word() -> None:
    assert decode("Café Müller".encode("latin-1")) == ("Café Müller", [])
    assert decode("“naïve” – 5 €".encode("cp1252")) == ("“naïve” – 5 €", [])
    assert decode(b"caf\xe9") == ("café", [])


def test_a_latin_1_line_amid_utf_8_is_read_and_said() -> None:
    text, said = decode("é one\n".encode() * 3 + b"caf\xe9 two\n")
    assert text == "é one\n" * 3 + "café two\n"
    assert said == [
        ("line 4", "a byte is not UTF-8, amid UTF-8 text; read as Windows-1252: check the characters there")
    ]


def test_bytes_without_any_meaning_are_shown_and_said() -> None:
    text, said = decode(b"good line\nbad \x81 byte\n")
    assert text == "good line\nbad \ufffd byte\n"
    assert said == [("line 2", "byte 0x81 is neither UTF-8 nor Windows-1252; shown as \ufffd")]


def test_text_that_ends_within_a_character_is_said() -> None:
    text, said = decode("é one\nλ".encode()[:-1])
    assert text == "é one\n"
    assert said[0][0] == "line 2"
    text, said = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le")[:-1])
    assert text.startswith("a")
    assert len(said) == 1


def test_all_line_ends_become_one_and_others_stay() -> None:
    assert decode(b"a\r\nb\rc\nd\x0be\x85", 1)[0] == "a\nb\nc\nd\x0be…"
    assert decode("a\u2028b\r\n".encode())[0] == "a\u2028b\n"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"text and a \x00 in it", "binary"),
        (bytes(range(1, 256)), "binary"),
        (b"%PDF-1.7\n%abc", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP archive or an office document, which is not read; unpack it"),
        (b"\0" * 8 + b"DUCK" + b"\0" * 100, "a DuckDB database, which is not read"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PAR1\x15\x04", "Parquet"),
        ("Мы считаем звёзды в ясные ночи".encode("cp1251"), "save it as UTF-8"),
        ("私たちは星を数える。晴れた夜に".encode("shift-jis"), "save it as UTF-8"),
    ],
)
def test_what_is_no_text_or_in_a_foreign_encoding_is_refused_with_a_reason(data: bytes, word: str) -> None:
    with pytest.raises(NotText) as caught:
        decode(data)
    assert word in caught.value.reason
    assert caught.value.place


def test_refusals_of_encodings_come_with_the_documents(found: Read) -> None:
    lines = '{"title": "Ä"}\n'.encode() + b'{"title": "caf\xe9"}\n' + b'{"title": "C"}\n'
    both = found(lines)
    assert both.titles == ["Ä", "café", "C"]
    assert both.places == ["line 2"]


def test_separators_of_old_tables_are_not_binary() -> None:
    assert decode(b"Title\x01Abstract\x1fYear\n" * 3)[1] == []
