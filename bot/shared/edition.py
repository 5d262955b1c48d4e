"""What a picture depends on besides the question: the code, its data, and the market."""

from __future__ import annotations

from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import calc
import commands

if TYPE_CHECKING:
    from calc import MarketSnapshot

_STOREYS = (calc, commands)
# They decide how a picture looks and how its numbers are written.
_LIBRARIES = ("babel", "matplotlib", "numpy")


def edition_of_code() -> str:
    """The same in two processes only if they draw the same pictures of the same market.

    A version number would not do: not everybody who changes the code raises it.
    """
    digest = blake2b(digest_size=16)
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for storey in _STOREYS:
        (root,) = map(Path, storey.__path__)
        for file in sorted(root.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(f"{file.relative_to(root.parent).as_posix()}\n".encode())
                digest.update(blake2b(file.read_bytes()).digest())
    return digest.hexdigest()


def edition_of_market(snapshot: MarketSnapshot) -> str:
    """The same in two processes only if they answer from the same figures."""
    return blake2b(repr(snapshot).encode(), digest_size=16).hexdigest()
