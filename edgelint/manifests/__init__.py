"""Manifests of every shape as one normalised manifest."""
