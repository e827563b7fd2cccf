"""Fixes of a file: which are made together, and the proof that they help."""
