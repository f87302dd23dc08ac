"""The terminal: the screen and the plain commands."""

__version__ = "0.1.0"
