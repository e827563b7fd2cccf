"""`python -m edgelint`."""

from edgelint.cli import entry_point

raise SystemExit(entry_point())
