"""Prometheus and Sentry: off unless asked for; one line where they cannot be had; no secrets."""

import builtins
import secrets
import socket
import urllib.request

import pytest
import sentry_sdk

from bot.exit_codes import ConfigurationError, UnavailableError
from bot.interactions.circuit_breaker import CircuitBreaker
from bot.observability.health import BotStatus
from bot.observability.logs import log_error, report_errors, without_secrets
from bot.observability.metrics import AnswerResult, Meter, serve_metrics
from bot.settings import Settings

loopback = pytest.mark.allow_hosts(["127.0.0.1"])
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAx.GabcDe." + "x" * 38
DSN = "http://key@127.0.0.1:9/1"


def settings(**given):
    return Settings(_env_file=None, **given)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_metrics_are_off_by_default(monkeypatch):
    monkeypatch.setattr("bot.observability.metrics.start_http_server", pytest.fail)
    with report_errors(settings()), serve_metrics(settings(), Meter()):
        assert not sentry_sdk.is_initialized()


def test_missing_extra_is_one_line(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.partition(".")[0] == "sentry_sdk":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with (
        pytest.raises(ConfigurationError, match=r'\.\[sentry\]"$'),
        report_errors(settings(sentry_dsn=DSN)),
    ):
        pass


@loopback
def test_metrics_show_counts_and_status():
    port = free_port()
    meter = Meter()
    with serve_metrics(settings(metrics_port=port), meter):
        meter.count("selloff", AnswerResult.ANSWERED)
        meter.acknowledge(0.2)
        meter.complete(0.3)
        meter.reject("forged")
        status = BotStatus(
            transport="http",
            is_ready=True,
            lag_seconds=0.25,
            in_flight=3,
            pictures_waiting=2,
            data_day="2026-10-09",
            sessions_left=990,
        )
        meter.watch(lambda: status)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as page:
            lines = page.read().decode().splitlines()
    for line in (
        'selloff_interactions_total{command="selloff",outcome="answered"} 1.0',
        'selloff_acknowledge_seconds_bucket{le="0.25"} 1.0',
        'selloff_complete_seconds_bucket{le="0.25"} 0.0',
        'selloff_http_rejected_total{reason="forged"} 1.0',
        "selloff_ready 1.0",
        "selloff_in_flight 3.0",
        "selloff_pictures_waiting 2.0",
        "selloff_loop_lag_seconds 0.25",
        "selloff_sending_paused 0.0",
        "selloff_sessions_left 990.0",
    ):
        assert line in lines
    assert any(line.startswith("selloff_data_age_days ") for line in lines)


@loopback
async def test_invalid_requests_are_counted():
    import aiohttp
    from aiohttp import web
    from aiohttp.test_utils import TestServer

    async def answer(request):
        status = int(request.match_info["status"])
        return web.json_response({}, status=status, headers={"Via": "1.1 google"})

    app = web.Application()
    app.router.add_get("/{status}", answer)
    meter = Meter()
    async with (
        TestServer(app, host="127.0.0.1") as server,
        aiohttp.ClientSession(trace_configs=[CircuitBreaker(meter).http_trace()]) as session,
    ):
        for status in (200, 401, 403, 404, 429, 429, 500):
            async with session.get(server.make_url(f"/{status}")):
                pass

    def counted(status):
        return meter.registry.get_sample_value(
            "selloff_invalid_requests_total", {"status": str(status)}
        )

    assert [counted(status) for status in (200, 401, 403, 404, 429)] == [None, 1, 1, None, 2]


@loopback
def test_taken_port_is_unavailable():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(UnavailableError, match=f"METRICS_PORT {port}"),
            serve_metrics(settings(metrics_port=port), Meter()),
        ):
            pass


@loopback
def test_foreign_address_is_a_configuration_error():
    with (
        pytest.raises(ConfigurationError, match=r"METRICS_PORT 9100 on 192\.0\.2\.1"),
        serve_metrics(settings(metrics_port=9100, metrics_host="192.0.2.1"), Meter()),
    ):
        pass


@pytest.mark.parametrize("dsn", ["nonsense", "https://key@x.invalid:bad/1"])
def test_invalid_dsn_is_one_line(dsn):
    with (
        pytest.raises(ConfigurationError, match=r"^SENTRY_DSN cannot be used"),
        report_errors(settings(sentry_dsn=dsn)),
    ):
        pass


def test_report_has_error_without_secrets(monkeypatch):
    sent = []
    monkeypatch.setattr(
        "sentry_sdk.transport.HttpTransport.capture_envelope",
        lambda self, envelope: sent.append(envelope.serialize().decode()),
    )
    typed = secrets.token_hex(8)
    with report_errors(settings(sentry_dsn=DSN)):
        try:
            raise RuntimeError(typed)
        except RuntimeError as error:
            error_id = log_error(f"POST /webhooks/1/{'s' * 60} with {TOKEN} failed", error)
    sentry_sdk.get_client().close()
    (report,) = [text for text in sent if '"exception"' in text]
    assert error_id in report
    assert "RuntimeError" in report
    for hidden in (TOKEN, "s" * 60, typed, socket.gethostname(), "sys.argv"):
        assert hidden not in report


def test_event_without_extras_is_redacted():
    assert without_secrets({"message": TOKEN}, {}) == {"message": "[hidden]"}
