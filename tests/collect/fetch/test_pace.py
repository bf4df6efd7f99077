"""No host is asked faster than it likes; counted by a clock that is made."""

import socket
import threading
import time
from datetime import timedelta

import pytest

from sholu.collect.fetch import Door, Limits
from tests.collect.fetch.server import http, serving

PAGE = http(body=b"page")


def test_two_requests_to_a_host_are_kept_apart_robots_txt_too(server, door, clock) -> None:
    server.routes["/a"] = PAGE
    asking = door(pace=2)
    for _ in range(3):
        asking.get(server.address("/a"))
    assert server.asked == ["/robots.txt", "/a", "/a", "/a"]
    assert clock.slept == [2, 2, 2]


def test_what_was_slept_through_already_is_not_waited_for(server, door, clock) -> None:
    server.routes["/a"] = PAGE
    asking = door(pace=2)
    asking.get(server.address("/a"))
    clock.slept.clear()
    clock.pass_by(1.5)
    asking.get(server.address("/a"))
    assert clock.slept == [0.5]


def test_hosts_do_not_wait_for_one_another(server, clock) -> None:
    with serving() as other, Door(clock=clock, allowed=["127.0.0.1"]) as door:
        for each in (server, other):
            each.routes["/a"] = PAGE
            door.get(each.address("/a"))
        assert clock.slept == [2, 2]


def test_redirects_keep_the_pace(server, door, clock) -> None:
    server.routes |= {"/a": http("302 Found", Location="/b"), "/b": PAGE}
    door(pace=2).get(server.address("/a"))
    assert clock.slept == [2, 2]


def test_a_crawl_delay_is_kept(server, door, clock) -> None:
    server.routes |= {"/robots.txt": http(body=b"User-agent: *\nCrawl-delay: 7.5"), "/a": PAGE}
    asking = door(pace=2)
    asking.get(server.address("/a"))
    asking.get(server.address("/a"))
    assert clock.slept == [7.5, 7.5]
    assert asking.ready_at(server.address("/b")) == clock.now() + timedelta(seconds=7.5)


def test_a_crawl_delay_below_the_pace_changes_nothing(server, door, clock) -> None:
    server.routes |= {"/robots.txt": http(body=b"User-agent: *\nCrawl-delay: 0.1"), "/a": PAGE}
    door(pace=2).get(server.address("/a"))
    assert clock.slept == [2]


def test_a_crawl_delay_beyond_our_patience_is_not_waited_for(server, door, clock) -> None:
    server.routes |= {"/robots.txt": http(body=b"User-agent: *\nCrawl-delay: 600"), "/a": PAGE}
    asking = door()
    attempt = asking.get(server.address("/a")).attempt
    assert (attempt.outcome, attempt.wait) == ("busy", 600)
    assert (server.asked, clock.slept) == (["/robots.txt"], [])
    clock.pass_by(600)
    assert asking.get(server.address("/a")).attempt.outcome == "read"


