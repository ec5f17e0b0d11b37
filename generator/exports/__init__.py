"""The `Site` in machine-readable formats."""
