"""Exit codes that a supervisor can act on, and the errors that lead to them."""

import errno

OK = 0
FAILED = 1
"""A passing obstacle or a fault of the bot: a restart may help."""
USAGE = 2
"""The command line cannot be used, as `argparse` has it."""
TEMP_FAILURE = 75
"""``EX_TEMPFAIL`` of ``sysexits.h``: the same works later."""
CONFIG = 78
"""``EX_CONFIG`` of ``sysexits.h``: a restart does not help."""
INTERRUPTED = 130
"""Ctrl-C, as shells report it: 128 and the number of SIGINT."""


class ExitError(Exception):
    """The program ends with this exit code; the message is one line for the terminal."""

    code = FAILED


class ConfigurationError(ExitError):
    """The bot cannot run as it is set up."""

    code = CONFIG


class TryLaterError(ExitError):
    """The bot must not run now, but may later."""

    code = TEMP_FAILURE


class UnavailableError(ExitError):
    """Something that the bot needs is not available."""


def bind_error(address: str, error: OSError) -> ConfigurationError | UnavailableError:
    """Return what to raise when an address, the subject of the message, cannot be listened on."""
    if error.errno == errno.EADDRINUSE:
        return UnavailableError(f"{address} cannot be used: another program listens there.")
    return ConfigurationError(f"{address} cannot be used: {error.strerror}.")
