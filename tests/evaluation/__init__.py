"""Measures what the engine understands against articles annotated by hand: `python -m tests.evaluation`."""
