"""Nothing in the house opens a socket but the door, in what is written and in what is run."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sholu

HOUSE = Path(sholu.__file__).parent
DOOR = HOUSE / "collect" / "fetch"

# fmt: off
OPENS_SOCKETS = (
    "socket", "ssl", "_socket", "_ssl", "socketserver", "select", "selectors", "asyncio",
    "multiprocessing.connection", "multiprocessing.managers", "http.client", "http.server",
    "urllib.request", "urllib.robotparser", "ftplib", "smtplib", "poplib", "imaplib",
    "nntplib", "telnetlib", "xmlrpc.client", "xmlrpc.server", "logging.handlers", "requests",
    "urllib3", "httpx", "httpcore", "httpx2", "httpcore2", "h11", "h2", "aiohttp",
    "websockets", "pycurl", "curl_cffi", "paramiko", "anyio", "trio", "twisted", "tornado",
    "zmq", "grpc", "redis", "pymongo", "boto3", "fsspec", "pyarrow.fs",
    "trafilatura.downloads", "trafilatura.feeds", "trafilatura.sitemaps",
    "trafilatura.spider", "courlan.network", "psycopg", "psycopg2", "asyncpg", "pg8000",
    "protego",
)
# fmt: on
"""Modules that open sockets, or are of use to the door alone."""

# fmt: off
FETCHES = (
    "fetch_url", "fetch_response", "load_html", "buffered_response", "urlopen", "urlretrieve",
    "create_connection", "open_connection", "redirection_test", "read_html",
)
# fmt: on
"""Functions of libraries we have that fetch what they are given an address of."""

EXCEPTIONS = {
    # A team's archive is a PostgreSQL server, whose driver speaks to it alone.
    "archive": ("psycopg",),
}
"""The one exception: room -> modules."""


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a file names for import, and "module.name" of every name it takes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def ways_out(code: str, excepted: tuple[str, ...] = ()) -> list[str]:
    tree = ast.parse(code)
    names = [
        name
        for name in imported(tree)
        if any(name == way or name.startswith(f"{way}.") for way in OPENS_SOCKETS)
        and name.split(".")[0] not in excepted
    ]
    calls = [
        called(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in FETCHES
    ]
    return names + calls


def test_nothing_outside_the_door_imports_what_opens_sockets() -> None:
    found = {}
    for file in sorted(HOUSE.rglob("*.py")):
        if DOOR not in file.parents:
            room = file.relative_to(HOUSE).parts[0]
            ways = ways_out(file.read_text("utf-8"), EXCEPTIONS.get(room, ()))
            if ways:
                found[str(file.relative_to(HOUSE))] = ways
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import urllib.request as r",
        "from urllib import request",
        "from http.client import HTTPSConnection",
        "def f():\n    import httpx2",
        "from trafilatura.downloads import fetch_url",
        "import trafilatura\ntrafilatura.fetch_url('http://outlet.example')",
        "__import__('socket')",
        "import importlib\nimportlib.import_module('http.client')",
        "import asyncio",
        "import psycopg",
    ],
)
def test_a_way_out_is_seen(code: str) -> None:
    assert ways_out(code)


@pytest.mark.parametrize(
    "code",
    ["from urllib.parse import urlsplit", "import html", "from http import HTTPStatus"],
)
def test_what_opens_nothing_is_no_way_out(code: str) -> None:
    assert ways_out(code) == []


GUARDED = """
import os, sys

HARMLESS = {"socket.__new__", "socket.gethostname"}
OTHERS = {"urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"}

def watch(event, args):
    if event == "socket.bind" and args[1][:2] == ("::1", 0):
        return  # urllib3, which trafilatura imports, looks whether the machine knows IPv6
    if (event.startswith("socket.") and event not in HARMLESS) or event in OTHERS:
        os.write(2, f"{event} {args}".encode())
        os._exit(3)

sys.addaudithook(watch)
"""
"""Ends the process at the first look-up, connection, binding or sending, in any thread."""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", GUARDED + code, *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "from sholu.collect.fetch import Door\n"
        "Door(allowed=['127.0.0.1']).get('http://127.0.0.1:8000/')",
    ],
    ids=["look-up", "connection", "door"],
)
def test_the_guard_of_these_tests_sees_what_it_should(code: str) -> None:
    done = run(code)
    assert done.returncode == 3
    assert done.stderr.startswith("socket.")


@pytest.mark.slow
def test_reviewing_the_sample_connects_to_nothing(tmp_path: Path) -> None:
    done = run(
        "from sholu.cli import main\nsys.argv[0] = 'sholu'\nmain()",
        "demo",
        "--no-open",
        "--out",
        str(tmp_path / "review"),
    )
    assert done.returncode == 0, done.stderr
    assert any((tmp_path / "review").iterdir())


@pytest.mark.parametrize(
    "body",
    [
        "http://127.0.0.1:9/feed",
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel/></rss>',
        '<!DOCTYPE rss [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]><rss><channel>'
        "<title>&e;</title></channel></rss>",
        '<?xml-stylesheet href="http://127.0.0.1:9/s.xsl"?><urlset '
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="http://127.0.0.1:9/i"/>'
        "</urlset>",
        '<html><head><link rel="stylesheet" href="http://127.0.0.1:9/c"><base '
        'href="http://127.0.0.1:9/"></head><body><img src="/i"><iframe src="/f"></iframe>'
        "<p>Ештеңе болған жоқ.</p></body></html>",
    ],
    ids=["address", "document type", "entity", "include", "page"],
)
def test_reading_what_a_server_sent_connects_to_nothing(body: str) -> None:
    done = run(
        """
from datetime import UTC, datetime
from sholu.collect.web import feed, opml, page, sitemap
from sholu.model import SholuError

body = sys.argv[1].encode()
seen = datetime(2026, 3, 11, tzinfo=UTC)
place = dict(address="http://outlet.example/", charset=None, zone=None, seen=seen)
for read in (
    lambda: feed.read(body, **place),
    lambda: sitemap.read(body, **place),
    lambda: opml.read(body, place="list.opml"),
    lambda: page.document(body, link=None, source=None, **place),
):
    try:
        read()
    except SholuError as error:
        print(error)
""",
        body,
    )
    assert (done.returncode, done.stderr) == (0, "")
