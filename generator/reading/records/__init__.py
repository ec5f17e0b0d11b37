"""YAML files: records, judgements, settings; every value with its place and form, every mistake in plain words."""
