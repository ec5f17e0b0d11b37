"""Files become articles and records; the only reader of `content/`."""
