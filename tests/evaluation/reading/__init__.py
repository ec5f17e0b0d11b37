"""Measures how files are read, on public material that is given by folder: `python -m tests.evaluation.reading`."""
