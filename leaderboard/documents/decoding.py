"""Bytes become characters: UTF-8, UTF-16, UTF-32 with or without a mark, Latin-1, Windows-1252, any line end.

UTF-8 is the rule. A line with bytes that are not UTF-8 is read as Windows-1252 (which holds Latin-1), so that
`caf\\xe9` is `café` wherever it stands; `–` or `“` come out right too. Lines end in one `\\n` whether they
ended in `\\r\\n`, `\\r` or `\\n`; nothing else is changed, so character offsets are those of Python's text
files.

What is only a guess is complained about: odd bytes amid UTF-8 text, and bytes that have no meaning in either
(they are shown as U+FFFD). What is no text at all raises NotText.
"""

import codecs
import io
from collections.abc import Callable, Iterator

import regex

Complain = Callable[[str, str], None]  # place, reason
HEAD = 1 << 12

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF file; save its text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it or save it as text first"),
    (b"PAR1", "a Parquet file; export it as JSON Lines or CSV first"),
    (b"ARROW1", "an Arrow file; export it as JSON Lines or CSV first"),
    (b"SQLite format 3\0", "an SQLite database; export it as JSON Lines or CSV first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text first"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
)
# Surrogates stand for single odd bytes between the two steps of decoding (PEP 383).
ODD = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
ODD_BYTE = regex.compile(r"[\udc80-\udcff]")
UTF8_CHARACTER = regex.compile(r"[^\x00-\x7f\udc80-\udcff]")
MEANINGLESS = regex.compile(r"[\udc81\udc8d\udc8f\udc90\udc9d]")  # without a meaning in Windows-1252
# Without those that text and tables use: tab, line ends, and what separates columns.
CONTROL = regex.compile(r"[\x00\x02-\x08\x0e-\x1a\x7f]")


class NotText(Exception):
    """The bytes are not text: `NotText("character 17", "a NUL byte: …")`."""

    def __init__(self, place: str, reason: str) -> None:
        """Keep where and why."""
        super().__init__(reason)
        self.place, self.reason = place, reason


def decoded(blocks: Iterator[bytes], complain: Complain) -> Iterator[str]:
    """Yield the characters of a stream in blocks with `\\n` line ends; raises NotText where it is no text.

    >>> "".join(decoded(iter([b"caf\\xe9\\r\\n"]), print))
    'café\\n'
    """
    head = b""
    while len(head) < HEAD and (more := next(blocks, b"")):
        head += more
    mark, encoding = _encoding(head)
    _refuse_gibberish(head[len(mark) : HEAD], encoding)
    lines = io.IncrementalNewlineDecoder(None, translate=True)
    decode = Utf8(complain) if encoding == "utf-8" else Utf16(encoding, complain)
    block = head[len(mark) :]
    while block:
        if text := lines.decode(decode(block)):
            yield text
        block = next(blocks, b"")
    if text := lines.decode(decode.rest(), final=True):
        yield text


