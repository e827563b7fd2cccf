"""Rules explained, with examples."""
