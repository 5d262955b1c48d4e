"""The readers of the Treasury's tables: a served text is taken or refused as a whole."""

from zlib import crc32

from bot.data_refresh.registry import SOURCES
from bot.data_refresh.smoke_test import smoke_test
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY
from tests.fuzz.examples import listed
from tests.fuzz.invariants import need

TABLES = {source.name: (source, GOOD[name]) for source, name in zip(SOURCES, GOOD, strict=True)}
TABLE_PIECES = (
    *listed("""
    , | "" | " | null | NaN | 1e400 | -1 | 0.0 | n.a. | N/A | 99999999999 | 2026-10-31 | 2026-13
    | 12/31/2099 | Date | Country | Notes: | Grand Total | record_date | 10 Yr | { | } | [ | ] | :
    | "record_date": | 0001-01-01 | 9999-12-31 | All Other | 1,000 | 1/ | -0 | +1 | 1_0 | 02/29/2027
    """),
    *("\t", "\n", "\r\n", "\x00", '{"data": [', "<html>"),
)
_PROVED_ONE_IN = 50


def a_table(source, text):
    """Newer figures that make a market and are neither of the future nor older; or a refusal."""
    try:
        newer = source.update(text, KNOWN, TODAY)
        # What every command would say from it takes a thousand times as long as the reading.
        if crc32(text.encode("utf-8", "surrogatepass")) % _PROVED_ONE_IN == 0:
            smoke_test(newer)
    except ValueError:
        return False
    day = source.date_of(newer)
    need(source.date_of(KNOWN) <= day <= TODAY, f"{day} from {text!r}")
    return True
