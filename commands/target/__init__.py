"""``/target``."""
