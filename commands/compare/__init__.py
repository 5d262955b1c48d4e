"""``/compare``."""
