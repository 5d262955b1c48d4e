"""Atheris on one target: ``python -m tests.fuzz.coverage_guided amount -runs=1000000``.

Atheris is optional (Linux): ``.venv/bin/uv sync --locked --inexact --all-extras --group dev
--group fuzz``. What follows the target goes to libFuzzer; ``-max_total_time=60`` is useful.
"""

import sys
from pathlib import Path

try:
    import atheris
except ModuleNotFoundError:
    sys.exit("Atheris is not installed. On Linux: uv sync --locked --inexact --group fuzz")

with atheris.instrument_imports(include=["commands", "bot.http_endpoint", "bot.data_refresh"]):
    from tests.fuzz.targets import TARGETS


FOUND = Path(__file__).resolve().parents[2] / "out" / "fuzz"
"""What a run found goes on with the next; a text that broke something lies here, too."""


def main(name, *options):
    """Fuzz one target, starting from its examples."""
    target = TARGETS[name]

    def run(data):
        # Broken UTF-8 becomes lone surrogates, which JSON lets through, too.
        target.run(data.decode("utf-8", "surrogateescape"))

    corpus = FOUND / name.replace("/", "command ")
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed.encode("utf-8", "surrogateescape"))
    always = [f"-max_len={target.longest}", "-timeout=10", f"-artifact_prefix={FOUND}/"]
    atheris.Setup([sys.argv[0], *always, *options, str(corpus)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Which target? One of: {', '.join(TARGETS)}")
    main(*sys.argv[1:])
