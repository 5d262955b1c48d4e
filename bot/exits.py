"""Exit codes that a supervisor can act on."""

FINE = 0
FAILED = 1
USAGE = 2
# sysexits.h: a configuration error, so that a supervisor does not restart in a loop.
CONFIGURATION = 78
# sysexits.h: nothing is wrong here, the same may work in a while.
LATER = 75


class ConfigurationError(Exception):
    """The bot cannot run as it is set up; the message is one line for the terminal."""


class TryLaterError(Exception):
    """The bot must not run now, but may later; the message is one line for the terminal."""
