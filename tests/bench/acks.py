"""How many signed requests a second the HTTP door takes: ``python -m tests.bench.acks``.

All are signed beforehand and written to kept connections, each when the one before is answered, so
that the generator costs little. A PING is verified and answered; of the questions as many are let
in as can be served, the others are told so in the response.
"""

import argparse
import asyncio
import json
from collections import Counter
from itertools import cycle
from time import monotonic

import numpy as np

from tests.bench.bot_process import running
from tests.bench.flood import Crowd, signature

CONNECTIONS = 64
_END_OF_HEAD = b"\r\n\r\n"


def request(data):
    """All bytes of a signed request."""
    body = json.dumps(data).encode()
    headers = signature(body) | {"Host": "localhost", "Content-Length": str(len(body))}
    lines = ["POST /interactions HTTP/1.1", *(f"{name}: {each}" for name, each in headers.items())]
    return "\r\n".join(lines).encode() + _END_OF_HEAD + body


async def connection(port, requests, ends, waits, statuses):
    """One that is kept: the next request when the one before is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for each in requests:
        if monotonic() > ends:
            break
        began = monotonic()
        writer.write(each)
        head = await reader.readuntil(_END_OF_HEAD)
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0] or 0)
        await reader.readexactly(length)
        waits.append((monotonic() - began) * 1000)
        statuses[int(head.split(b" ", 2)[1])] += 1
    writer.close()


async def measure(name, bot, port, requests, seconds):
    """Print what all connections together saw."""
    waits, statuses = [], Counter()
    began, cpu = monotonic(), bot.cpu_seconds()
    share = len(requests) // CONNECTIONS
    await asyncio.gather(
        *(
            connection(
                port,
                requests[number * share : (number + 1) * share] if share else cycle(requests),
                began + seconds,
                waits,
                statuses,
            )
            for number in range(CONNECTIONS)
        )
    )
    took, used = monotonic() - began, bot.cpu_seconds() - cpu
    p50, p99, most = np.percentile(waits, (50, 99, 100))
    print(
        f"{name}: {len(waits) / took:,.0f} a second over {took:.1f} s, {dict(statuses)}; "
        f"ms p50 {p50:.1f}, p99 {p99:.1f}, max {most:.1f}; "
        f"{used * 1000 / len(waits):.2f} CPU ms each, {bot.resident_mib():.0f} MiB",
        flush=True,
    )


async def main(options):
    """PINGs, then questions."""
    async with Crowd() as crowd, running(crowd, "http") as bot:
        port = int(bot.url.rpartition(":")[2])
        ping = [request({"id": "1", "type": 1})]
        await measure("PING", bot, port, ping, options.seconds)
        questions = [request(crowd.question(monotonic())[1]) for _ in range(options.questions)]
        await measure("questions", bot, port, questions, options.seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.acks", description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--questions", type=int, default=20_000)
    asyncio.run(main(parser.parse_args()))
