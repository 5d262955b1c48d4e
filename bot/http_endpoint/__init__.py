"""The other door: Discord posts each interaction to us, signed; no gateway, no token needed."""
