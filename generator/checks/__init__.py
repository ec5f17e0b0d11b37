"""Rules over the `Site`; each returns problems."""
