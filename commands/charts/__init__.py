"""What is drawn: pure functions from an outcome and its figures to a PNG."""
