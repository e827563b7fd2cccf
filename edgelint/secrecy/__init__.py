"""Secrets: which texts hold one, and where."""
