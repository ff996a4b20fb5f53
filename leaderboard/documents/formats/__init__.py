'''The formats that are read: one file each, found by what a text looks like and never by a file's name.

A new format is ONE new file here. The registry picks it up; it needs these two functions (copy this):

    """Greetings: one paper a line, `HELLO title :: abstract`.

    Example of what is read::

        HELLO Counting Stars :: We count 12 stars at night.
    """

    from collections.abc import Iterator

    from leaderboard.documents.record import document
    from leaderboard.documents.text import Text
    from leaderboard.model import Document, Refusal

    NAME = "greetings"  # said in messages and listings; no two formats share one


    def sniff(head: str) -> float:
        """Return how sure it is, 0 to 1, that a text with this beginning is in this format."""
        return 0.9 if head.startswith("HELLO ") else 0.0


    def read(text: Text) -> Iterator[Document | Refusal]:
        """Yield what the text holds, in order, holding no more of it than a record at a time."""
        for number, line in enumerate(text.lines(), 1):
            title, mark, abstract = line.removeprefix("HELLO ").partition(" :: ")
            if mark:
                yield document({"title": title, "abstract": abstract}, text.source, f"line {number}")
            else:
                yield Refusal(text.source, f"line {number}", "has no :: between title and abstract")

`document` knows the usual names of fields (documents/fields.py) and makes ids, dates, authors and links of
them. `sniff` and `read` never raise, whatever the text: what cannot be read is a Refusal with its place, and
the rest goes on. Sure values in use: 0.95 and more for syntax that nothing else has, 0.5 to 0.9 for tables
and tagged text, below for prose.'''
