"""An explanation as a tree: sentences, their quantities with the way to each claim, and mentions."""

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from leaderboard.cli.console import plain
from leaderboard.cli.tables import shown

if TYPE_CHECKING:
    from leaderboard.extraction.explain import Explanation, MentionTrace, QuantityTrace, SentenceTrace


def tree(explanation: "Explanation") -> RenderableType:
    """Return a tree a sentence, or a line that says there is nothing to explain."""
    if not explanation.sentences:
        return Text("no sentence in this text")
    return Group(*(_sentence(sentence) for sentence in explanation.sentences))


def _sentence(sentence: "SentenceTrace") -> Tree:
    top = Tree(Text(plain(sentence.text), style="bold"))
    if not sentence.quantities:
        top.add(Text("no number in this sentence", style="dim"))
    for quantity in sentence.quantities:
        _add_quantity(top, quantity)
    if sentence.mentions:
        below = top.add(Text("mentions"))
        for mention in sentence.mentions:
            below.add(_mention(mention))
    return top


def _add_quantity(top: Tree, quantity: "QuantityTrace") -> None:
    place = f"  {quantity.start}-{quantity.end}"
    claim = quantity.claim
    if claim is None:
        label = Text.assemble((plain(quantity.text), "bold"), (place, "dim"), ("  not taken: ", "red"))
        branch = top.add(label + Text(plain(quantity.refused or "no rule takes it")))
    else:
        value = shown(claim.value) + (f" to {shown(claim.value_max)}" if claim.value_max is not None else "")
        unit = f" {claim.unit}" if claim.unit else ""
        label = Text.assemble(
            (plain(quantity.text), "bold"),
            (place, "dim"),
            (f"  {claim.kind} ", "green"),
            f"{value}{unit}",
            (f"  rule {claim.rule}, confidence {claim.confidence:.2f}", "dim"),
        )
        branch = top.add(label)
    for step in quantity.steps:
        value = "nothing" if step.value is None else plain(shown(step.value))
        branch.add(
            Text.assemble((f"{step.slot} ", "cyan"), (value, "bold"), (f"  {plain(step.reason)}", "dim"))
        )


def _mention(mention: "MentionTrace") -> Text:
    place = f"  {mention.start}-{mention.end}"
    name = "" if mention.name in (None, mention.text) else f" = {plain(mention.name)}"
    return Text.assemble((f"{mention.kind} ", "magenta"), plain(mention.text), name, (place, "dim"))
