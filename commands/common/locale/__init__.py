"""What a locale decides: formats of values, sentences with their grammar, and its catalog."""
