"""The signature alone: what no clock and no web server stand in front of."""

from multidict import CIMultiDict

from bot.http_endpoint.signature import Verifier
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, signed


def test_a_timestamp_has_ten_digits_whatever_the_clock_says():
    verifier = Verifier(PUBLIC_KEY, now=lambda: 123_456_789.0)
    headers = CIMultiDict(signed(b"1", timestamp="1234567890"))
    assert verifier.objection(headers, b"1") == "untimely"
    moved = headers.copy()
    moved["X-Signature-Timestamp"] = "123456789"
    assert verifier.objection(moved, b"01") == "unsigned"
