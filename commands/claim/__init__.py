"""Checking a sentence: extractors -> a `Sentence` -> typed claims -> findings with a verdict.

No language model: what cannot be read by rule is said to be unreadable.
"""
