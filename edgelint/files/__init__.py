"""Files: found, read, recognised and written."""
