"""The optional store of the deployment files: bounded, in memory only, without privileges."""

import shutil
import subprocess

import pytest
import yaml
from pydantic_core import Url

from tests.deploy.test_files import MANIFESTS, RESTRICTED, ROOT, WORKLOADS, container, documents

SERVER = shutil.which("valkey-server") or shutil.which("redis-server")
(MANIFEST,) = [path for path in MANIFESTS if path.name == "store.yaml"]
POD = next(each for each in documents(MANIFEST) if each["kind"] == "Deployment")
SERVICE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]["store"]
COMMANDS = [
    pytest.param(container(POD)["args"], container(POD)["resources"]["limits"]["memory"], id="pod"),
    pytest.param(SERVICE["command"], SERVICE["mem_limit"], id="compose"),
]


def in_bytes(written):
    return int(written[:3]) * 2**20


@pytest.mark.parametrize(("command", "limit"), COMMANDS)
def test_it_keeps_nothing_and_forgets_before_it_is_full(command, limit):
    options = dict(zip(command[1::2], command[2::2], strict=True))
    assert options["--save"] == ""
    assert options["--maxmemory-policy"] == "allkeys-lru"
    assert in_bytes(options["--maxmemory"]) <= 0.75 * in_bytes(limit)
    assert "password" in options["--requirepass"].lower()


@pytest.mark.skipif(SERVER is None, reason="no valkey-server or redis-server here")
@pytest.mark.parametrize(("command", "limit"), COMMANDS)
def test_a_server_takes_these_options(command, limit, tmp_path):
    """As it does in a container: nobody's user, and nowhere to write."""
    folder = tmp_path / "root"
    folder.mkdir()
    program = [SERVER, *command[1:], "--port", "0", "--unixsocket", str(tmp_path / "s")]
    server = subprocess.Popen(program, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        started = any("eady to accept connections" in line for line in server.stdout)
    finally:
        server.terminate()
        server.communicate()
    assert started
    assert list(folder.iterdir()) == []


def test_a_pod_has_no_privileges_and_only_the_bot_reaches_it():
    pod = POD["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert RESTRICTED.items() <= container(POD)["securityContext"].items()
    (policy,) = [each for each in documents(MANIFEST) if each["kind"] == "NetworkPolicy"]
    assert policy["spec"]["podSelector"]["matchLabels"] == POD["spec"]["selector"]["matchLabels"]
    sources = [each["podSelector"]["matchLabels"] for each in policy["spec"]["ingress"][0]["from"]]
    bots = [each.values[0]["spec"]["selector"]["matchLabels"] for each in WORKLOADS]
    assert sorted(sources, key=str) == sorted(bots, key=str)


@pytest.mark.parametrize("bot", WORKLOADS)
def test_a_pod_of_the_bot_starts_without_it(bot):
    (setting,) = [each for each in container(bot)["env"] if each["name"] == "VALKEY_URL"]
    assert setting["valueFrom"]["secretKeyRef"]["optional"] is True
    url = Url(MANIFEST.read_text(encoding="utf-8").partition("--from-literal=url=")[2].split()[0])
    service = next(each for each in documents(MANIFEST) if each["kind"] == "Service")
    assert url.host == service["metadata"]["name"]
    assert url.port == service["spec"]["ports"][0]["port"]
