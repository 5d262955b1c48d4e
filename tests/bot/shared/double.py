"""A store in this process: what the bot uses of Valkey's protocol and commands, and mischief."""

import asyncio
import time


class DoubleStore:
    """Listens on a unix socket; holds what it is given until it is killed."""

    def __init__(self, path):
        self._path = path
        self._server = None
        self._writers = set()
        self.values = {}
        self.commands = []
        self.connections = 0
        self.is_silent = False
        self.says = None
        self.refused = b""

    async def start(self):
        self.values.clear()
        self._server = await asyncio.start_unix_server(self._serve, self._path)

    async def kill(self):
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        self._path.unlink()
        await asyncio.sleep(0)

    async def _serve(self, reader, writer):
        self._writers.add(writer)
        self.connections += 1
        try:
            while line := await reader.readline():
                words = [await self._word(reader) for _ in range(int(line[1:]))]
                self.commands.append(words)
                if not self.is_silent:
                    writer.write(self.says or self._reply(*words))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _word(self, reader):
        length = int((await reader.readline())[1:])
        return (await reader.readexactly(length + 2))[:-2]

    def _reply(self, name, *words):
        match name:
            case self.refused:
                reply = b"-NOPERM this user has no permissions\r\n"
            case b"PING":
                reply = b"+PONG\r\n"
            case b"CLIENT":
                reply = b"+OK\r\n"
            case b"SET":
                reply = self._set(*words)
            case b"GETRANGE":
                value = (self._alive(words[0]) or (b"",))[0][: int(words[2]) + 1]
                reply = b"$%d\r\n%s\r\n" % (len(value), value)
            case b"PTTL":
                reply = b":%d\r\n" % self._left_ms(words[0])
            case b"EVAL":
                reply = b":%d\r\n" % self._owe(*words[2:])
        return reply

    def _owe(self, key, more, most):
        owed = min(max(self._left_ms(key), 0) + int(more), int(most))
        self.values[key] = b"", time.monotonic() + owed / 1000
        return owed

    def _set(self, key, value, *options):
        if b"NX" in options and self._alive(key):
            return b"$-1\r\n"
        self.values[key] = value, time.monotonic() + int(options[-1])
        return b"+OK\r\n"

    def _alive(self, key):
        found = self.values.get(key)
        return found if found and found[1] > time.monotonic() else None

    def _left_ms(self, key):
        found = self._alive(key)
        return round((found[1] - time.monotonic()) * 1000) if found else -2
