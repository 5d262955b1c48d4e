"""Published estimates and what they say together."""
