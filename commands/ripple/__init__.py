"""``/ripple``."""
