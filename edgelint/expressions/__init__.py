"""Selectors, templates and the words of conditions."""
