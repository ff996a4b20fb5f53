"""Resources and counts: an absolute cost or speed (`17 ms`, `24 GB`, `30 FPS`, `$20`), trials won (`19/24 tasks`)."""

from leaderboard.extraction import cues
from leaderboard.extraction.frame import (
    Frame,
    metric_like,
    metric_of,
    phrase_after,
    phrase_before,
    subject_metric,
)
from leaderboard.extraction.view import View

_DEFAULT = {
    "time": "time",
    "memory": "memory",
    "rate": "throughput",
    "money": "cost",
    "energy": "energy",
    "power": "power",
    "compute": "compute",
    "operations": "FLOPs",
    "devices": "GPUs",
    "area": "area",
}
_CONTENT = frozenset(
    [
        "audio",
        "speech",
        "video",
        "videos",
        "data",
        "recordings",
        "music",
        "text",
        "footage",
        "recording",
        "film",
        "conversation",
        "conversations",
        "talk",
        "content",
        "sleep",
        "eeg",
        "transcribed",
        "labeled",
        "labelled",
        "unlabeled",
        "annotated",
        "read",
        "telephone",
        "broadcast",
        "interviews",
        "dialogue",
        "training",
        "dataset",
        "corpus",
        "monitoring",
        "driving",
        "observations",
        "history",
        "simulation",
        "gameplay",
    ]
)
_TRIALS = frozenset(
    [
        "tasks",
        "datasets",
        "benchmarks",
        "languages",
        "directions",
        "problems",
        "bugs",
        "cases",
        "questions",
        "subjects",
        "experiments",
        "settings",
        "metrics",
        "problems",
        "games",
        "tests",
        "scenarios",
        "challenges",
        "environments",
        "comparisons",
        "categories",
        "pairs",
        "instances",
        "vulnerabilities",
        "issues",
        "domains",
        "models",
        "operations",
        "kernels",
        "theorems",
        "puzzles",
        "targets",
        "participants",
        "patients",
        "samples",
        "configurations",
        "trials",
        "puzzles",
        "levels",
        "countries",
        "items",
        "competitions",
        "assays",
        "proteins",
        "molecules",
        "proofs",
        "programs",
        "functions",
        "repositories",
        "evaluations",
        "measures",
        "indicators",
        "programs",
        "projects",
        "images",
        "matches",
    ]
)
_SOLVE = frozenset(
    [
        "solves",
        "solve",
        "solved",
        "solving",
        "fixes",
        "fix",
        "fixed",
        "fixing",
        "repairs",
        "repair",
        "repaired",
        "repairing",
        "wins",
        "win",
        "won",
        "winning",
        "proves",
        "prove",
        "proved",
        "proving",
        "passes",
        "pass",
        "passed",
        "resolves",
        "resolve",
        "resolved",
        "resolving",
        "detects",
        "detected",
        "finds",
        "found",
        "discovers",
        "discovered",
        "discover",
        "uncovers",
        "uncovered",
        "identifies",
        "identified",
        "completes",
        "completed",
        "kills",
        "killed",
        "answers",
        "answered",
        "proven",
        "uncover",
        "uncovering",
        "discovering",
        "detecting",
    ]
)
_SOLVED = frozenset(
    [
        "bugs",
        "bug",
        "problems",
        "problem",
        "issues",
        "vulnerabilities",
        "vulnerability",
        "theorems",
        "theorem",
        "tasks",
        "defects",
        "faults",
        "errors",
        "puzzles",
        "puzzle",
        "games",
        "cves",
        "crashes",
        "directions",
        "challenges",
        "flaws",
        "cases",
        "mutants",
        "questions",
        "instances",
    ]
)


