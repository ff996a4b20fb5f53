"""From a document's text to claims, by rules alone."""

from leaderboard.extraction.explain import Explanation, MentionTrace, QuantityTrace, SentenceTrace, Step
from leaderboard.extraction.pipeline import Extractor, extract

__all__ = ["Explanation", "Extractor", "MentionTrace", "QuantityTrace", "SentenceTrace", "Step", "extract"]
