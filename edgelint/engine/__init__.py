"""The rules run on a manifest: scopes, conditions, steps of fixes, findings."""
