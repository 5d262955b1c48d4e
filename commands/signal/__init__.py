"""``/signal``."""
