"""Offices: the phrases that name them, who holds them, whom they stand for."""
