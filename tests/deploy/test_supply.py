"""The audit fails on a known vulnerability, and only on that: against a stand-in for OSV."""

import json
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.supply import files_without_hash, tool

ROOT = Path(__file__).resolve().parents[2]
NEEDS_UV = pytest.mark.skipif(tool("uv") is None, reason="it needs uv")


@contextmanager
def database(*vulnerable):
    """Knows one vulnerability of each of these packages."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            self._say(404, {})

        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            package = asked["package"]
            known = {
                "id": "OSV-1",
                "summary": "bad",
                "affected": [{"package": package, "versions": [asked["version"]]}],
            }
            self._say(200, {"vulns": [known]} if package["name"] in vulnerable else {})

        def _say(self, status, body):
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()


def audit(*arguments):
    command = [sys.executable, "-m", "tests.supply", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


@NEEDS_UV
def test_a_known_vulnerability_fails(socket_enabled):
    with database("numpy") as service:
        audited = audit("--service", service)
    assert audited.returncode == 1, audited.stdout + audited.stderr
    assert "numpy" in audited.stdout
    assert "known vulnerabilities: 1" in audited.stdout


@NEEDS_UV
def test_none_passes(socket_enabled):
    with database() as service:
        audited = audit("--service", service)
    assert audited.returncode == 0, audited.stdout + audited.stderr
    assert "known vulnerabilities: 0" in audited.stdout


@NEEDS_UV
def test_without_a_network_it_says_so_and_passes():
    audited = audit("--service", "http://127.0.0.1:9/v1/query")
    assert audited.returncode == 0, audited.stdout + audited.stderr
    assert "cannot be reached" in audited.stdout


@NEEDS_UV
def test_the_bill_lists_what_the_image_installs_and_no_tools(tmp_path):
    assert audit("--sbom", str(tmp_path / "sbom.json")).returncode == 0
    bill = json.loads((tmp_path / "sbom.json").read_text())
    names = {component["name"] for component in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert {"discord-py", "numpy", "pynacl", "sentry-sdk"} <= names
    assert not names & {"pytest", "mypy", "simcord"}


def test_every_locked_file_has_a_hash_and_a_missing_one_is_noticed():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert files_without_hash(lock) == []
    bare = next(package for package in lock["package"] if package.get("wheels"))
    del bare["wheels"][0]["hash"]
    assert files_without_hash(lock) == [bare["name"]]
