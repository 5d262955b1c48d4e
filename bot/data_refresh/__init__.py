"""Refresh of the market data: fetch official tables, validate them, store them.

Answers never wait for it. Each source is read on its own: a bad response costs only that source's
figures their update.
"""
