"""Typed text to values.

The readers of options (`read_amount`, `read_rate`, …) take raw text and raise `InputError`. What
they are made of takes text that `sanitize` has cleaned, in lower case, and returns a `ParseError`.
"""
