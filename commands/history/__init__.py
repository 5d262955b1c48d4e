"""``/history``."""
