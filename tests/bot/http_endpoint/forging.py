"""Requests that are nearly signed: ``python -m tests.bot.http_endpoint.forging --requests 1000000``.

Each is a true one with one thing changed, so each has to be refused with 401: the door is the real
one, asked over HTTP on loopback.
"""

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter

from nacl.signing import SigningKey

STAMP, SIGNATURE = "X-Signature-Timestamp", "X-Signature-Ed25519"
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
_STRANGER = SigningKey(b"\x08" * 32)
_ODD = ("é", "0x", "_", "g", "\u0664", "-", "\U0001f511", "%00", "\udcff")
AT_ONCE = 16


def forged(chance, body, headers):
    """The name of a change, with the request so changed.

    Args:
        chance: A `random.Random`.
        body: As signed.
        headers: That are true for this body.
    """
    name = chance.choice(tuple(_CHANGES))
    body, pairs = _CHANGES[name](chance, body, dict(headers))
    return name, body, list(pairs.items()) if isinstance(pairs, dict) else pairs


def _set(headers, **changed):
    return headers | {{"stamp": STAMP, "signature": SIGNATURE}[k]: v for k, v in changed.items()}


def _a_bit_of_the_signature(chance, body, headers):
    number = int(headers[SIGNATURE], 16) ^ 1 << chance.randrange(512)
    return body, _set(headers, signature=f"{number:0128x}")


def _a_bit_of_the_body(chance, body, headers):
    changed = bytearray(body)
    changed[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    return bytes(changed), headers


def _a_longer_body(chance, body, headers):
    return chance.choice((body + b" ", b" " + body, body + body, b"\xef\xbb\xbf" + body)), headers


def _a_shorter_body(chance, body, headers):
    return body[: chance.randrange(len(body))], headers


def _another_second(chance, body, headers):
    off = chance.choice((-1, 1)) * chance.randint(1, 2000)
    return body, _set(headers, stamp=str(int(headers[STAMP]) + off))


def _moved_digits(chance, body, headers):
    count = chance.randint(1, 10)
    stamp = headers[STAMP]
    return stamp[-count:].encode() + body, _set(headers, stamp=stamp[:-count])


def _digits_of_the_body(chance, body, headers):
    count = chance.randint(1, 3)
    stamp = headers[STAMP] + body[:count].decode("latin-1").replace("\n", " ")
    return body[count:], _set(headers, stamp=stamp)


def _an_odd_signature(chance, body, headers):
    at, text = chance.randrange(129), headers[SIGNATURE]
    odd = chance.choice(_ODD)
    keep = chance.choice((0, len(odd)))
    return body, _set(headers, signature=text[:at] + odd + text[at + keep :])


def _an_odd_stamp(chance, body, headers):
    at, text = chance.randrange(11), headers[STAMP]
    return body, _set(headers, stamp=text[:at] + chance.choice(_ODD) + text[at + 1 :])


def _a_short_or_long_signature(chance, body, headers):
    text = headers[SIGNATURE]
    changed = (text[: chance.randrange(128)], text + "0" * chance.randint(1, 64), text * 2)
    return body, _set(headers, signature=chance.choice(changed))


def _upper_case(_chance, body, headers):
    return body, _set(headers, signature=headers[SIGNATURE].upper())


def _the_same_signature_in_other_numbers(_chance, body, headers):
    """The second half is a number that counts modulo the group's order; only the least counts."""
    signature = bytes.fromhex(headers[SIGNATURE])
    number = int.from_bytes(signature[32:], "little") + GROUP_ORDER
    signature = signature[:32] + number.to_bytes(32, "little")
    return body, _set(headers, signature=signature.hex())


def _a_point_of_small_order(chance, body, headers):
    return body, _set(headers, signature=chance.choice(("01", "00", "ff")) + "00" * 63)


def _another_key(_chance, body, headers):
    signed = _STRANGER.sign(headers[STAMP].encode() + body).signature
    return body, _set(headers, signature=signed.hex())


def _a_missing_header(chance, body, headers):
    headers.pop(chance.choice((STAMP, SIGNATURE)))
    return body, headers


def _a_doubled_header(chance, body, headers):
    name = chance.choice((STAMP, SIGNATURE))
    second = chance.choice((headers[name], "0" * len(headers[name])))
    return body, chance.sample([*headers.items(), (name, second)], len(headers) + 1)


_CHANGES = {
    change.__name__.strip("_"): change
    for change in (
        _a_bit_of_the_signature,
        _a_bit_of_the_body,
        _a_longer_body,
        _a_shorter_body,
        _another_second,
        _moved_digits,
        _digits_of_the_body,
        _an_odd_signature,
        _an_odd_stamp,
        _a_short_or_long_signature,
        _upper_case,
        _the_same_signature_in_other_numbers,
        _a_point_of_small_order,
        _another_key,
        _a_missing_header,
        _a_doubled_header,
    )
}


async def send_forged(side, number, seed):
    """Send so many; how often which change was answered with what."""
    from tests.bot.http_endpoint.discord_side import selloff, signed

    chance = random.Random(seed)
    answered = Counter()
    body, headers, since = b"", {}, 0.0
    for _ in range(number):
        if time.monotonic() - since > 60:
            body = json.dumps(selloff()).encode()
            headers, since = signed(body), time.monotonic()
        name, changed, pairs = forged(chance, body, headers)
        status = await side.post_bytes(changed, pairs)
        answered[name, status] += 1
    return answered


async def main(options):
    """Print what was answered; anything but 401 fails."""
    from tests.bot.http_endpoint.discord_side import DiscordSide

    answered = Counter()
    started = time.monotonic()
    async with DiscordSide() as side:
        each = -(-options.requests // AT_ONCE)
        for part in await asyncio.gather(
            *(send_forged(side, each, f"{options.seed} {lane}") for lane in range(AT_ONCE))
        ):
            answered += part
    for (name, status), count in sorted(answered.items()):
        print(f"{status} {count:9,} {name}")
    others = sum(count for (_, status), count in answered.items() if status != 401)
    seconds = time.monotonic() - started
    print(f"{answered.total():,} forged requests in {seconds:.0f} s, {others} not refused with 401")
    return 1 if others else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bot.http_endpoint.forging")
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1789)
    sys.exit(asyncio.run(main(parser.parse_args())))
