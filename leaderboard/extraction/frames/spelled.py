"""Words that hold a number: `twice as fast`, `doubles the throughput`, `INT4`, `W4A8`, `19/24 tasks`."""

from leaderboard.extraction.frames import count, ratio, size
from leaderboard.extraction.frames.edges import left_edge
from leaderboard.extraction.frames.frame import Item, Number
from leaderboard.extraction.sentence import Sentence
from leaderboard.text.numbers import NUMBER_WORDS
from leaderboard.text.tokens import Quantity


def word_number(s: Sentence, place: int, items: list[Item]) -> None:
    """Read `twice as fast`, `doubles the throughput`, `half the memory`, `ternary weights`."""
    word = s.words[place]
    value = NUMBER_WORDS[word]
    if word == "ternary":
        width = size.ternary(s, place)
        if width is not None:
            quantity = Quantity(s.starts[place], s.ends[place], value, None, "bit", "bits")
            items.append(Item(Number(place, quantity, place - 1, place + 1, (place,)), width))
        return
    quantity = Quantity(s.starts[place], s.ends[place], value, None, "x", "factor", text=word)
    left, before = left_edge(s, place)
    number = Number(place, quantity, left, place + 1, (place,), tuple(before), left, place + 1)
    frame = ratio.word_number(s, place, value, number)
    if frame is not None:
        items.append(Item(number, frame))


def word_with_digits(s: Sentence, place: int, items: list[Item]) -> None:
    """Read `INT4`, `W4A8` and `19/24 tasks`, which are words to the tokens."""
    word, start, end = s.words[place], s.starts[place], s.ends[place]
    if ("/" in word and s.word(place + 1).lstrip("-") in ("bit", "bits")) or (
        s.word(place + 1) in ("-", "–") and s.word(place + 2) in ("bit", "bits")
    ):
        for frame in size.width_words(s, place, word.replace(" ", "") + "-bit"):
            items.append(
                Item(
                    Number(
                        place,
                        Quantity(start, end, frame.value or 0.0, None, "bit", "bits"),
                        place - 1,
                        place + 1,
                        (place,),
                    ),
                    frame,
                )
            )
        return
    if "/" in word and word[0].isdigit() and "bit" not in word:
        found = count.fraction(s, place)
        if found is not None:
            items.append(
                Item(Number(place, Quantity(start, end, found[1]), place - 1, place + 1, (place,)), found[0])
            )
        return
    for frame in size.width_words(s, place):
        quantity = Quantity(start, end, frame.value or 0.0, None, "bit", "bits")
        items.append(Item(Number(place, quantity, place - 1, place + 1, (place,)), frame))