class TestRetryAfter:
    @pytest.mark.parametrize("status", ["429 Slow", "503 Busy"])
    @pytest.mark.parametrize(
        ("value", "seconds"),
        [
            ("120", 120),
            ("Wed, 11 Mar 2026 06:10:02 GMT", 600),
            ("Wednesday, 11-Mar-26 06:10:02 GMT", 600),
            ("Wed Mar 11 06:10:02 2026", 600),
            ("99999999999999", 86_400),
            ("Fri, 11 Mar 2050 06:00:00 GMT", 86_400),
            ("Tue, 10 Mar 2026 06:00:00 GMT", 0),
            ("0", 0),
            ("soon", None),
            ("-5", None),
            ("", None),
        ],
    )
    def test_says_how_long(self, server, door, clock, status, value, seconds) -> None:
        server.routes["/a"] = http(status, Retry_After=value)
        asking = door(pace=2)  # so it is 06:00:02 when /a is asked for
        attempt = asking.get(server.address("/a")).attempt
        assert (attempt.outcome, attempt.wait) == ("busy", seconds)
        ready = asking.ready_at(server.address("/b")) - clock.now()
        assert ready == timedelta(seconds=max(2, seconds or 0))

    def test_is_kept_to_without_asking_again(self, server, door, clock) -> None:
        server.routes["/a"] = http("429 Slow", Retry_After="3600")
        asking = door()
        asking.get(server.address("/a"))
        before = list(server.asked)
        attempt = asking.get(server.address("/b")).attempt
        assert (attempt.outcome, attempt.wait, attempt.status) == ("busy", 3600, None)
        assert attempt.reason == "the server wants to be left alone until 2026-03-11 07:00 UTC"
        assert server.asked == before
        clock.pass_by(3600)
        server.routes["/a"] = PAGE
        assert asking.get(server.address("/a")).attempt.outcome == "read"

    def test_that_is_short_is_waited_for(self, server, door, clock) -> None:
        server.routes |= {"/a": http("429 Slow", Retry_After="30"), "/b": PAGE}
        asking = door()
        asking.get(server.address("/a"))
        assert asking.get(server.address("/b")).attempt.outcome == "read"
        assert clock.slept == [2, 30]

    def test_of_another_status_is_not_heard(self, server, door, clock) -> None:
        server.routes["/a"] = http("500 Oh", Retry_After="3600")
        asking = door(pace=2)
        assert asking.get(server.address("/a")).attempt.wait is None
        assert asking.ready_at(server.address()) == clock.now() + timedelta(seconds=2)


class TestReadyAt:
    def test_is_now_for_a_host_never_asked(self, door, clock, server) -> None:
        assert door().ready_at(server.address()) == clock.now()

    def test_is_now_for_what_is_never_asked(self, door, clock) -> None:
        assert door().ready_at("file:///etc/hostname") == clock.now()

    def test_is_one_for_http_and_https_of_a_host(self, server, clock) -> None:
        with Door(clock=clock, resolve=lambda host, port: [], limits=Limits(pace=9)) as door:
            door.get("http://outlet.example/")
            assert door.ready_at("https://outlet.example/a") == clock.now() + timedelta(seconds=9)


def test_many_threads_ask_one_host_one_after_the_other(server, door, clock) -> None:
    server.routes["/a"] = PAGE
    asking = door(pace=2)
    threads = [threading.Thread(target=asking.get, args=(server.address("/a"),)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.asked == ["/robots.txt", *["/a"] * 12]
    assert clock.slept == [2] * 12


def test_hosts_that_redirect_to_each_other_do_not_block_each_other(server, clock) -> None:
    with serving() as other, Door(clock=clock, allowed=["127.0.0.1"]) as door:
        server.routes |= {"/a": http("302 Found", Location=other.address("/c")), "/c": PAGE}
        other.routes |= {"/b": http("302 Found", Location=server.address("/c")), "/c": PAGE}
        starts = [server.address("/a"), other.address("/b")] * 8
        threads = [threading.Thread(target=door.get, args=(start,)) for start in starts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert not any(thread.is_alive() for thread in threads)
        assert server.asked.count("/c") == other.asked.count("/c") == 8


def test_a_host_is_never_asked_twice_at_once(server, door) -> None:
    under_way: list[int] = []
    seen: list[int] = []

    def answer(connection: socket.socket) -> None:
        under_way.append(1)
        time.sleep(0.03)
        seen.append(len(under_way))
        under_way.pop()
        connection.sendall(PAGE)

    server.routes["/a"] = answer
    asking = door(pace=0)
    threads = [threading.Thread(target=asking.get, args=(server.address("/a"),)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1] * 6


def test_waiting_for_a_turn_takes_nothing_from_the_time_to_answer(server) -> None:
    server.routes["/a"] = PAGE
    limits = Limits(pace=0.5, total=0.4)
    with Door(allowed=[server.site], limits=limits) as door:
        assert door.get(server.address("/a")).attempt.outcome == "read"
