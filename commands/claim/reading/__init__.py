"""Reading running text: words, numbers, dates and places -> frames that templates recognise.

Nothing is judged here, and no word of a language stands here: they are in ``commands/claim/data``.
"""
