"""When to come back."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.archive import Task
from sholu.model import Attempt, Link, Source
from sholu.watch.schedule import next_look, next_try, next_visit

AT = datetime.fromisoformat("2026-03-11T06:00:00+00:00")
DAY = 86_400
rhythms = st.integers(60, 365 * DAY)


def attempt(outcome="failed", **more):
    return Attempt(
        address="http://astar.example/rss",
        at=AT.isoformat(),
        outcome=outcome,
        reason="the server is out of order (status 500)",
        **more,
    )


def source(every=1800, id="astar"):
    return Source(id=id, address="http://astar.example/rss", every=every)


def task(tries=0, visits=0):
    link = Link(address="http://astar.example/1", mark="1")
    return Task(key="astar.example/1", link=link, source="astar", tries=tries, visits=visits)


def seconds(moment):
    return (datetime.fromisoformat(moment) - AT) / timedelta(seconds=1)


@given(rhythms)
def test_a_source_that_answered_is_looked_at_by_its_rhythm(every):
    assert seconds(next_look(source(every), 0, attempt("read"))) == every


@given(rhythms, st.integers(1, 500), st.text(max_size=5))
def test_one_that_did_not_is_left_alone_at_least_as_long_and_a_day_longer_at_most(
    every, failures, id
):
    wait = seconds(next_look(source(every, id), failures, attempt()))
    assert every <= wait <= max(every, DAY)


@given(rhythms, st.integers(0, 50), st.integers(0, DAY))
def test_no_source_is_called_earlier_than_it_asks(every, failures, wait):
    asked = attempt("busy", wait=wait)
    assert seconds(next_look(source(every), failures, asked)) >= max(every, wait)


def test_failing_sources_of_one_rhythm_do_not_all_come_back_at_once():
    moments = {next_look(source(id=f"source {n}"), 4, attempt()) for n in range(50)}
    assert len(moments) > 40


@pytest.mark.parametrize(
    ("outcome", "tries"),
    [
        ("busy", 8),
        ("failed", 8),
        ("unreachable", 8),
        ("blocked", 3),
        ("missing", 2),
        ("disallowed", 2),
        ("refused", 1),
        ("oversized", 1),
        ("unreadable", 1),
    ],
)
def test_an_article_is_tried_again_where_that_may_help(outcome, tries):
    made = 0
    while next_try(task(tries=made), attempt(outcome)) is not None:
        made += 1
    assert made + 1 == tries


def test_a_robots_txt_out_of_order_is_waited_for_like_a_server_out_of_order():
    assert next_try(task(tries=5), attempt("disallowed", status=503)) is not None


def test_waits_grow_with_every_try():
    longest = [max(seconds(next_try(task(n), attempt())) for _ in "x") for n in range(7)]
    assert 300 <= longest[0] <= 600
    assert all(300 <= wait <= 300 + 6 * 3600 for wait in longest)


def test_an_article_is_asked_for_no_earlier_than_its_host_asks():
    assert seconds(next_try(task(), attempt("busy", wait=7200))) >= 7200


def test_an_article_is_visited_again_after_six_hours_and_after_two_more_days_and_then_settled():
    visits = [next_visit(task(visits=n), attempt("read")) for n in range(3)]
    assert [seconds(one) / 3600 if one else None for one in visits] == [6, 48, None]
