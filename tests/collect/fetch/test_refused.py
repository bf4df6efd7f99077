"""Where the door does not go: nothing that is not public, however it is written or reached."""

from collections.abc import Callable, Iterator, Sequence

import httpcore2
import pytest

from sholu.collect.fetch import Door
from sholu.collect.fetch.answer import NotFetchedError
from sholu.collect.fetch.guard import Deadline, Guard
from sholu.collect.fetch.networks import why_not_public
from tests.collect.fetch.server import MadeClock, Server, http, serving

PUBLIC = "93.184.215.14"

WRITTEN_OUT = [
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://127.255.255.254:{port}/",
    "http://2130706433:{port}/",
    "http://017700000001:{port}/",
    "http://0x7f000001:{port}/",
    "http://0X7F.1:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://0177.0.0.0x1:{port}/",
    "http://127.0.0.01:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://0x:{port}/",
    "http://4294967297:{port}/",
    "http://127.0.0.256:{port}/",
    "http://1.2.3.4.5:{port}/",
    "http://１２７.0.0.1:{port}/",
    "http://①②⑦.0.0.1:{port}/",
    "http://127。0。0。1:{port}/",
    "http://127．0．0．1:{port}/",
    "http://127｡0｡0｡1:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://127%2e0%2e0%2e1:{port}/",
    "http://127.0.0.1%00.example:{port}/",
    "http://127.0.0.1%0a:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://ｌocalhost:{port}/",
    "http://loc\u00adalhost:{port}/",
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2001:0:7f00:1::80ff:fffe]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://[fe80::1%25eth0]:{port}/",
    "http://[::ffff:169.254.169.254]:{port}/",
    "http://[fd00:ec2::254]:{port}/",
    "http://169.254.169.254:{port}/latest/meta-data/",
    "http://10.0.0.1:{port}/",
    "http://172.31.255.1:{port}/",
    "http://192.168.1.1:{port}/",
    "http://100.64.0.1:{port}/",
    "http://198.18.0.1:{port}/",
    "http://224.0.0.1:{port}/",
    "http://255.255.255.255:{port}/",
    "http://user:word@127.0.0.1:{port}/",
    "http://outlet.example@127.0.0.1:{port}/",
    "http://outlet.example\\@127.0.0.1:{port}/",
    "http://outlet.example#@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\.outlet.example/",
    "http:127.0.0.1:{port}/",
    "http:///127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "file:///etc/hostname",
    "file://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/",
    "ws://127.0.0.1:{port}/",
    "data:text/html,x",
    "javascript:1",
    "unix:///run/x.sock",
    "http://\n127.0.0.1:{port}/",
    "ht\ttp://127.0.0.1:{port}/",
    "http://127.0.0.1:{port}/\r\nX: y",
    "http://",
    "http://.:{port}/",
    "http://a..example:{port}/",
    "http://" + "a" * 300 + ".example:{port}/",
    "http://[127.0.0.1]:{port}/",
    "http://[::1:{port}/",
    "",
]
"""Addresses at a server that listens on every loopback address, in every disguise we know."""

NOT_WEB_PORTS = [0, 22, 25, 110, 587, 2049, 3659, 6000, 6667, 10080, 65536, 99999]

