"""From a document's text to claims, by rules alone."""

from leaderboard.extraction.pipeline import Extractor, extract

__all__ = ["Extractor", "extract"]
