"""Configuration files: what they may say, where they are looked for, and what a run makes of them."""


class ConfigError(Exception):
    """A configuration that cannot be used; as text one `file:line:column: message` after the other."""
