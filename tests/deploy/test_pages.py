"""What the pages for operators name exists: metrics, settings, commands and files."""

import re

import pytest

from bot.observability.health import BotStatus
from bot.observability.metrics import Meter
from bot.settings import Settings
from tests.deploy.test_files import ROOT, exit_code_of

PAGES = ["README.md", "docs/operations.md", "SECURITY.md", "PRIVACY.md"]


def read(page):
    return (ROOT / page).read_text(encoding="utf-8")


def exported():
    """Every name that Prometheus sees; of a histogram its own."""
    meter = Meter()
    meter.watch(
        lambda: BotStatus(
            transport="http",
            is_ready=True,
            lag_seconds=0.0,
            in_flight=0,
            pictures_waiting=0,
            data_day="2026-01-02",
        )
    )
    return {
        metric.name + ("_total" if metric.type == "counter" else "")
        for metric in meter.registry.collect()
    }


def test_documented_metrics_are_exported():
    named = set(re.findall(r"`((?:selloff|process)_[a-z_]+)", read("docs/operations.md")))
    assert "process_resident_memory_bytes" in named
    assert named <= exported()


@pytest.mark.parametrize("page", PAGES)
def test_documented_settings_exist(page):
    named = set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", read(page)))
    assert named - {"ALL_PROXY", "HTTPS_PROXY", "NO_PROXY"} <= {
        name.upper() for name in Settings.model_fields
    }


def test_documented_commands_exist():
    pages = " ".join(read(page) for page in PAGES)
    actions = set(re.findall(r"python -m bot ([a-z]+)\b", " ".join(pages.split())))
    assert {"run", "serve", "sync", "health", "refresh", "ask"} <= actions
    assert all(exit_code_of(action) == 0 for action in actions)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", read(page))
    assert all((ROOT / page).parent.joinpath(link).exists() for link in links)
