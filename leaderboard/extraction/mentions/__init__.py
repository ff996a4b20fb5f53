"""Mentions: the benchmarks, baselines, models and the paper's own system that a text names."""