NAMES = {
    "inside.example": ["10.1.2.3"],
    "home.example": ["127.0.0.1"],
    "home6.example": ["::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "translated.example": ["64:ff9b::a00:1"],
    "metadata.example": ["169.254.169.254"],
    "link.example": ["fe80::1%eth0"],
    "mixed.example": [PUBLIC, "127.0.0.1"],
    "mixed6.example": [PUBLIC, "::1"],
    "odd.example": ["not an address"],
}


@pytest.fixture
def trap() -> Iterator[Server]:
    """A server that nobody may reach."""
    with serving() as trap:
        trap.routes = {"/": http(body=b"secret"), "/robots.txt": http("404 None")}
        yield trap
        assert trap.connections == 0


def resolve(host: str, port: int) -> Sequence[str]:
    if host in NAMES:
        return NAMES[host]
    return ["127.0.0.1"] if host in ("localhost", "outlet.example") else [host]


@pytest.fixture
def wary(clock: MadeClock) -> Iterator[Door]:
    with Door(clock=clock, resolve=resolve) as door:
        yield door


@pytest.mark.parametrize("written", WRITTEN_OUT, ids=ascii)
def test_an_address_that_is_not_public_is_refused_in_any_spelling(
    trap: Server, wary: Door, written: str
) -> None:
    answer = wary.get(written.replace("{port}", str(trap.port)))
    assert answer.attempt.outcome == "refused"
    assert answer.attempt.reason
    assert answer.attempt.status is None
    assert answer.body == b""


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_any_address_that_is_not_public_is_refused(
    trap: Server, wary: Door, name: str
) -> None:
    attempt = wary.get(f"http://{name}:{trap.port}/").attempt
    assert attempt.outcome == "refused"
    assert "is not public" in (attempt.reason or "")


def test_the_system_s_own_name_for_this_machine_is_refused(trap: Server, clock) -> None:
    with Door(clock=clock) as door:
        attempt = door.get(f"http://localhost:{trap.port}/").attempt
    assert attempt.outcome == "refused"
    assert "it is this machine itself" in (attempt.reason or "")


@pytest.mark.parametrize("port", NOT_WEB_PORTS)
def test_a_port_of_no_web_server_is_refused(clock: MadeClock, port: int) -> None:
    with Door(clock=clock, allowed=["outlet.example"], resolve=resolve) as door:
        attempt = door.get(f"http://outlet.example:{port}/").attempt
    assert (attempt.outcome, attempt.reason) == (
        "refused",
        f"no web server listens on port {port}",
    )


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "http://2130706433:{port}/",
        "http://localhost:{port}/",
        "http://inside.example:{port}/",
        "http://mixed.example:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[64:ff9b::10.0.0.1]:{port}/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://me:word@127.0.0.1:{port}/",
        "http://outlet.example:25/",
        "https://127.0.0.1:{port}/",
        "file:///etc/hostname",
        "ftp://127.0.0.1:{port}/",
        "javascript:1",
        "data:,x",
        "http://[::1",
    ],
)
def test_a_redirect_is_refused_like_a_first_address(
    server: Server, trap: Server, clock: MadeClock, location: str
) -> None:
    server.routes["/"] = http("302 Found", Location=location.replace("{port}", str(trap.port)))
    with Door(clock=clock, allowed=[server.site], resolve=resolve) as door:
        answer = door.get(server.address())
    assert answer.attempt.outcome == "refused"
    assert answer.attempt.reason.startswith("after a redirect: ")
    assert answer.body == b""
    assert server.asked == ["/robots.txt", "/"]


def test_a_redirect_of_robots_txt_is_refused_too(server: Server, trap: Server, clock) -> None:
    server.routes["/robots.txt"] = http("302 Found", Location=trap.address())
    with Door(clock=clock, allowed=[server.site]) as door:
        assert door.get(server.address()).attempt.outcome == "refused"


def test_a_host_is_allowed_at_its_port_alone(server: Server, trap: Server, clock) -> None:
    server.routes["/"] = http(body=b"inside")
    with Door(clock=clock, allowed=[server.site]) as door:
        assert door.get(server.address()).attempt.outcome == "read"
        assert door.get(trap.address()).attempt.outcome == "refused"


def test_a_host_is_allowed_at_every_port_where_none_is_named(server: Server, clock) -> None:
    server.routes["/"] = http(body=b"inside")
    with Door(clock=clock, allowed=["Intranet.example"], resolve=lambda *_: ["127.0.0.1"]) as door:
        assert door.get(f"http://intranet.EXAMPLE:{server.port}/").body == b"inside"


@pytest.mark.parametrize("written", ["intranet.example.", "INTRANET.example"])
def test_a_host_is_the_same_however_its_name_is_written(server: Server, clock, written) -> None:
    server.routes["/"] = http(body=b"inside")
    allowed = [f"intranet.example:{server.port}"]
    with Door(clock=clock, allowed=allowed, resolve=lambda *_: ["127.0.0.1"]) as door:
        assert door.get(f"http://{written}:{server.port}/").body == b"inside"
        assert server.header("Host") == allowed[0]


def test_a_name_and_password_are_told_to_nobody(server: Server, clock) -> None:
    with Door(clock=clock, allowed=[server.site]) as door:
        attempt = door.get(f"http://me:word@{server.site}/").attempt
    assert attempt.reason == "the address has a name or password in it"
    assert server.connections == 0


class Dial(httpcore2.NetworkBackend):
    """Connects to nothing, and keeps what it was asked to connect to."""

    def __init__(self, *dead: str) -> None:
        self.dead = dead
        self.asked: list[tuple[str, int]] = []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.asked.append((host, port))
        if host in self.dead:
            raise httpcore2.ConnectTimeout("dead")
        return httpcore2.MockStream([])


