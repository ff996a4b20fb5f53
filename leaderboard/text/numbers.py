"""Numbers as authors write them, to floats: `1,024`, `.5`, `7.5` with `billion`, `two` with `hundred`."""

SPELLED: dict[str, float] = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "sixteen": 16,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}

# words that are a number by themselves, with the factor that they stand for
NUMBER_WORDS: dict[str, float] = {
    "twice": 2.0, "thrice": 3.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0, "doubling": 2.0, "triple": 3.0, "triples": 3.0, "tripled": 3.0, "tripling": 3.0,
    "quadruples": 4.0, "quadrupling": 4.0, "quadrupled": 4.0, "quadruple": 4.0, "half": 0.5, "halves": 2.0, "halving": 2.0, "halved": 2.0, "halve": 2.0, "ternary": 1.58,
}  # fmt: skip

SCALES: dict[str, float] = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "t": 1e12,
    "trillion": 1e12,
}


def number(text: str) -> float:
    """Return the value of digits with or without thousands separators, or of a spelled number.

    >>> number("1,024"), number(".5"), number("seven"), number("two hundred")
    (1024.0, 0.5, 7.0, 200.0)
    """
    if text[:1].isdigit() or text[:1] == ".":
        return float(text.replace(",", "").replace(" ", "") if "," in text or " " in text else text)
    words = text.lower().replace("-", " ").split()
    if words and words[0] in SPELLED:
        total = 1.0 if words[0] in ("hundred", "thousand") else 0.0
        for word in words:
            value = SPELLED.get(word, 0.0)
            total = total * value if word in ("hundred", "thousand") else total + value
        return total
    return float(text.replace(",", "").replace(" ", ""))


def scale(text: str | None) -> float:
    """Return the factor of a scale word or suffix: `scale("B") == 1e9`, 1 for none."""
    return SCALES[text.strip(" -").lower().rstrip("s")] if text else 1.0
