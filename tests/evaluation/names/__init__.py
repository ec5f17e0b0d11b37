"""How well spellings of names lead to the right person: `python -m tests.evaluation.names`."""
