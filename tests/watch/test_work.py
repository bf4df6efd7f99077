"""What is done with one source or one article."""

from dataclasses import replace

import pytest

from sholu.watch.work import fetch, given_up, look
from tests.watch.press import Outlet, Trouble
from tests.watch.press.printing import Style


def outlet(form="rss", *troubles, path="/list", **more):
    return Outlet(host="astar.example", lang="en", lists=((path, form),), troubles=troubles, **more)


@pytest.mark.parametrize(
    "form", ["rss", "atom", "rdf", "json", "sitemap", "news", "gz", "text", "index"]
)
def test_a_list_of_every_form_names_its_articles(scene, form):
    here = scene(outlet(form))
    here.clock.sleep(10 * 86_400)
    found = look(here.due(), here.door)
    stories = here.press.stories["astar.example"]
    there = [one for one in stories if one.appears < here.clock.now()]
    assert {here.press.story_of(link.address) for link in found.links} == set(there)


@pytest.mark.parametrize(
    ("form", "dated"),
    [("rss", True), ("news", True), ("sitemap", False), ("text", False), ("index", True)],
)
def test_it_is_known_whether_a_list_says_when_its_articles_appeared(scene, form, dated):
    here = scene(outlet(form))
    here.clock.sleep(86_400)
    assert look(here.due(), here.door).dated is dated


def test_of_an_index_the_sitemaps_are_tries_of_their_own(scene):
    here = scene(outlet("index"))
    found = look(here.due(), here.door)
    paths = [one.address.rpartition("/")[2] for one in found.tries]
    assert paths == ["list", "part-news.xml", "part-old.xml"]


def test_an_index_of_which_no_sitemap_can_be_read_is_not_read(scene):
    here = scene(outlet("index", Trouble("404", at="parts")))
    found = look(here.due(), here.door)
    assert found.tries[0].outcome == "unreadable"
    assert "none of its sitemaps could be read" in found.tries[0].reason
    assert "there is no such page" in found.tries[0].reason
    assert found.validators is None


def test_a_source_that_has_not_changed_names_nothing_and_keeps_its_validators(scene):
    here = scene(outlet(known_by="etag"))
    known = look(here.due(), here.door).validators
    again = look(here.due(etag=known.etag), here.door)
    assert again.tries[0].outcome == "unchanged"
    assert again.validators is None


def test_what_cannot_be_understood_leaves_no_validators(scene):
    here = scene(outlet("rss", Trouble("noise"), known_by="etag"))
    found = look(here.due(), here.door)
    assert found.tries[0].outcome == "unreadable"
    assert found.validators is None


def test_what_a_source_is_becomes_known_where_that_will_last(scene):
    for form, path, kind in (
        ("json", "/list", "feed"),
        ("news", "/list", "sitemap"),
        ("page", "/news/001.html", None),
    ):
        here = scene(outlet(form, path=path))
        assert look(here.due(), here.door).kind == kind


def test_a_page_in_the_place_of_a_feed_is_no_article(scene):
    here = scene(outlet("rss", Trouble("page of apology")))
    due = replace(here.due(), source=replace(here.source, kind="feed"))
    found = look(due, here.door)
    assert found.page is None
    assert found.tries[0].outcome == "unreadable"


def test_an_article_is_read_from_its_page(scene):
    here = scene(outlet())
    done = fetch(here.task(), here.source, here.door)
    assert done.found.origin == "page"
    assert done.found.document.text == here.press.stories["astar.example"][0].editions[0].text
    assert done.found.page.body.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("status", ["403", "404", "451"])
def test_where_its_page_is_blocked_what_the_feed_carries_will_do(scene, status):
    here = scene(outlet("rss", Trouble(status, at="pages"), style=Style(carried=True)))
    carried = look(here.due(), here.door).links[-1]
    done = fetch(here.task(text=carried.text), here.source, here.door)
    assert done.found.origin == "feed"
    assert done.found.document.text == here.press.stories["astar.example"][0].editions[0].text


@pytest.mark.parametrize("status", ["500", "503 for 60 s"])
def test_where_its_page_may_yet_be_had_it_is_waited_for(scene, status):
    here = scene(outlet("rss", Trouble(status, at="pages")))
    assert fetch(here.task(text="carried"), here.source, here.door).found is None


def test_what_was_read_from_its_page_is_not_replaced_by_what_the_feed_carries(scene):
    here = scene(outlet("rss", Trouble("403", at="pages")))
    assert fetch(here.task(text="carried", visits=1), here.source, here.door).found is None


def test_a_defect_is_a_reason_like_any_other(scene):
    here = scene(outlet())
    at = "2026-03-01T00:00:00+00:00"
    for job in (here.due(), here.task()):
        (attempt,) = given_up(job, "a defect", at=at).tries
        assert (attempt.outcome, attempt.reason, attempt.at) == ("unreadable", "a defect", at)
