"""``/holders``."""
