"""Sections and lines that pages of several kinds share."""
