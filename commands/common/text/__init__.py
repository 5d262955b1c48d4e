"""Sentences that several commands use."""
