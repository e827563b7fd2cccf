"""Changes of a JSON text that leave every other byte alone."""
