"""``/selloff``."""
