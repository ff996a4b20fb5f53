"""Pair what was said with what gold expects, document by document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from leaderboard.evaluation.agreement import same_slot, same_value, squeezed
from leaderboard.evaluation.findings import SLOTS, Finding, merged, of_claim
from leaderboard.evaluation.report import Disagreement, Rates, Report, SlotRate
from leaderboard.model import Claim

# What a leaderboard lives on: a claim counts as whole when these slots are right too.
_WHOLE = frozenset({"unit", "metric", "benchmark"})
_WHOLE_DIFFERENCE = _WHOLE | {"direction", "baseline"}
_DIFFERENCES = frozenset({"change", "ratio"})


def score(gold: Mapping[str, Sequence[Finding]], claims: Iterable[Claim]) -> Report:
    """Compare claims with gold: `score(read_gold("gold.jsonl"), claims).whole.f1`.

    Documents are found by title; claims of documents that gold does not know, and of other sections than the
    abstract, are passed over. A number is found when gold has one of that kind and value at that place; the
    kinds of `ONCE_A_DOCUMENT` may stand anywhere in the document. Optional gold neither earns nor costs.
    """
    expected: dict[str, list[Finding]] = {}
    for title, findings in gold.items():
        expected.setdefault(squeezed(title), []).extend(findings)
    said: dict[str, list[Finding]] = {title: [] for title in expected}
    for claim in claims:
        mine = said.get(squeezed(claim.doc))
        if mine is not None and claim.section == "abstract":
            mine.append(of_claim(claim))
    tally = _Tally()
    for title, findings in expected.items():
        tally.add(findings, said[title])
    return tally.report()


class _Tally:
    """Running counts over documents."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()
        self.whole = 0
        self.slots: dict[str, list[bool]] = defaultdict(list)
        self.disagreements: list[Disagreement] = []

    def add(self, gold: Sequence[Finding], said: Sequence[Finding]) -> None:
        """Count one document."""
        optional = [finding for finding in gold if finding.optional]
        left = merged(said)
        for want in merged(finding for finding in gold if not finding.optional):
            self.gold[want.kind] += 1
            got = next((finding for finding in left if _same_finding(want, finding)), None)
            if got is None:
                self.disagreements.append(Disagreement("missed", want))
            else:
                left = [finding for finding in left if finding is not got]
                self._pair(want, got)
        for finding in left:
            if not any(_excuses(spare, finding) for spare in optional):
                self.extra[finding.kind] += 1
                self.disagreements.append(Disagreement("extra", finding))

    def _pair(self, want: Finding, got: Finding) -> None:
        self.found[want.kind] += 1
        wrong = {}
        for slot, names in want.slots.items():
            right = same_slot(slot, names, got.slots[slot])
            self.slots[slot].append(right)
            if not right:
                wrong[slot] = got.slots[slot]
        if not wrong.keys() & (_WHOLE_DIFFERENCE if want.kind in _DIFFERENCES else _WHOLE):
            self.whole += 1
        if wrong:
            self.disagreements.append(Disagreement("slots", want, wrong))

    def report(self) -> Report:
        """Return the figures of all documents counted so far."""
        found, extra = self.found.total(), self.extra.total()
        kinds = sorted(self.gold.keys() | self.extra.keys())
        return Report(
            found=Rates(found, self.gold.total(), found + extra),
            whole=Rates(self.whole, self.gold.total(), found + extra),
            kinds={k: Rates(self.found[k], self.gold[k], self.found[k] + self.extra[k]) for k in kinds},
            slots={s: SlotRate(sum(self.slots[s]), len(self.slots[s])) for s in SLOTS if self.slots[s]},
            disagreements=tuple(self.disagreements),
        )


def _same_finding(gold: Finding, said: Finding) -> bool:
    return gold.kind == said.kind and same_value(gold, said) and (gold.once or gold.overlaps(said))


def _excuses(optional: Finding, extra: Finding) -> bool:
    """Return whether an optional gold number makes an unexpected finding cost nothing."""
    if optional.touches(extra):
        return True
    return optional.once and optional.kind == extra.kind and same_value(optional, extra)
