"""https: the connection goes to the address looked at, the certificate is of the name."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from sholu.collect.fetch import Door
from tests.collect.fetch.server import MadeClock, Server, http, serving

CERTIFICATE = Path(__file__).parent / "secure.example.pem"
"""Made for secure.example by itself, good until 2099; its key is of use to nobody."""


@pytest.fixture
def secure() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with serving(context=context) as server:
        server.routes["/"] = http(body=b"page")
        yield server


def fetch(server: Server, clock: MadeClock, host: str) -> tuple[str, str | None]:
    with Door(clock=clock, allowed=[host], resolve=lambda *_: ["127.0.0.1"]) as door:
        attempt = door.get(f"https://{host}:{server.port}/").attempt
    return attempt.outcome, attempt.reason


def test_a_server_whose_certificate_is_trusted_is_read(secure, clock, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert fetch(secure, clock, "secure.example") == ("read", None)


def test_a_certificate_of_another_name_does_not_hold(secure, clock, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    outcome, reason = fetch(secure, clock, "other.example")
    assert outcome == "unreachable"
    assert reason is not None
    assert reason.startswith("the server's certificate does not hold: Hostname mismatch")


def test_a_certificate_that_nobody_vouches_for_does_not_hold(secure, clock) -> None:
    outcome, reason = fetch(secure, clock, "secure.example")
    assert outcome == "unreachable"
    assert reason is not None
    assert reason.startswith("the server's certificate does not hold: self")


def test_a_server_that_speaks_plain_http_gives_no_secure_connection(server, clock) -> None:
    assert fetch(server, clock, "secure.example") == (
        "unreachable",
        "no secure connection could be made",
    )


def test_a_redirect_to_plain_http_is_followed_and_shows(secure, server, clock, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    server.routes["/a"] = http(body=b"plain")
    secure.routes["/"] = http("302 Found", Location=f"http://secure.example:{server.port}/a")
    allowed = ["secure.example"]
    with Door(clock=clock, allowed=allowed, resolve=lambda *_: ["127.0.0.1"]) as door:
        answer = door.get(f"https://secure.example:{secure.port}/")
    assert answer.body == b"plain"
    assert answer.attempt.final == f"http://secure.example:{server.port}/a"