class TestGuard:
    @staticmethod
    def make(dial: Dial, resolve: Callable[[str, int], Sequence[str]]) -> Guard:
        return Guard(resolve=resolve, allowed=(), connect=1, deadline=Deadline(5), dial=dial)

    def test_connects_to_the_address_it_looked_at_and_asks_for_the_name_once(self) -> None:
        answers = iter([[PUBLIC], ["127.0.0.1"]])
        dial = Dial()
        self.make(dial, lambda host, port: next(answers)).connect_tcp("changing.example", 80)
        assert dial.asked == [(PUBLIC, 80)]
        assert next(answers) == ["127.0.0.1"]

    def test_looks_anew_at_every_connection(self) -> None:
        answers = iter([[PUBLIC], ["127.0.0.1"]])
        dial = Dial()
        guard = self.make(dial, lambda host, port: next(answers))
        guard.connect_tcp("changing.example", 80)
        with pytest.raises(NotFetchedError, match="not public"):
            guard.connect_tcp("changing.example", 80)
        assert dial.asked == [(PUBLIC, 80)]

    @pytest.mark.parametrize("answers", [[PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC]])
    def test_connects_to_none_where_one_is_not_public(self, answers: list[str]) -> None:
        dial = Dial()
        with pytest.raises(NotFetchedError, match="a private network"):
            self.make(dial, lambda host, port: answers).connect_tcp("mixed.example", 80)
        assert dial.asked == []

    def test_tries_the_next_address_where_one_is_dead(self) -> None:
        dial = Dial("2606:2800::1")
        self.make(dial, lambda host, port: ["2606:2800::1", PUBLIC]).connect_tcp("two.example", 80)
        assert dial.asked == [("2606:2800::1", 80), (PUBLIC, 80)]

    def test_says_how_long_it_tried_where_all_are_dead(self) -> None:
        with pytest.raises(NotFetchedError, match="no connection could be made within 1 seconds"):
            self.make(Dial(PUBLIC), lambda host, port: [PUBLIC]).connect_tcp("dead.example", 80)

    def test_knows_no_other_way_to_connect(self) -> None:
        with pytest.raises(NotFetchedError, match="only servers on the network"):
            self.make(Dial(), lambda host, port: [PUBLIC]).connect_unix_socket("/run/x.sock")


def test_what_httpcore_connects_to_goes_through_the_guard() -> None:
    """The seam that all this rests on: without it a request fails instead of slipping by."""
    dial = Dial()
    guard = Guard(
        resolve=lambda host, port: [PUBLIC],
        allowed=(),
        connect=1,
        deadline=Deadline(5),
        dial=dial,
    )
    with (
        httpcore2.ConnectionPool(network_backend=guard) as pool,
        pytest.raises(httpcore2.RemoteProtocolError),
    ):
        pool.request("GET", "http://outlet.example/")
    assert dial.asked == [(PUBLIC, 80)]
    with pytest.raises(TypeError):
        httpcore2.ConnectionPool(a_seam_that_is_gone=guard)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "literal",
    [
        PUBLIC,
        "1.1.1.1",
        "9.255.255.255",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
    ],
)
def test_public_addresses_are_public(literal: str) -> None:
    assert why_not_public(literal) is None


@pytest.mark.parametrize(
    ("literal", "what"),
    [
        ("127.0.0.1", "this machine itself"),
        ("169.254.169.254", "the metadata of a cloud"),
        ("168.63.129.16", "the metadata of a cloud"),
        ("fd00:ec2::254", "the metadata of a cloud"),
        ("fd12:3456::1", "a private network"),
        ("fe80::1", "the local link"),
        ("fe80::1%eth0", "an address on one network card alone"),
        ("fec0::1", "a reserved range"),
        ("ff02::1", "many machines at once"),
        ("100::1", "a reserved range"),
        ("2001:db8::1", "a range for documentation"),
        ("3fff::1", "a range for documentation"),
        ("2001::1", "a tunnel (Teredo)"),
        ("2001:2::1", "a range kept for protocols"),
        ("2002:101:101::1", "a tunnel (6to4)"),
        ("5f00::1", "a reserved range"),
        ("64:ff9b:1::1.1.1.1", "a reserved range"),
        ("::1.1.1.1", "an old way to write IPv4 addresses"),
        ("64:ff9b::192.168.0.1", "a private network"),
        ("100.64.0.0", "the inside of a provider's network"),
        ("100.127.255.255", "the inside of a provider's network"),
        ("10.255.255.255", "a private network"),
        ("172.16.0.0", "a private network"),
        ("172.31.255.255", "a private network"),
        ("192.168.255.255", "a private network"),
        ("169.254.255.255", "the local link"),
        ("198.19.255.255", "a range for benchmarks"),
        ("239.255.255.255", "many machines at once"),
        ("192.0.0.8", "a range kept for protocols"),
        ("203.0.113.9", "a range for documentation"),
        ("250.1.1.1", "a reserved range"),
        ("", "no address that we know"),
    ],
)
def test_what_an_address_is_instead_of_public(literal: str, what: str) -> None:
    assert why_not_public(literal) == what
