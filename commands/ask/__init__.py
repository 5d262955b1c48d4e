"""Questions in free text: wording -> a `Question` -> topics by templates -> the line of a command.

No language model: what cannot be read by rule is said to be unreadable.
"""
