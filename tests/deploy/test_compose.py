"""compose.yaml: valid by the official schema, without privileges, and every setting arrives."""

import subprocess
import sys
from ipaddress import ip_address
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings
from tests.deploy.test_files import ROOT, containerfile, written_to

SERVICES = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
BOTS = ["bot", "http"]
# How long the HTTP endpoint goes on answering, after the delay; then some room to end.
FAREWELL_SECONDS, ROOM_SECONDS = 6, 3


def test_compose_file_matches_its_schema():
    tool = Path(sys.executable).with_name("check-jsonschema")
    command = [tool, "--builtin-schema", "vendor.compose-spec", ROOT / "compose.yaml"]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_service_has_no_privileges_and_restarts(service):
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert f"USER {service['user']}" in containerfile()
    assert service["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", BOTS)
def test_service_reads_env_file_and_writes_memory(name, monkeypatch):
    """An example file copied as it is: its empty lines must not undo what a container needs."""
    service = SERVICES[name]
    assert service["env_file"] == [{"path": ".env", "required": False}]
    for setting, value in service["environment"].items():
        assert setting.lower() in Settings.model_fields
        monkeypatch.setenv(setting, value)
    settings = Settings(_env_file=ROOT / ".env.example")
    assert service["tmpfs"][0].startswith(f"{written_to()}:")
    assert Path(written_to()) in settings.data_dir.parents
    assert Path(written_to()) in settings.heartbeat.parents
    assert ip_address(settings.metrics_host).is_unspecified, "nobody outside could ask it"
    grace = int(service["stop_grace_period"].removesuffix("s"))
    assert settings.shutdown_delay_seconds + FAREWELL_SECONDS + ROOM_SECONDS <= grace


def test_http_service_has_no_token(monkeypatch):
    for setting, value in SERVICES["http"]["environment"].items():
        monkeypatch.setenv(setting, value)
    assert Settings(_env_file=None).discord_token is None


def test_env_file_is_not_in_image():
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    files = {"pyproject.toml", "uv.lock", "README.md", "LICENSE"}
    assert let_in == files | {"bot", "calc", "commands"}
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
