r"""Clean text with a way back: LaTeX, HTML entities and Unicode look-alikes out, offsets kept.

`clean(r"an accuracy of 79.27\% ($1.45\times$)")` reads `an accuracy of 79.27% (1.45×)`, and `raw_span` leads from a
span of that text to the characters of the abstract as it was read.
"""

from bisect import bisect_right
from dataclasses import dataclass

import regex
from ahocorasick_rs import AhoCorasick

# one character for one character: the offsets stay
_SAME_LENGTH = {
    **dict.fromkeys(
        "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029",
        " ",
    ),
    **dict.fromkeys("‐‑‒−﹣－", "-"),
    **dict.fromkeys("–—―", "–"),
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("∼～˜", "~"),
    "％": "%",
    "⁺": "+",
    "✕": "×",
    "✖": "×",
    "⨯": "×",
    "⟶": "→",
    "⇒": "→",
    "➔": "→",
    "≃": "≈",
    "≅": "≈",
    "⩽": "≤",
    "⩾": "≥",
}

# What markup begins with: a look at the characters tells nearly all texts without markup, and where to look at the others.
_MARKS = ("\\", "$", "&", "{", "}", "*", "~", "<", "->", "(cid:")
_INVISIBLES = (*map(chr, range(0x200B, 0x2010)), "\u2060", "\ufeff", "\u00ad")
_BEGINNINGS = AhoCorasick([*_MARKS, "-->", *_INVISIBLES])
_SAME_LENGTH_ASCII = {sign: instead for sign, instead in _SAME_LENGTH.items() if sign.isascii()}

_MARKUP = regex.compile(
    r"""
    \\(?:text|math|emph|bf|it|rm|tt|textsc|textbf|textit|texttt|mathbf|mathrm|mathcal|mathit|mathsf|textsf|underline|textcolor|mbox|boldsymbol|text[a-z]{2})
       (?![A-Za-z])\s*+\{?              # \textbf{ … } : the brace that closes it goes with the next branch but one
  | (?P<times>\\times(?![A-Za-z]))
  | (?P<sim>\\(?:sim|approx|simeq|thicksim)(?![A-Za-z]))
  | (?P<arrow>\\(?:rightarrow|to|longrightarrow|Rightarrow)(?![A-Za-z]))
  | (?P<arrow2>(?<=[\d%)\s])-{1,2}>(?=[\s\d~$]))
  | (?P<le>\\(?:leq?|leqslant|lesssim)(?![A-Za-z]))
  | (?P<ge>\\(?:geq?|geqslant|gtrsim)(?![A-Za-z]))
  | (?P<lt>\\lt(?![A-Za-z])|&lt;)
  | (?P<gt>\\gt(?![A-Za-z])|&gt;)
  | (?P<pm>\\pm(?![A-Za-z])|&plusmn;)
  | (?P<mu>\\mu(?![A-Za-z]))
  | (?P<htimes>&times;)
  | (?P<amp>&amp;|\\&)
  | (?P<quote>&quot;)
  | (?P<apos>&\#0?39;|&apos;)
  | (?P<dash>&[mn]dash;)
  | (?P<space>&nbsp;|&thinsp;|&\#160;|\\[,;:!\ ]|\\q?quad(?![A-Za-z]))
  | </?[a-z]{1,6}>                       # HTML tags
  | (?<=\d)(?P<tie>~)(?=[A-Za-z])       # an unbreakable space: 9~GB
  | \\[()](?=\W|\d)|(?<=[\w}])\\\)     # \( … \) around mathematics
  | \\(?P<escaped>[%$\#_{}])
  | \{(?P<comma>,)\}
  | \\[A-Za-z]++\*?                     # any other command: its name goes, what it holds stays
  | (?P<dollar>\$)
  | [{}]
  | (?<![\w*])\*{1,3}+(?=\w)|(?<=[^\s*])\*{1,3}+(?!\d)   # Markdown's emphasis, not a product
  | [\u200b-\u200f\u2060\ufeff\u00ad]   # characters without width
  | \(cid:(?:173\)\ *+|\d{1,4}\))       # a glyph without a character, as PDF readers write it; 173 is a soft hyphen
    """,
    regex.VERBOSE,
)

_STANDS_FOR = {
    "times": "×",
    "htimes": "×",
    "sim": "~",
    "arrow": "→",
    "arrow2": "→",
    "le": "≤",
    "ge": "≥",
    "lt": "<",
    "gt": ">",
    "pm": "±",
    "mu": "μ",
    "amp": "&",
    "quote": '"',
    "apos": "'",
    "dash": "–",
    "space": " ",
    "tie": " ",
    "comma": ",",
}

# a dollar sign that opens or closes mathematics, not one that names a price
_MATHS = regex.compile(
    r"\$(?!\s)([^$]{1,120}?)(?<![\s\\])\$(?!\d(?!\\?%))|\$\s*+\\[a-z]++\s*+\$|\$[\d.,]{1,12}\s*+\\[a-z]++\s*+\$|(?<=[\s(\[])\$\s*+\\?[a-z~<>]++\s*+\$"
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text fit for the rules, and for each stretch of it where it starts in the raw one.

    `starts` are the clean offsets at which the shift changes, `shifts` what to add there to get the raw offset.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def raw(self, offset: int) -> int:
        """Return the raw offset of a clean character."""
        if len(self.starts) == 1:
            return offset
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open raw span of a non-empty clean span."""
        if len(self.starts) == 1:
            return start, end
        return self.raw(start), self.raw(end - 1) + 1


def clean(raw: str) -> CleanText:
    r"""Return the text without markup: `clean(r"79.27\%").text == "79.27%"`.

    >>> clean(r"a \textbf{2.72}$\times$ gain").text
    'a 2.72× gain'
    """
    # a look for each sign is far cheaper than a look at each character, and most abstracts hold few or none of them
    plain = raw.isascii()
    text = raw
    for sign, instead in (_SAME_LENGTH_ASCII if plain else _SAME_LENGTH).items():
        if sign in text:
            text = text.replace(sign, instead)
    if plain and not any(sign in text for sign in _MARKS):
        return CleanText(text)
    marks = _BEGINNINGS.find_matches_as_indexes(text, True)
    if not marks:
        return CleanText(text)
    maths: set[int] = set()
    if "$" in text:
        for match in _MATHS.finditer(text):
            maths.update((match.start(), match.end() - 1))
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = last = after = 0
    for _, mark, _ in marks:
        found = _MARKUP.match(text, mark) if mark >= after else None
        if found is None:
            continue
        begin, end = found.span()
        after = end
        kind = found.lastgroup
        if kind == "dollar" and begin not in maths:
            continue
        kept = text[last:begin]
        instead = found["escaped"] if kind == "escaped" else _STANDS_FOR.get(kind or "", "")
        pieces.append(kept)
        length += len(kept)
        if instead:
            pieces.append(instead)
            # the sign stands where its command ends, so that a span that closes with it quotes the whole command
            if end - len(instead) - length != shifts[-1]:
                starts.append(length)
                shifts.append(end - len(instead) - length)
            length += len(instead)
        last = end
        if end - length != shifts[-1]:
            if starts[-1] == length and len(starts) > 1:
                shifts[-1] = end - length
            else:
                starts.append(length)
                shifts.append(end - length)
    pieces.append(text[last:])
    return CleanText("".join(pieces), tuple(starts), tuple(shifts))
