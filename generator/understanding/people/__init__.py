"""People: names recorded and unknown, short names and pronouns, who is the same person."""
