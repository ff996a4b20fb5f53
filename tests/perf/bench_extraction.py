"""How fast claims are extracted, on one core: `python tests/perf/bench_extraction.py [PAPERS …] [--passes 5]`.

Prints, and asserts nothing:

- abstracts a second on the corpora beside the checkout (the bundled sample where they are missing) or on the given
  sources, beside quantulum3 and a blank spaCy pipeline whose `Matcher` only finds the numbers (`pip install -e
  '.[bench]'`; left out where they are missing), and beside one bare regular expression for numbers. Contenders take
  turns, slow ones get a part of the documents, the clock is the processor's;
- time against length of text, which is to be linear;
- time against size of the taxonomy, 2,000 and 50,000 names;
- time a character on texts made to make patterns go back, against ordinary text.
"""

import argparse
import contextlib
import logging
import statistics
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace

import regex
from bench_names import LARGE, SMALL, indexes
from timing import Contender, corpus, rates, seconds

from leaderboard.documents import read
from leaderboard.extraction import extract
from leaderboard.extraction.pipeline import Extractor
from leaderboard.model import Document
from leaderboard.taxonomy import NameIndex, Taxonomy, default

NUMBER = regex.compile(r"\d+(?:\.\d+)?")

# How many documents the slow contenders get in a pass.
SPACY_SAMPLE, QUANTULUM_SAMPLE = 1_000, 60
LENGTHS = (1, 10, 100)
JUNK_LENGTH = 20_000


def bare_regex(document: Document) -> object:
    """Find the numbers with one regular expression."""
    return NUMBER.findall(document.abstract)


