"""The `Site` as pages of Markdown."""
