"""Typed text to values."""