def resource(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read an absolute cost or speed with the unit that says so."""
    number = view.quantities[place]
    dimension = number.dimension or ""
    if dimension not in _DEFAULT:
        return None
    after = view.word(right)
    if (
        after in ("of", "worth")
        and (view.word(right + 1) in _CONTENT or view.word(right + 2) in _CONTENT or dimension in ("time",))
        and view.word(right + 1)
        not in (
            "training",
            "compute",
            "computation",
            "gpu",
            "inference",
            "pretraining",
            "pre-training",
            "wall-clock",
            "memory",
        )
    ):
        return None
    if dimension == "time":
        if (after in _CONTENT and after != "training") or (
            view.word(right + 1) in _CONTENT
            and after not in ("on", "for", "per", "training", ",", "of", "to")
        ):
            return None
        if number.unit in ("months", "weeks") or after in (
            "a",
            "old",
            "ago",
            "later",
            "after",
            "before",
            "long",
            "apart",
        ):
            return None
        if view.words[place].endswith(("-second", "-minute", "-hour", "-day")) and after not in ("latency",):
            return None
        if view.word(left) in (
            "last",
            "past",
            "next",
            "first",
            "every",
            "over",
            "after",
            "previous",
        ) and number.unit in ("days", "h", "min", "s"):
            return None
    if dimension == "rate" and number.unit in ("Hz", "kHz", "MHz", "GHz", "Gbps", "Tbps", "Mbps", "kbps"):
        named = _metric(view, place, left, right)
        if named is None or number.unit != "Hz":
            return None
    if dimension == "memory" and (
        (after in ("of",) and view.word(right + 1) in ("text", "data", "code"))
        or after in ("dataset", "corpus", "data")
    ):
        return None
    if dimension == "money" and number.scale in ("b", "billion", "million", "t", "trillion"):
        return None
    name = _metric(view, place, left, right) or _DEFAULT[dimension]
    if number.unit == "FPS" and name in ("throughput",):
        name = "FPS"
    frame = Frame("resource", "resource." + dimension, name, metric_known=True)
    if dimension == "devices":
        frame.strength = 0.5
    return frame


def _metric(view: View, place: int, left: int, right: int) -> str | None:
    """Return the measure that the words name: `latency of 17 ms`, `24 GB GPU memory`, `inference time is 3 s`."""
    if view.word(left) in ("of", ":", "=", "(", "to", "at"):
        first, last = phrase_before(view, left)
        if first < last and (metric_like(view, first, last) or view.word(left) == "of"):
            name = metric_of(view, first, last)
            if name and view.words[last - 1] not in ("total", "order"):
                return name
    first, last = phrase_after(view, right, 5)
    if (
        first == right
        and first < last
        and (
            metric_like(view, first, last)
            or view.words[last - 1] in ("memory", "storage", "ram", "vram", "budget", "footprint")
        )
    ):
        name = metric_of(view, first, last)
        if name:
            return name
    if view.word(right) in ("of", "in") and metric_like(view, *phrase_after(view, right + 1)):
        return metric_of(view, *phrase_after(view, right + 1))
    if view.flag(left) & (cues.BE | cues.VERB_REACH):
        first, last = subject_metric(view, left)
        if metric_like(view, first, last):
            return metric_of(view, first, last)
    return None


def count(view: View, place: int, left: int, right: int) -> Frame | None:
    """Read how many of a fixed set were won: `171 out of 182 directions`, `23 of 34`, `19/24 tasks`, `fixes 300 bugs`."""
    number = view.quantities[place]
    if (
        number.unit is not None
        or number.value != int(number.value)
        or number.value_max is not None
        or number.scale
    ):
        return None
    ahead = right
    if view.word(ahead) in ("(",):
        close = ahead
        while close < len(view) and view.words[close] != ")" and close - ahead < 6:
            close += 1
        ahead = close + 1
    if (view.word(ahead) == "out" and view.word(ahead + 1) == "of") or view.word(ahead) == "of":
        total = ahead + (2 if view.word(ahead) == "out" else 1)
        while view.word(total) in ("the", "all", "its", "these", "our"):
            total += 1
        whole = view.quantities.get(total)
        if (
            whole is not None
            and whole.unit is None
            and whole.value >= number.value
            and whole.value_max is None
        ):
            return Frame("count", "count.out_of", None, metric_known=True)
        return None
    if number.sign:
        return None
    verb = left
    if view.words[verb] in _SOLVE if verb >= 0 else False:
        at = right
        while at < len(view) and at - right < 5 and not view.flags[at] & cues.CLOSED:
            if view.words[at] in _SOLVED:
                return Frame("count", "count.solved", None, metric_known=True)
            at += 1
    return None


def ratio_token(view: View, place: int) -> tuple[float, float] | None:
    """Return won and all of a token such as `19/24` that trials follow or a count verb goes before, else None."""
    won, _, total = view.words[place].replace(" ", "").partition("/")
    if not won.isdigit() or not total.isdigit() or len(won) > 6 or len(total) > 6:
        return None
    if int(won) > int(total) or int(total) < 3:
        return None
    at = place + 1
    while at < len(view) and at - place < 5 and not view.flags[at] & (cues.PUNCTUATION | cues.VERB):
        if view.words[at] in _TRIALS:
            return float(won), float(total)
        at += 1
    if view.word(place - 1) == "(" and view.word(place + 1) == ")" and view.word(place - 2) in _TRIALS:
        return float(won), float(total)
    if view.word(place - 1) in ("on", "in", "(") and view.word(place + 1) in (")", ",", ".", ""):
        return (float(won), float(total)) if view.word(place - 1) != "(" else None
    return None