def _encoding(head: bytes) -> tuple[bytes, str]:
    """Return the byte order mark and the encoding of a stream that begins so."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return mark, encoding
    for signature, words in SIGNATURES:
        if head.startswith(signature):
            thing, semicolon, remedy = words.partition(";")
            raise NotText("byte 0", f"{thing}, which is not read{semicolon}{remedy}")
    if head[8:12] == b"DUCK":
        raise NotText("byte 0", "a DuckDB database, which is not read")
    head = head[:HEAD]
    pairs = len(head) // 2
    high, low = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    # Text in Latin letters has a NUL in every other byte of UTF-16, always on the same side.
    if pairs >= 8 and low > 0.4 * pairs and high < 0.05 * pairs:
        return b"", "utf-16-le"
    if pairs >= 8 and high > 0.4 * pairs and low < 0.05 * pairs:
        return b"", "utf-16-be"
    if high or low or head.endswith(b"\0"):
        raise NotText(f"byte {head.index(0)}", "a NUL byte: this is binary data, not text")
    return b"", "utf-8"


def _refuse_gibberish(head: bytes, encoding: str) -> None:
    """Raise where the beginning is no text, or text in an encoding of another alphabet."""
    text = head.decode(encoding, "surrogateescape" if encoding == "utf-8" else "replace")
    controls = len(CONTROL.findall(text))
    if controls > (encoding == "utf-8") and controls > 0.03 * len(text):  # one alone may be a slip
        raise NotText(
            "byte 0", f"{controls} control characters in the first {len(text)}: this is binary data, not text"
        )
    odd = ODD_BYTE.findall(text)
    if len(odd) > 8 and len(odd) > 0.2 * len(head):
        first = ODD_BYTE.search(text)
        place = "byte 0" if first is None else f"line {text.count(chr(10), 0, first.start()) + 1}"
        raise NotText(
            place,
            f"{len(odd)} of the first {len(head)} bytes are not UTF-8, nor like Latin-1; save it as UTF-8",
        )


class Utf8:
    """Decode blocks of UTF-8 with odd bytes read as Windows-1252: `Utf8(print)(b"caf\\xe9")` gives `café`."""

    def __init__(self, complain: Complain) -> None:
        """Begin; `complain` gets place and reason of what is guessed."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._complain = complain
        self._line = 1
        self._is_utf8 = False  # a character of several bytes was seen
        self._odd = 0
        self._first_odd = ""
        self._meaningless = 0

    def __call__(self, block: bytes) -> str:
        """Return the characters that are complete with this block."""
        return self._mended(self._decoder.decode(block))

    def rest(self) -> str:
        """Return the last characters and say what was guessed."""
        cut, _ = self._decoder.getstate()
        if cut and (self._is_utf8 or len(cut) > 1):  # a single byte may be the é that ends a Latin-1 file
            self._complain(
                f"line {self._line}", "ends in the middle of a character; the rest of the file is missing"
            )
            self._decoder.reset()
        text = self._mended(self._decoder.decode(b"", final=True))
        if self._odd and self._is_utf8:
            count = f"{self._odd} bytes are" if self._odd > 1 else "a byte is"
            self._complain(
                self._first_odd,
                f"{count} not UTF-8, amid UTF-8 text; read as Windows-1252: check the characters there",
            )
        return text

    def _mended(self, text: str) -> str:
        if text.isascii():
            self._line += text.count("\n")
            return text
        self._is_utf8 = self._is_utf8 or UTF8_CHARACTER.search(text) is not None
        if first := ODD_BYTE.search(text):
            place = f"line {self._line + text.count(chr(10), 0, first.start())}"
            self._first_odd = self._first_odd or place
            self._odd += len(ODD_BYTE.findall(text))
            if not self._meaningless and (nothing := MEANINGLESS.search(text)):
                self._meaningless = ord(nothing[0]) - 0xDC00
                self._complain(
                    f"line {self._line + text.count(chr(10), 0, nothing.start())}",
                    f"byte 0x{self._meaningless:02X} is neither UTF-8 nor Windows-1252; shown as \ufffd",
                )
            text = text.translate(ODD)
        self._line += text.count("\n")
        return text


class Utf16:
    """Decode blocks of UTF-16 or UTF-32, with U+FFFD for what is damaged."""

    def __init__(self, encoding: str, complain: Complain) -> None:
        """Begin; `complain` gets place and reason of the first damage."""
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._complain = complain
        self._line = 1
        self._broken = False

    def __call__(self, block: bytes) -> str:
        """Return the characters that are complete with this block."""
        return self._decode(block, final=False)

    def rest(self) -> str:
        """Return the last characters."""
        return self._decode(b"", final=True)

    def _decode(self, block: bytes, final: bool) -> str:
        state = self._decoder.getstate()
        try:
            text = self._decoder.decode(block, final)
        except UnicodeDecodeError as error:
            if not self._broken:
                self._broken = True
                self._complain(
                    f"line {self._line} or later",
                    f"not {self._encoding.upper()}: {error.reason}; shown as \ufffd",
                )
            self._decoder = codecs.getincrementaldecoder(self._encoding)("replace")
            self._decoder.setstate(state)
            text = self._decoder.decode(block, final)
        self._line += text.count("\n")
        return text
