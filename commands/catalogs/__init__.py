"""Translations: a folder a language, and the tools that keep it up to date.

``python -m commands.catalogs add de`` begins a language, ``python -m commands.catalogs`` brings
every ``messages.po`` up to date and compiles those that may be served.
"""
