"""Exit codes that a supervisor can act on."""

import errno

FINE = 0
# Something is in the way that may be gone at the next try, or an error of ours.
FAILED = 1
USAGE = 2
# sysexits.h: a configuration error, so that a supervisor does not restart in a loop.
CONFIGURATION = 78
# sysexits.h: nothing is wrong here, the same may work in a while.
LATER = 75
# As shells report Ctrl-C: 128 and the number of SIGINT.
INTERRUPTED = 130


class ConfigurationError(Exception):
    """The bot cannot run as it is set up; the message is one line for the terminal."""


class TryLaterError(Exception):
    """The bot must not run now, but may later; the message is one line for the terminal."""


class UnavailableError(Exception):
    """What the bot needs is not to be had right now; the message is one line for the terminal."""


def unusable(address: str, error: OSError) -> ConfigurationError | UnavailableError:
    """What to raise when an address cannot be listened on.

    Args:
        address: What it is called, to begin the line with.
        error: What the system said.
    """
    if error.errno == errno.EADDRINUSE:
        return UnavailableError(f"{address} cannot be used: another program listens there.")
    return ConfigurationError(f"{address} cannot be used: {error.strerror}.")
