"""Audit the locked dependencies: ``python -m tests.supply``.

Every locked file has a hash, the lock fits ``pyproject.toml``, and no locked package has a known
vulnerability by the OSV database. Without a way to that database it says so and passes, so that
work without a network goes on; with one, a known vulnerability fails. ``--sbom FILE`` writes the
bill of materials of what the image installs, as CycloneDX.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parents[1]
SERVICE = "https://api.osv.dev/v1/query"
INSTALLED = ("--no-default-groups", "--extra=sentry")
"""What the Containerfile installs."""
_SECONDS_TO_ANSWER = 5


def tool(name):
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name, path=os.environ["PATH"])


def files_without_hash(lock):
    """Names of the locked packages of which a file could be exchanged unseen."""
    return [
        package["name"]
        for package in lock["package"]
        if "registry" in package["source"]
        for file in [*package.get("wheels", ()), package.get("sdist")]
        if file is not None and not file.get("hash", "").startswith("sha256:")
    ]


async def is_reachable(url):
    """Whether anything answers there, with whatever."""
    patience = aiohttp.ClientTimeout(total=_SECONDS_TO_ANSWER)
    try:
        async with aiohttp.ClientSession(timeout=patience, trust_env=True) as session:
            await session.get(url)
    except (aiohttp.ClientError, OSError, TimeoutError):
        return False
    return True


def export(uv, *how):
    """What the lock says, in another format."""
    command = [uv, "export", "-q", "--locked", "--no-emit-project", *how]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def known_vulnerabilities(uv, service):
    """(package, version, ids) of every locked package with one, those of the tools included."""
    with tempfile.TemporaryDirectory() as folder:
        locked = Path(folder, "locked.txt")
        locked.write_text(export(uv, "--all-extras", "--all-groups"), encoding="utf-8")
        command = [tool("pip-audit"), "--vulnerability-service", "osv", "--osv-url", service,
                   "--disable-pip", "--require-hashes", "--requirement", str(locked),
                   "--format", "json", "--progress-spinner", "off", "--timeout", "15"]  # fmt: skip
        said = subprocess.run(command, check=False, capture_output=True, text=True)
    try:
        found = json.loads(said.stdout)["dependencies"]
    except ValueError as error:
        raise SystemExit(f"The audit itself failed:\n{said.stderr}") from error
    print(f"{len(found)} locked packages asked about")
    return [
        (each["name"], each["version"], [vulnerability["id"] for vulnerability in each["vulns"]])
        for each in found
        if each.get("vulns")
    ]


def main(options):
    """Check, or write the bill."""
    uv = tool("uv")
    if uv is None:
        print("Left out: it needs uv.")
        return 0
    if options.sbom is not None:
        options.sbom.write_text(export(uv, "--format", "cyclonedx1.5", *INSTALLED))
        print(f"{len(json.loads(options.sbom.read_text())['components'])} components listed")
        return 0
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    if bare := files_without_hash(lock):
        print(f"Locked without a hash: {sorted(set(bare))}")
        return 1
    print(f"{len(lock['package'])} locked packages, every file with a hash")
    if not asyncio.run(is_reachable(options.service)):
        print("Left out: the database of known vulnerabilities cannot be reached from here.")
        return 0
    found = known_vulnerabilities(uv, options.service)
    for name, version, ids in found:
        print(f"{name} {version}: {', '.join(ids)}")
    print(f"known vulnerabilities: {sum(len(ids) for _, _, ids in found)}")
    return 1 if found else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.supply", description=__doc__)
    parser.add_argument("--sbom", type=Path, metavar="FILE", help="write the bill of materials")
    parser.add_argument("--service", default=SERVICE, metavar="URL", help="another OSV database")
    sys.exit(main(parser.parse_args()))
