"""Findings that are known: fingerprints, baselines, what a run leaves out."""
