"""Where pages go: MkDocs, or a folder."""
