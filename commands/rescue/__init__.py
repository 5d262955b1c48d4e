"""``/rescue``."""
