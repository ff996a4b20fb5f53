"""Lists of numbers: which are listed together, `46.7% and 22.0%`, and the edges that they share."""

from dataclasses import replace

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.edges import left_edge, right_edge
from leaderboard.extraction.frames.frame import Number
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence

_JOINING = one_of(
    """, and or / & up to by + an a about approximately nearly around over of even average also roughly more than as
    much at least almost"""
)


LEVELLED = frozenset((None, "percent", "points"))


def listed_numbers(s: Sentence) -> dict[int, Number]:
    """Return the numbers of a sentence with their edges, lists such as `46.7% and 22.0%` grouped."""
    places = [place for place in sorted(s.numbers) if s.tags[place] == "Q"]
    groups: list[list[int]] = []
    for place in places:
        if groups:
            last = groups[-1][-1]
            compared = s.flag(_past_bracket(s, place)) & (lx.COMPARATIVE | lx.NOUN_CHANGE)
            between = s.words[_past_bracket(s, last) if compared else last + 1 : place]
            same = (
                s.numbers[place].dimension == s.numbers[last].dimension
                or {
                    s.numbers[place].dimension,
                    s.numbers[last].dimension,
                }
                <= LEVELLED
            )
            if (
                same
                and 0 < len(between) <= 5
                and between[0] in (",", "and", "or", "/", "&")
                and all(word in _JOINING for word in between)
                and (s.numbers[place].unit == s.numbers[last].unit or not {"a", "an"} & set(between))
                and not (between[0] == "," and between[1:2] in (["a"], ["an"]))  # "36%, a 20% relative gain"
            ):
                groups[-1].append(place)
                continue
        groups.append([place])
    groups = [part for group in groups for part in _parts(s, group)]
    found: dict[int, Number] = {}
    for group in groups:
        members = tuple(group)
        first_left, first_before = left_edge(s, group[0])
        last_right, last_after = right_edge(s, group[-1])
        if len(group) > 1 and _past_bracket(s, group[0]) > group[0] + 1:
            last_right = max(last_right, _past_bracket(s, group[-1]))
        for place in group:
            quantity = s.numbers[place]
            if quantity.unit is None and _is_factor(s, first_left, place):
                quantity = replace(quantity, unit="x", dimension="factor", text=quantity.text + "x")
            left, before = (first_left, first_before) if place == group[0] else left_edge(s, place)
            right, after = (last_right, last_after) if place == group[-1] else right_edge(s, place)
            if place != group[0] and not before:
                before = [q for q in first_before if q in ("average", "median")]
            qualifiers = ((quantity.about,) if quantity.about else ()) + tuple(before) + tuple(after)
            found[place] = Number(place, quantity, first_left, last_right, members, qualifiers, left, right)
    return found


def _past_bracket(s: Sentence, place: int) -> int:
    """Return the place after a number and the few words in a bracket behind it: `5.6x (GEMM) and 2.7x (convolution)`."""
    close = s.partner.get(place + 1, -1) if s.tag(place + 1) == "(" else -1
    short = place + 1 < close <= place + 5
    held = [s.numbers[at] for at in range(place + 2, close) if at in s.numbers]
    # "1.8x (8B) and 8.9x (70B)"
    sized = all(number.dimension == "parameters" or number.scale for number in held)
    return close + 1 if short and sized else place + 1


def _parts(s: Sentence, group: list[int]) -> list[list[int]]:
    """Return a list of numbers as it is, or one by one where commas alone join it and the last names its own measure."""
    if len(group) < 2 or any(s.words[at] in ("and", "or", "/", "&") for at in range(group[0], group[-1])):
        return [group]
    first, last = s.after(group[-1] + 1)
    named = first == group[-1] + 1 and is_measure(s, first, last)
    return [[place] for place in group] if named else [group]


def _is_factor(s: Sentence, left: int, place: int) -> bool:
    """Tell whether `a factor of` stands among the words before a number."""
    return any(
        s.words[at] in ("factor", "factors") and s.words[at + 1] == "of" and s.tag(at - 1) in "DPoR"
        for at in range(max(0, left + 1), place - 1)
    )
