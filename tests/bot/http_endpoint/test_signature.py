"""Signatures, the timestamp window and the replay guard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict
from nacl.signing import SigningKey

from bot.http_endpoint.signature import (
    MAX_REMEMBERED_IDS,
    WINDOW_SECONDS,
    ReplayGuard,
    Verifier,
)
from tests.bot.clock import Clock
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, signed

NOW = "1789000000"
BODY = b'{"type": 1, "id": "1"}'
STAMP, SIGNATURE = "X-Signature-Timestamp", "X-Signature-Ed25519"
HEADERS = signed(BODY, timestamp=NOW)
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493


def error_in(body=BODY, headers=HEADERS, now=NOW):
    return Verifier(PUBLIC_KEY, lambda: float(now)).verify(CIMultiDict(headers), body)


def test_true_signature_is_accepted():
    assert error_in() is None


@given(position=st.integers(0, 511))
def test_flipped_signature_bit_is_forged(position):
    changed = f"{int(HEADERS[SIGNATURE], 16) ^ 1 << position:0128x}"
    assert error_in(headers=HEADERS | {SIGNATURE: changed}) == "forged"


@given(st.binary(max_size=40).filter(lambda body: body != BODY))
def test_other_body_is_forged(body):
    assert error_in(body) == "forged"


@given(text=st.text(max_size=140), name=st.sampled_from([STAMP, SIGNATURE]))
def test_other_header_is_rejected(text, name):
    if text != HEADERS[name]:
        assert error_in(headers=HEADERS | {name: text})


@pytest.mark.parametrize("digits", range(1, 10))
def test_digits_moved_into_body_are_rejected(digits):
    moved = HEADERS | {STAMP: NOW[:-digits]}
    assert error_in(NOW[-digits:].encode() + BODY, moved, now=NOW[:-digits]) == "unsigned"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.upper(),
        lambda text: (
            text[:64]
            + (int.from_bytes(bytes.fromhex(text[64:]), "little") + GROUP_ORDER)
            .to_bytes(32, "little")
            .hex()
        ),
        lambda text: "01" + "00" * 63,
        lambda text: SigningKey(b"\x08" * 32).sign(NOW.encode() + BODY).signature.hex(),
    ],
    ids=["upper case", "malleable", "small order", "another key"],
)
def test_equivalent_signature_is_rejected(change):
    assert error_in(headers=HEADERS | {SIGNATURE: change(HEADERS[SIGNATURE])})


@pytest.mark.parametrize("name", [STAMP, SIGNATURE])
def test_missing_or_doubled_header_is_unsigned(name):
    assert error_in(headers={key: text for key, text in HEADERS.items() if key != name})
    assert error_in(headers=[*HEADERS.items(), (name, HEADERS[name])]) == "unsigned"


@pytest.mark.parametrize(
    ("seconds", "error"), [(300, None), (301, "untimely"), (-300, None), (-301, "untimely")]
)
def test_timestamp_window_is_five_minutes(seconds, error):
    assert error_in(now=int(NOW) + seconds) == error


def test_id_is_first_once_within_window():
    clock = Clock()
    guard = ReplayGuard(clock)
    assert guard.is_first(1)
    clock.now += 2 * WINDOW_SECONDS
    assert guard.is_first(3)
    assert not guard.is_first(1)
    clock.now += 1
    assert guard.is_first(2)
    assert len(guard) == 2


def test_remembered_ids_are_bounded():
    guard = ReplayGuard(Clock())
    for number in range(MAX_REMEMBERED_IDS + 10):
        guard.is_first(number)
    assert len(guard) == MAX_REMEMBERED_IDS
    assert not guard.is_first(MAX_REMEMBERED_IDS)
