"""Saved web pages: the words of the article, and what the page says about itself."""
