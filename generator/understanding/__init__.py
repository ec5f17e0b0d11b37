"""One article in, its mentions, dates, roles, statements and events out; pure."""
