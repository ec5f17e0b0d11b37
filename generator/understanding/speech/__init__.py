"""Statements: quotations, reported speech, the cues that introduce them, and who speaks."""
