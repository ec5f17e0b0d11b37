"""What the engine knows about languages, countries and places: packs and tables as data."""
