"""``/interest``."""
