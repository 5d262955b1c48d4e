"""Answering Discord interactions."""
