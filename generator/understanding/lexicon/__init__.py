"""The topics of a language pack in typed form, ready to look up: the words, no text."""
