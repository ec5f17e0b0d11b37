"""Pure data. Imports nothing of ours."""
