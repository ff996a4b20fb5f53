"""Text of papers on a page: shown as text, whatever it holds."""

import regex

_MARKUP = regex.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>:&])")
_LINK = regex.compile(r"https?://[^\s<>\"']{3,500}$")


def plain(text: object, limit: int = 2_000) -> str:
    """Return a text whose Markdown, HTML and LaTeX mean nothing: `plain("a_b") == r"a\\_b"`.

    >>> plain("<b>")
    '\\\\<b\\\\>'
    """
    shown = str(text)
    if len(shown) > limit:
        shown = shown[: limit - 1] + "…"
    return _MARKUP.sub(r"\\\1", " ".join(shown.split()))


def link(address: str | None) -> str | None:
    """Return a web address that may be followed, or None: nothing but http and https passes.

    >>> link("javascript:alert(1)") is None
    True
    """
    return address if address and _LINK.match(address) else None
