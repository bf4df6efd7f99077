"""What robots.txt asks is done (RFC 9309)."""

import gzip

import pytest

from tests.collect.fetch.server import http, stuck

PAGE = http(body=b"page")
HOUR = 3600


def outcome(door, address: str) -> tuple[str, str | None]:
    attempt = door.get(address).attempt
    return attempt.outcome, attempt.reason


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("User-agent: *\nDisallow: /", "/a", "disallowed"),
        ("User-agent: *\nDisallow: /b", "/a", "read"),
        ("User-agent: *\nDisallow:", "/a", "read"),
        ("User-agent: other\nDisallow: /", "/a", "read"),
        ("User-agent: Sholu\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", "disallowed"),
        ("User-agent: SHOLU\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", "read"),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", "read"),
        ("User-agent: *\nDisallow: /*.rss$", "/a.rss", "disallowed"),
        ("User-agent: *\nDisallow: /*?utm", "/a?utm=1", "disallowed"),
        (
            "User-agent: *\nDisallow: /жаңалық",
            "/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B",
            "disallowed",
        ),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", "disallowed"),
        ("<html>no such thing</html>", "/a", "read"),
        ("", "/a", "read"),
    ],
    ids=[
        "all is disallowed",
        "elsewhere is disallowed",
        "nothing is disallowed",
        "others are disallowed",
        "we are disallowed",
        "we are allowed",
        "the longer rule",
        "an end",
        "a query",
        "Kazakh letters",
        "a byte order mark",
        "a page instead",
        "empty",
    ],
)
def test_the_longest_rule_for_our_name_holds(server, door, rules, path, expected) -> None:
    server.routes["/robots.txt"] = http(body=rules.encode())
    server.routes[path] = PAGE
    assert outcome(door(), server.address(path))[0] == expected


def test_what_is_disallowed_is_not_asked_for(server, door) -> None:
    server.routes["/robots.txt"] = http(body=b"User-agent: *\nDisallow: /")
    assert outcome(door(), server.address("/a")) == (
        "disallowed",
        "the site's robots.txt asks robots not to fetch it",
    )
    assert server.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", ["400 No", "401 No", "403 No", "404 No", "410 Gone", "302 Odd"])
def test_where_there_is_none_everything_is_allowed(server, door, status: str) -> None:
    server.routes |= {"/robots.txt": http(status), "/a": PAGE}
    assert outcome(door(), server.address("/a")) == ("read", None)


@pytest.mark.parametrize(
    ("answering", "expected", "reason"),
    [
        (http("500 Oh"), "disallowed", "robots.txt answered with status 500"),
        (http("503 Busy"), "disallowed", "robots.txt answered with status 503"),
        (http("429 Slow"), "busy", "robots.txt answered with status 429"),
        (http(body=b"x", Content_Encoding="gzip"), "disallowed", "robots.txt cannot be read"),
        (stuck(b""), "unreachable", "the server did not answer within 0.3 seconds"),
        (b"", "unreachable", "the server hung up without an answer"),
        (b"rubbish\r\n\r\n", "failed", "what the server sent is not an HTTP answer"),
    ],
    ids=["500", "503", "429", "damaged", "silent", "hung up", "rubbish"],
)
def test_where_it_cannot_be_had_nothing_is_allowed_until_it_can(
    server, door, clock, answering, expected: str, reason: str
) -> None:
    server.routes |= {"/robots.txt": answering, "/a": PAGE}
    asking = door(total=0.3)
    for _ in range(3):
        got, why = outcome(asking, server.address("/a"))
        assert got == expected
        assert reason in (why or "")
    assert server.asked == ["/robots.txt"]
    server.routes["/robots.txt"] = http("404 None")
    clock.pass_by(300)
    assert outcome(asking, server.address("/a")) == ("read", None)


def test_it_is_asked_for_once_a_day(server, door, clock) -> None:
    server.routes |= {"/robots.txt": http(body=b"User-agent: *\nAllow: /"), "/a": PAGE}
    asking = door()
    for _ in range(25):
        asking.get(server.address("/a"))
        clock.pass_by(HOUR)
    assert server.asked.count("/robots.txt") == 2
    assert server.asked.count("/a") == 25


def test_its_redirects_are_followed(server, door) -> None:
    server.routes["/robots.txt"] = http("301 There", Location="/r1")
    for step in range(1, 5):
        server.routes[f"/r{step}"] = http("301 There", Location=f"/r{step + 1}")
    server.routes["/r5"] = http(body=b"User-agent: *\nDisallow: /")
    assert outcome(door(), server.address("/a"))[0] == "disallowed"


def test_redirects_without_end_are_as_if_there_were_none(server, door) -> None:
    server.routes |= {"/robots.txt": http("301 There", Location="/robots.txt"), "/a": PAGE}
    assert outcome(door(), server.address("/a")) == ("read", None)


def test_only_the_beginning_of_a_long_one_is_read(server, door) -> None:
    start = b"User-agent: *\nDisallow: /first\n" + b"# x\n" * 200_000
    server.routes["/robots.txt"] = http(body=start + b"Disallow: /last\n")
    server.routes["/last"] = PAGE
    asking = door()
    assert outcome(asking, server.address("/first"))[0] == "disallowed"
    assert outcome(asking, server.address("/last"))[0] == "read"


def test_a_packed_one_is_unpacked_and_a_bomb_is_cut(server, door) -> None:
    rules = b"User-agent: *\nDisallow: /first\n" + bytes(50_000_000)
    server.routes["/robots.txt"] = http(body=gzip.compress(rules), Content_Encoding="gzip")
    assert outcome(door(), server.address("/first"))[0] == "disallowed"


def test_a_redirect_is_followed_only_as_far_as_robots_txt_allows(server, door) -> None:
    server.routes |= {
        "/robots.txt": http(body=b"User-agent: *\nDisallow: /b"),
        "/a": http("302 Found", Location="/b"),
        "/b": PAGE,
    }
    assert outcome(door(), server.address("/a"))[0] == "disallowed"
    assert "/b" not in server.asked
