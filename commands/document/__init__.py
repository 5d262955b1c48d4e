"""Writes ``docs/model.md`` from the code and its data: ``python -m commands.document``.

A test compares the committed page with what this makes, so that the two cannot drift apart.
"""

from commands.document.page import document

__all__ = ["document"]
