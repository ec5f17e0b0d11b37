"""Measures time, memory and size of every stage on made-up sites: `python -m tests.benchmarks`."""
