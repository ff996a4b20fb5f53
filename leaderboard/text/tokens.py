"""Tokens of a sentence: words, punctuation and quantities, in one pass of one pattern.

`tokenize("improves F1 by 3.2% on SQuAD2.0")` gives the words, and one quantity of value 3.2 in `%`: digits inside a
name (`F1`, `SQuAD2.0`, `GPT-3.5`, `256x256`, `3D`) stay inside their word and are no quantity.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex

from leaderboard.text.numbers import SCALES, SPELLED, number, scale


def _either(names: Iterable[str]) -> str:
    """Return a pattern of any of the names, the longest first, in which names share their beginnings."""
    tree: dict[str, set[str]] = {}
    for name in names:
        tree.setdefault(name[:1], set()).add(name[1:])
    ends = "" in tree
    branches = [
        regex.escape(first, special_only=True) + _either(rest)
        for first, rest in sorted(tree.items())
        if first
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}" if ends or len(branches) > 1 else branches[0]


_SPELLED = _either(SPELLED)
_NUM = r"(?:\d{1,3}+(?:,\d{3})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?|\.\d++)"

# spelled form of a unit -> (symbol, dimension)
UNITS: dict[str, tuple[str, str]] = {}


def _unit(symbol: str, dimension: str, *names: str) -> None:
    for name in names:
        UNITS[name] = (symbol, dimension)


_unit("%", "percent", "%", "percent", "per cent")
_unit("points", "points", "%p", "%pt", "%pts", "pp", "pps", "p.p.", "percentage point", "percentage points", "percent points",
      "% point", "% points", "point", "points", "pts", "pt", "%-point", "%-points", "percentage-point", "percent point", "ppt")  # fmt: skip
_unit("x", "factor", "x", "×", "times", "fold", "folds")
_unit("bit", "bits", "bit", "bits", "bpw", "bits per weight", "bits per parameter")
_unit("parameters", "parameters", "parameters", "parameter", "params", "param")
_unit("ms", "time", "ms", "msec", "milliseconds", "millisecond")
_unit("µs", "time", "us", "μs", "µs", "microseconds", "microsecond")
_unit("ns", "time", "ns", "nanoseconds", "nanosecond")
_unit("s", "time", "s", "sec", "secs", "second", "seconds", "gpu-seconds", "gpu seconds")
_unit("min", "time", "min", "mins", "minute", "minutes")
_unit("h", "time", "h", "hr", "hrs", "hour", "hours")
_unit("days", "time", "day", "days")
_unit("weeks", "time", "week", "weeks")
_unit("months", "time", "month", "months")
_unit("GPU hours", "compute", "gpu hours", "gpu hour", "gpu-hours", "gpu-hour", "gpu-h", "gpuh", "a100 hours", "a100-hours",
      "a100 gpu hours", "h100 hours", "h100 gpu hours", "v100 hours", "gpu hrs", "h100-hours", "h800 gpu hours")  # fmt: skip
_unit(
    "GPU days",
    "compute",
    "gpu days",
    "gpu-days",
    "gpu day",
    "gpu-day",
    "a100 days",
    "v100 days",
    "a100-days",
    "a100 gpu days",
)
_unit("TPU hours", "compute", "tpu hours", "tpu-hours")
_unit("CPU hours", "compute", "cpu hours", "cpu-hours")
_unit("GB", "memory", "gb", "gib", "gigabytes", "gigabyte", "g")
_unit("MB", "memory", "mb", "mib", "megabytes", "megabyte")
_unit("KB", "memory", "kb", "kib", "kilobytes", "kilobyte")
_unit("TB", "memory", "tb", "tib", "terabytes", "terabyte")
_unit("bytes", "memory", "bytes", "byte")
_unit(
    "FPS", "rate", "fps", "frames per second", "frames/s", "frames/sec", "frames/second", "frame per second"
)
_unit("Hz", "rate", "hz")
_unit("kHz", "rate", "khz")
_unit("MHz", "rate", "mhz")
_unit("GHz", "rate", "ghz")
_unit(
    "tokens/s",
    "rate",
    "tokens/s",
    "tokens/sec",
    "tokens/second",
    "tokens per second",
    "token/s",
    "tok/s",
    "toks/s",
    "tokens per sec",
    "tps",
)
_unit("images/s", "rate", "images/s", "images/sec", "images per second", "img/s", "images/second")
_unit("samples/s", "rate", "samples/s", "samples/sec", "samples per second", "samples/second")
_unit("requests/s", "rate", "requests/s", "requests/sec", "requests per second", "queries per second", "qps", "rps",
      "transactions per second", "queries/s")  # fmt: skip
_unit("steps/s", "rate", "steps/s", "steps per second", "steps/sec")
_unit("Gbps", "rate", "gbps", "gb/s", "gbit/s")
_unit("Mbps", "rate", "mbps", "mb/s", "mbit/s")
_unit("Tbps", "rate", "tbps", "tb/s")
_unit("kbps", "rate", "kbps", "kb/s")
_unit("GFLOPs", "operations", "gflops", "gflop", "gmacs", "g flops")
_unit("MFLOPs", "operations", "mflops", "mmacs", "mflop")
_unit("TFLOPs", "operations", "tflops", "tflop", "tflop/s", "tflops/s")
_unit("PFLOPs", "operations", "pflops", "pflop/s")
_unit("FLOPs", "operations", "flops", "flop")
_unit("MACs", "operations", "macs")
_unit("TOPS", "operations", "tops")
_unit("TOPS/W", "operations", "tops/w")
_unit("W", "power", "w", "watts", "watt")
_unit("mW", "power", "mw", "milliwatts")
_unit("kW", "power", "kw")
_unit("µW", "power", "uw", "μw", "µw")
_unit("J", "energy", "j", "joules", "joule")
_unit("mJ", "energy", "mj", "millijoules")
_unit("µJ", "energy", "uj", "μj", "µj")
_unit("nJ", "energy", "nj")
_unit("pJ", "energy", "pj")
_unit("kWh", "energy", "kwh")
_unit("Wh", "energy", "wh")
_unit("MWh", "energy", "mwh")
_unit("$", "money", "$", "usd", "dollars", "us dollars", "dollar", "us$")
_unit("€", "money", "€", "eur", "euros")
_unit("£", "money", "£", "pounds")
_unit("cents", "money", "cents", "cent", "¢")
_unit("dB", "physical", "db", "decibels")
_unit("mmHg", "physical", "mmhg")
_unit("meV", "physical", "mev")
_unit("kcal/mol", "physical", "kcal/mol")
_unit("mg/dL", "physical", "mg/dl")
_unit("g/dL", "physical", "g/dl")
_unit("mmol/L", "physical", "mmol/l")
_unit("bpm", "physical", "bpm")
_unit("nm", "length", "nm", "nanometers", "nanometer")
_unit("mm", "length", "mm", "millimeters", "millimetres")
_unit("cm", "length", "cm", "centimeters", "centimetres")
_unit("m", "length", "m", "meters", "metres", "meter")
_unit("km", "length", "km", "kilometers")
_unit("°", "angle", "°", "degrees", "degree", "deg")
_unit("tokens", "tokens", "tokens", "token")
_unit("GPUs", "devices", "gpus", "gpu")
_unit("mm²", "area", "mm2", "mm^2", "mm²")

_CASED = {"x": "[xX]", "s": "s", "h": "h", "m": "m", "w": "W", "j": "J", "g": "GB?", "us": "us", "mw": "mW", "mj": "mJ", "hz": "Hz",
          "db": "dB", "mmhg": "mmHg", "mev": "meV", "tops": "TOPS", "macs": "MACs", "uj": "uJ", "nj": "nJ", "pj": "pJ", "day": "days?", "pt": "pts?"}  # fmt: skip

_NAMED = [
    name for name in UNITS if name[0].isalpha() and name not in ("point", "points", "parameter", "parameters")
]
_WORDS = (
    rf"(?i:{_either(name for name in _NAMED if name not in _CASED)})(?!\w)|(?:{'|'.join(_CASED.values())})"
)
_UNIT = rf"""(?:
    \s?%-?\s?(?:points?+|pts?+|p)(?![\w])
  | \s?%
  | \s?[×](?!\s?\d)
  | [\s-]?°
  | [\s-](?:percent(?:age)?+[\s-]points?+|per\ ?cent|points?+|pts)(?!\w)
  | [\s-]?+(?:{_WORDS})(?![\w])(?!/[A-Za-z])(?:(?<=bit)|(?!-[A-Za-z]))
  | \s[a-z]{{3,12}}(?:/s(?:ec(?:ond)?)?|\sper\ssec(?:ond)?)(?!\w)
  | -(?=,\s|\s?/\s?\d|\s(?:and|or|to)\s)                # suspended: "2.51-, 1.73- and 1.58-bit"
  )"""

_SCALE = r"(?:[\s-]?+(?i:thousand|million|billion|trillion)s?+(?!\w)|\s?[kKMBT](?![\w/]))"
_BIG = r"(?:\s?[×x]\s?10\^?\(?-?\d++\)?|[eE][-+]?\d++(?!\w))"

TOKEN = regex.compile(
    rf"""
    (?P<word>(?:e\.g|i\.e)\.?+(?!\w)|C\+\+(?:\d\d)?+(?!\w)|[bcdgijklmpqruvxyzA-RTV-Z](?:\w|[-@^+&](?=\w)|\.(?=\d)|'(?!s\b)(?=\w))*+(?:\++(?!\s?\d)|\#)?+)  # no number, link or sign begins so
  | (?P<punct>[(),;:!?"\[\]]|\.(?!\d))
  | (?P<url>https?://\S++|www\.\S++)
  | (?P<oom>(?=[\da-t~])(?:(?:{_SPELLED}|\d++(?:\.\d++)?(?:\s?[-–]\s?\d++)?|an?|~|about|nearly)\s++)(?:to\s++(?:{_SPELLED}|\d)\s++)?+orders?+[\s-]of[\s-]magnitude)
  | (?P<dim>(?<!\w)\d++\s?[x×*]\s?\d++(?:\s?[x×*]\s?\d++)*+(?:px)?(?![\w.%]))
  | (?P<version>(?<!\w)\d++(?:\.\d++){{2,}}+|\d{{4}}-\d\d-\d\d)
  | (?P<quantity>
      (?=[\d.~≈<>≤≥sSU$€£+±−–efhnot-])(?<![\w])(?<!\d:)
      (?P<about>(?:[~≈<>≤≥]=?+\s?+|[Ss]ub-(?=\d)|near-(?=\d))*+)
      (?P<currency>(?:US)?[$€£]\s?+)?+
      (?P<sign>[+±]\s?+|(?<![\w)%^])[-–−](?=[\d.]))?+
      (?P<low>{_NUM}|(?=[e-t])(?:(?:{_SPELLED})(?:[\s-]hundred)?+(?=[\s-](?:seconds?|minutes?|hours?|days?|weeks?|times|fold|percent|per\ cent|percentage|points?|bits?|billion|million)\b)|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)(?=folds?\b)|(?<=factor\ of\ |factors\ of\ )(?:{_SPELLED})(?!\w)|(?:{_SPELLED})(?=\s(?:out\s)?of\s(?:the\s)?(?:{_SPELLED}|\d)\b)|(?<=of\s|of\sthe\s)(?:{_SPELLED})(?=\s[a-z])))
      (?P<big>{_BIG})?+
      (?P<scale1>{_SCALE})?+
      (?P<unit1>(?:\s?%|[xX×](?=\s?(?:[-–~]|--+)\s?\d)|\s?(?:ms|GB|MB|s|FPS|bits?|-bit|dB)(?!\w))(?=\s?(?:[-–~]|--+)\s?\d))?+
      (?:\s?±\s?{_NUM})?+
      (?P<range>(?:\s?[-–~]\s?|\s?-{{2,3}}\s?)(?:(?<=[$€£][\d.,]{{1,9}}[-–~])[$€£])?(?P<high>{_NUM})(?P<scale2>{_SCALE})?+)?+
      (?P<unit>{_UNIT})?+
      (?P<plus>(?<=[%x×])\+(?![\w.]))?+
      (?P<of>(?<=\d\.\d|\d\.\d\d)/(?:5|10|100)(?![\w.]))?+
      (?P<param>(?<![x×%])[\s-](?:(?:trainable|learnable|tunable|total|active|activated|effective)[\s-])?(?:parameters?+|params?+)(?!\w))?+
      (?! (?!(?<=\.\d|\.\d\d)(?:F1|BLEU|ROUGE|METEOR|mAP|AUC|AUROC|PSNR|WER|MAE|EM)(?!\w)) \w | (?<!bit)(?<!\d[BM])(?<!parameters)(?<!%)-[a-zA-Z] | \.\d | /\d++(?![.\d%]) | :\d )
    )
  | (?P<ratio>(?<!\w)\d++\s?/\s?\d++(?![\w/]|\.\d))
  | (?P<numeral>(?<!\w)[\d][\w.,/-]*+(?<![.,-]))
  | (?P<poss>'s?+(?!\w))
  | (?P<word>\w(?:\w|[-@^+&](?=\w)|\.(?=\d)|'(?!s\b)(?=\w))*+(?:\++(?!\s?\d)|\#)?+)
  | (?P<punct>\S)
    """,
    regex.VERBOSE,
)

# Most numbers are plain ones: digits, perhaps a sign of percent or times, and behind them nothing that could belong to them. The
# large pattern finds the same, six times as slowly.
_PLAIN = regex.compile(
    r"""
    (?P<low>(?:[0-9]{1,3}+(?:,[0-9]{3}){1,3}+ | [0-9]{1,12}+)(?:\.[0-9]{1,12}+)?+) (?!\d) (?P<sign>[%x×]?+)
    (?: (?=[);] | [,.](?!\d) | \Z)  |  (?=\ \()  |  (?=\ to\ (?!\s*+\w++\s++order))  |  (?=\ (?P<next>[A-Za-z]{2,}+)(?:[-,.;)] | \ (?!per\ ) | \Z)) )
    """,
    regex.VERBOSE,
)
# Words that may belong to the number before them: units, scales, kinds of parameters, orders of magnitude.
_JOINING = frozenset(
    {regex.split(r"[^a-z]", name)[0] for name in UNITS}
    | {name + plural for name in SCALES for plural in ("", "s")}
    | {"percentage", "trainable", "learnable", "tunable", "total", "active", "activated", "effective"}
    | {"order", "orders", "to"}
)

_ABOUT = {
    "s": "under",
    "S": "under",
    "n": "about",
    "~": "about",
    "≈": "about",
    "<": "under",
    "≤": "under",
    ">": "over",
    "≥": "at least",
    ">=": "at least",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a clean text: `Quantity(12, 17, 79.3, None, "%", "percent")` for `79.3%`.

    `start` and `end` are clean offsets, `value` and `value_max` are scaled (`7B` is 7e9) and signed (`-0.96`);
    `unit` and `dimension` are None for a bare number; `about` is the qualifier that a sign before it gives.
    """

    start: int
    end: int
    value: float
    value_max: float | None = None
    unit: str | None = None
    dimension: str | None = None
    sign: str = ""
    about: str | None = None
    scale: str = ""
    text: str = ""

    @property
    def factor(self) -> float:
        """What the scale multiplies by: 1e9 for `7B`."""
        return scale(self.scale) if self.scale else 1.0


@lru_cache(4096)
def unit_of(text: str) -> tuple[str, str]:
    """Return symbol and dimension of a unit as written: `unit_of(" ms") == ("ms", "time")`."""
    bare = text.strip(" -")
    if not bare:
        return "-", "suspended"
    key = bare.lower()
    if key not in UNITS and ("/s" in key or " per sec" in key):
        return bare.split()[0] + "/s" if " per " in key else bare, "rate"
    if bare in ("MW", "MJ"):
        return bare, "power" if bare == "MW" else "energy"
    return UNITS.get(key) or UNITS.get(key.replace("-", " ")) or (bare, "other")


def _magnitude(match: "regex.Match[str]") -> Quantity | None:
    words = match["oom"].lower().replace("–", "-").split()
    first = words[0]
    try:
        low = 1.0 if first in ("a", "an", "~", "about", "nearly") else number(first.split("-")[0])
        high = number(first.split("-")[1]) if "-" in first and first[0].isdigit() else None
        if len(words) > 2 and words[1] == "to":
            high = number(words[2])
    except ValueError:
        return None
    if low > 300 or (high or 0) > 300:
        return None
    return Quantity(
        match.start(), match.end(), 10.0**low, 10.0**high if high else None, "x", "factor", text=match["oom"]
    )


def plain_quantity(text: str, start: int, stop: int) -> Quantity | None:
    """Return the number that begins at a place, where it is a plain one; None where only `TOKEN` can tell.

    >>> plain_quantity("reaches 79.3% on", 8, 16).value, plain_quantity("of 7B", 3, 5)
    (79.3, None)
    """
    match = _PLAIN.match(text, start, stop)
    if match is None:
        return None
    low, sign, following = match.group("low", "sign", "next")
    if following is not None and following.lower() in _JOINING:
        return None
    unit, dimension = unit_of(sign) if sign else (None, None)
    return Quantity(start, match.end(), number(low), None, unit, dimension, "", None, "", low + sign)


_WORD_BEHIND = regex.compile(r"\ ([a-z]{2,}+)(?!\w)")


def is_plain_word(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether `text[start:end]` is a number in letters that counts what stands behind it, and so no quantity.

    >>> is_plain_word("on two tasks", 3, 6, 12), is_plain_word("by two points", 3, 6, 13)
    (True, False)
    """
    if text[start:end] not in SPELLED or text.endswith(("of ", "of the "), 0, start):
        return False
    match = _WORD_BEHIND.match(text, end, stop)
    return match is not None and match[1] not in _JOINING and match[1] not in ("of", "out", "hundred")


_PARTS = (
    "low",
    "big",
    "scale1",
    "scale2",
    "high",
    "unit",
    "unit1",
    "sign",
    "param",
    "currency",
    "about",
    "plus",
)


def quantity(match: "regex.Match[str]") -> Quantity | None:
    """Return the quantity of a match of `TOKEN`, or None where its parts do not make a number."""
    if match.lastgroup == "oom":
        return _magnitude(match)
    low_text, big, scale1, scale2, high_text, unit_text, unit1, sign, param, currency, about_text, plus = (
        match.group(*_PARTS)
    )
    if len(low_text) > 40:
        return None
    low = number(low_text)
    if not (big or scale1 or high_text or sign or param or currency or about_text):  # most of them: 27, 79.3%
        unit, dimension = unit_of(unit_text or unit1 or "") if unit_text or unit1 else (None, None)
        about = "over" if plus else None
        return Quantity(
            match.start("low"), match.end(), low, None, unit, dimension, "", about, "", match.group()
        )
    if big:
        digits = big.strip(" ×x()").lower()
        exponent = int(digits.lstrip("e+") if digits[0] == "e" else digits[2:].lstrip("^(").rstrip(")"))
        if abs(exponent) > 300:
            return None
        low = float(f"{low!r}e{exponent}") if "e" not in repr(low) else low * 10.0**exponent
    high = None
    scaled = scale1 or scale2 or ""
    if high_text is not None:
        if len(high_text) > 40:
            return None
        high = number(high_text) * scale(scale2 or scale1)
        if scale1 is None and scale2 and low <= number(high_text):
            scale1 = scale2
    low *= scale(scale1)
    sign = (sign or "").strip()
    if sign in ("-", "–", "−"):
        sign, low = "-", -low
    unit = dimension = None
    if unit_text or unit1:
        unit, dimension = unit_of(unit_text or unit1 or "")
    if param:
        unit, dimension = "parameters", "parameters"
    if currency:
        unit, dimension = unit_of(currency)
    start = match.start("currency") if currency else match.start("low")
    if about_text:
        start = match.start("about")
    elif sign:
        start = match.start("sign")
    end = match.end()
    if dimension == "parameters" and param:
        end = match.start("param") if not unit_text else end
    if high is not None and high < low and not sign:
        return None
    if high is not None and sign == "-" and high < abs(low):
        return None  # "-2024-08"
    if high is not None and high == low:
        high = None
    mark = about_text.strip()
    about = _ABOUT.get(mark[:2]) or _ABOUT.get(mark[:1]) or ("over" if plus else None)
    return Quantity(
        start, end, low, high, unit, dimension, sign, about, scaled.strip(" -").lower(), match.group()
    )
