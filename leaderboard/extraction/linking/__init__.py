"""Linking: the frames of a sentence to its measures, benchmarks, baselines, systems and settings."""
