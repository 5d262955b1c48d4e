"""The HTTP door's readers: a body, and headers that claim to come from Discord."""

import time

from multidict import CIMultiDict
from nacl.signing import SigningKey

from bot.http_endpoint.payload import parse_interaction
from bot.http_endpoint.signature import Verifier
from tests.fuzz.examples import listed
from tests.fuzz.invariants import need

_KEY = SigningKey(bytes(range(32)))
_VERIFIER = Verifier(_KEY.verify_key.encode().hex())
BODIES = (
    '{"type":1,"id":"1"}',
    '{"type":2,"id":"1234567890","token":"x","data":{"name":"selloff"},"locale":"ja"}',
    '{"type":3,"id":"18446744073709551615","data":{"custom_id":"1:selloff:show:jp"}}',
    '{"type":2,"id":1,"locale":null}',
    '{"type":true,"id":"1"}',
    '[{"type":1}]',
    '{"a":' * 40 + "1" + "}" * 40,
)
BODY_PIECES = tuple('{}[]:,"') + listed("""
    "type" | "id" | null | true | 1e999 | NaN | -1 | "data" | \\ud800 | \\u0000 | "locale" | "1" | 2
""")  # fmt: skip
BODY = b'{"type":1,"id":"1"}'


def a_post(text):
    post = parse_interaction(text.encode("utf-8", "surrogatepass"))
    if post is None:
        return False
    need(1 <= post.kind <= 5 and 0 <= post.id < 10**20, f"{post} from {text!r}")
    need(isinstance(post.payload, dict) and isinstance(post.locale, str), f"{post} from {text!r}")
    return True


def a_signature(text):
    """Only the true signature of this second opens; the text is put in each place of it."""
    now = str(int(time.time()))
    true = _KEY.sign(now.encode() + BODY).signature.hex()
    need(_opens(now, true, BODY), "the true signature was refused")
    need(text.lower() == true or not _opens(now, text, BODY), f"signature {text!r}")
    need(text == now or not _opens(text, true, BODY), f"timestamp {text!r}")
    body = text.encode("utf-8", "surrogatepass")
    need(body == BODY or not _opens(now, true, body), f"body {text!r}")
    moved = now[: len(text) % 10], now[len(text) % 10 :].encode() + BODY
    need(not _opens(moved[0], true, moved[1]), f"digits moved into the body: {moved}")
    return True


def _opens(timestamp, signature, body):
    headers = {"X-Signature-Timestamp": timestamp, "X-Signature-Ed25519": signature}
    return _VERIFIER.objection(CIMultiDict(headers), body) is None
