"""One connection of the bot to the fake gateway."""

import json

from tests.faults import payloads

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11


class Connection:
    """One connection of the bot to the gateway."""

    def __init__(self, fake, socket, request):
        self.fake = fake
        self.socket = socket
        self.transport = request.transport
        self.frames = []
        self.shard = None
        self.session = None
        self.is_listening = True

    async def send(self, op, data=None, event=None):
        sequence = next(self.fake.sequence) if op == DISPATCH else None
        await self.send_text(json.dumps({"op": op, "d": data, "s": sequence, "t": event}))

    async def send_text(self, text):
        await self.socket.send_str(text)

    async def send_bytes(self, data):
        await self.socket.send_bytes(data)

    async def ready(self):
        self.session = f"session-{next(self.fake.numbers)}"
        self.fake.sessions.add(self.session)
        data = payloads.ready(self.shard, self.session, str(self.fake.gateway))
        await self.send(DISPATCH, data, "READY")

    async def resumed(self):
        await self.send(DISPATCH, {}, "RESUMED")

    async def refuse(self, *, can_resume=False):
        await self.send(INVALID, can_resume)

    async def close(self, code=1000):
        await self.socket.close(code=code)

    def cut(self):
        """Gone without a word."""
        self.transport.abort()
