"""What is said: pure functions from an outcome and its figures to sentences."""