def quantulum() -> Callable[[Document], object] | None:
    """Return what parses quantities with quantulum3, or None where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            from quantulum3 import parser
        except ImportError:
            return None
    logging.getLogger("quantulum3").setLevel(logging.CRITICAL)

    def work(document: Document) -> object:
        # A text that quantulum3 fails on counts with the time it took until then.
        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return parser.parse(document.abstract)
        return None

    return work


def spacy_numbers() -> Callable[[Document], object] | None:
    """Return what tokenizes with a blank spaCy pipeline and matches number-like tokens, or None without spaCy."""
    try:
        import spacy
        from spacy.matcher import Matcher
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    matcher = Matcher(pipeline.vocab)
    matcher.add("number", [[{"LIKE_NUM": True}], [{"TEXT": {"REGEX": r"^\d+(\.\d+)?$"}}]])
    return lambda document: matcher(pipeline(document.abstract))


def speed(label: str, documents: Sequence[Document], passes: int) -> None:
    """Print abstracts a second of every contender on one corpus."""
    ours = "extraction"
    contenders = [
        Contender(ours, extract, documents),
        Contender("one bare regex", bare_regex, documents),
    ]
    for name, work, size in (
        ("spaCy, numbers only", spacy_numbers(), SPACY_SAMPLE),
        ("quantulum3", quantulum(), QUANTULUM_SAMPLE),
    ):
        if work is None:
            print(f"  {name}: not installed (pip install -e '.[bench]')")
        else:
            contenders.append(Contender(name, work, documents[:: max(1, len(documents) // size)]))
    found = rates(contenders, passes)
    print(f"\n{label}: {len(documents):,} abstracts, abstracts a second, median of {passes} passes in turns")
    for contender in contenders:
        values = found[contender.name]
        ratio = statistics.median(v / o for v, o in zip(values, found[ours], strict=True))
        part = (
            "" if len(contender.documents) == len(documents) else f", on {len(contender.documents):,} of them"
        )
        print(
            f"  {contender.name:<20} {statistics.median(values):>10,.0f}  ({min(values):,.0f} to {max(values):,.0f})"
            f"  {ratio:8.2f} times our speed{part}"
        )


def growth(document: Document, passes: int) -> None:
    """Print the time of one abstract, of ten and of a hundred in one text."""
    times = {}
    for times_longer in LENGTHS:
        text = "\n".join([document.abstract] * times_longer)
        times[times_longer] = seconds(lambda text=text: extract(replace(document, abstract=text)), passes)
    print("\nlength of text: milliseconds, and against so many texts of the single length")
    for longer, taken in times.items():
        print(f"  {longer:>4} x {1000 * taken:10.2f} ms  {taken / (longer * times[1]):6.2f}")


def sizes(label: str, documents: Sequence[Document], passes: int) -> None:
    """Print abstracts a second with 2,000 and with 50,000 names that find the same."""

    class Sized(Taxonomy):
        """The shipped taxonomy with another matcher."""

    def extractor(names: NameIndex) -> Extractor:
        base = default()
        taxonomy = Sized(base.benchmarks, base.metrics, base.families, base.models, base.units, base.folders)
        taxonomy.__dict__["names"] = names
        return Extractor(taxonomy)

    small, large = (extractor(names) for names in indexes())
    found = rates(
        [
            Contender(f"{SMALL:,}", small.extract, documents),
            Contender(f"{LARGE:,}", large.extract, documents),
        ],
        passes,
    )
    few, many = found[f"{SMALL:,}"], found[f"{LARGE:,}"]
    ratio = statistics.median(f / m for f, m in zip(few, many, strict=True))
    print(f"\nnames in the taxonomy ({label}): abstracts a second")
    print(f"  {SMALL:>7,} names {statistics.median(few):10,.0f}")
    print(f"  {LARGE:>7,} names {statistics.median(many):10,.0f}  {ratio:.2f} times as long")


def junk(document: Document, passes: int) -> None:
    """Print microseconds a character on ordinary text and on texts that make a careless pattern go back."""
    length = JUNK_LENGTH
    ordinary = (document.abstract + "\n") * (length // len(document.abstract) + 1)
    texts = {
        "ordinary": ordinary[:length],
        "digits": "1" * length,
        "digits and dots": "1." * (length // 2),
        "digits and commas": "1,234," * (length // 6),
        "dashes": "-" * length,
        "numbers and dashes": "3-" * (length // 2),
        "opening brackets": "(" * length,
        "brackets in brackets": "(" * (length // 2) + ")" * (length // 2),
        "dollars": "$" * length,
        "dollars and numbers": "$1 " * (length // 3),
        "letters without spaces": "a" * length,
        "capitals": "AB-" * (length // 3),
        "spaces": " " * length,
        "percent signs": "5% " * (length // 3),
        "numbers and units": "4-bit, " * (length // 7),
        "commas and and": "and 3, " * (length // 7),
        "backslashes": "\\pm{" * (length // 4),
        "slashes": "1/2/" * (length // 4),
    }
    print(f"\ntexts of {length:,} characters: microseconds a character, against ordinary text, and against")
    print("ten times a tenth of the text (about 1 where time is linear)")
    first = None
    for name, text in texts.items():
        whole = seconds(lambda text=text: extract(replace(document, abstract=text)), passes)
        tenth = seconds(lambda text=text: extract(replace(document, abstract=text[: length // 10])), passes)
        first = first or whole
        print(
            f"  {name:<24} {1e6 * whole / length:8.3f}  {whole / first:7.2f}  {whole / (10 * max(tenth, 1e-9)):7.2f}"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("papers", nargs="*", help="sources to measure on instead of the corpora")
    parser.add_argument("--passes", type=int, default=5)
    asked = parser.parse_args()
    if asked.papers:
        given = [d for d in read(asked.papers) if isinstance(d, Document)]
        corpora = [(", ".join(asked.papers), given)]
    else:
        corpora = [corpus("bulk.jsonl.gz"), corpus("dev.jsonl", least=20_000)]
    for label, documents in corpora:
        speed(label, documents, asked.passes)
    label, documents = corpora[0]
    longest = max(documents[:200], key=lambda d: len(d.abstract))
    growth(longest, asked.passes)
    sizes(label, documents[:2_000], asked.passes)
    junk(longest, asked.passes)


if __name__ == "__main__":
    main()
