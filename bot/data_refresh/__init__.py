"""Fresh data: official tables fetched, checked against what is known, and kept for the next start.

Nothing here is on an asker's path. Each source is read on its own: what one of them serves wrong
costs that one figure its update and nothing else.
"""
