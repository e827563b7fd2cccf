"""Rules: the files, their checks and the pack that ships."""
