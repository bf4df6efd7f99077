"""What is written down of a look and of a fetch."""

from sholu.archive import moment
from sholu.model import Selection
from sholu.watch.keeping import keep_fetched, keep_look
from sholu.watch.work import fetch, look
from tests.watch.press import Outlet, Trouble
from tests.watch.press.printing import Style

HOUR, DAY = 3600, 86_400


def outlet(form="rss", *troubles, path="/list", **more):
    return Outlet(host="astar.example", lang="en", lists=((path, form),), troubles=troubles, **more)


class Desk:
    """Looks and fetches, one after the other, each kept at once."""

    def __init__(self, here, archive):
        self.here, self.archive = here, archive
        with archive.writing() as transaction:
            transaction.watch(here.press.sources(), at=self.now)

    @property
    def now(self):
        return moment(self.here.clock.now())

    def look(self):
        with self.archive.view() as view:
            (due,) = view.sources_due(at="9", limit=1)
        found = look(due, self.here.door)
        with self.archive.writing() as transaction:
            return keep_look(transaction, found)

    def fetch(self):
        """Fetch the first article that is due."""
        with self.archive.view() as view:
            (task,) = view.tasks_due(at=self.now, limit=1)
        done = fetch(task, self.here.source, self.here.door)
        with self.archive.writing() as transaction:
            return keep_fetched(transaction, done)

    @property
    def health(self):
        with self.archive.view() as view:
            return view.health(at=self.now)[0]

    @property
    def due(self):
        with self.archive.view() as view:
            return view.sources_due(at="9", limit=1)[0]

    def versions(self):
        with self.archive.view() as view:
            return [
                one for found in view.find(Selection()) for one in view.versions(found.document.id)
            ]


def test_validators_are_kept_only_together_with_what_was_found(scene, archive):
    desk = Desk(scene(outlet("rss", Trouble("noise", 1, 2), known_by="etag")), archive)
    desk.look()
    etag = desk.due.etag
    assert etag is not None
    desk.here.clock.sleep(1.5 * DAY)
    desk.look()
    assert desk.due.etag == etag, "what could not be understood is asked for again"


def test_a_source_is_well_after_it_answered_and_ill_in_words_after_it_did_not(scene, archive):
    desk = Desk(scene(outlet("rss", Trouble("403", 1, 2))), archive)
    assert desk.look().problem is None
    well = desk.health
    assert (well.failures, well.outcome, well.reason) == (0, "read", None)
    desk.here.clock.sleep(1.5 * DAY)
    assert desk.look().problem == f"{well.address}: the server does not let us in"
    ill = desk.health
    assert (ill.failures, ill.outcome, ill.reason) == (
        1,
        "blocked",
        "the server does not let us in",
    )
    assert ill.succeeded == well.tried
    desk.here.clock.sleep(DAY)
    desk.look()
    assert (desk.health.failures, desk.health.reason) == (0, None)


def test_what_stood_in_a_sitemap_without_dates_is_only_noted_at_the_first_look(scene, archive):
    desk = Desk(scene(outlet("sitemap", count=30)), archive)
    assert desk.look().named == 2
    assert desk.health.waiting == 0
    desk.here.clock.sleep(3 * DAY)
    named = desk.look().named
    assert named > 0
    assert desk.health.waiting == named, "what is new since is news"


def test_what_stood_in_a_feed_is_fetched_from_the_first_look_on(scene, archive):
    desk = Desk(scene(outlet("rss")), archive)
    desk.look()
    assert desk.health.waiting == 1


def test_a_page_that_is_a_source_itself_has_a_version_for_every_change(scene, archive):
    desk = Desk(scene(outlet("page", path="/news/001.html", count=1, edits=(30, 50))), archive)
    assert desk.look().new == 1
    desk.here.clock.sleep(30 * HOUR)
    assert desk.look().changed == 1
    assert (desk.look().new, desk.look().changed) == (0, 0)
    assert [one.number for one in desk.versions()] == [1, 2]


def test_an_article_is_kept_once_however_often_it_is_fetched(scene, archive):
    desk = Desk(scene(outlet("rss", edits=(28,))), archive)
    desk.look()
    assert (desk.fetch().new, desk.health.documents) == (1, 1)
    desk.here.clock.sleep(6 * HOUR)
    again = desk.fetch()
    assert (again.new, again.changed) == (0, 1), "it was corrected in the meantime"
    desk.here.clock.sleep(48 * HOUR)
    last = desk.fetch()
    assert (last.new, last.changed) == (0, 0)
    assert desk.health.waiting == 0
    assert [one.number for one in desk.versions()] == [1, 2]


def test_a_kept_page_that_is_gone_stays_and_is_no_trouble(scene, archive):
    here = scene(outlet("rss", Trouble("410", 0.2, at="pages")))
    desk = Desk(here, archive)
    desk.look()
    desk.fetch()
    for _ in range(2):
        here.clock.sleep(7 * HOUR)
        assert desk.fetch().problem is None
    assert desk.health.quarantined == 0
    assert len(desk.versions()) == 1


def test_a_page_that_was_never_had_is_set_aside_with_its_reason(scene, archive):
    here = scene(outlet("rss", Trouble("410", at="pages")))
    desk = Desk(here, archive)
    desk.look()
    assert desk.fetch().problem is None, "it is tried a second time"
    here.clock.sleep(HOUR)
    assert desk.fetch().problem.endswith("the page was taken away")
    assert (desk.health.quarantined, desk.health.waiting) == (1, 0)
    with archive.view() as view:
        assert view.coverage(Selection()).lost == {"missing": 1}


def test_what_was_set_aside_is_tried_again_when_somebody_asks(scene, archive):
    here = scene(outlet("rss", Trouble("410", 0, 1, at="pages")))
    desk = Desk(here, archive)
    desk.look()
    for _ in range(2):
        desk.fetch()
        here.clock.sleep(2 * DAY if desk.health.quarantined else HOUR)
    with archive.writing() as transaction:
        assert transaction.replay(at=desk.now) == 1
        assert transaction.replay(at=desk.now) == 0
    assert desk.fetch().new == 1
    assert desk.health.quarantined == 0


def test_an_article_known_by_its_feed_alone_is_not_asked_for_again(scene, archive):
    here = scene(outlet("rss", Trouble("403", at="pages"), style=Style(carried=True)))
    desk = Desk(here, archive)
    desk.look()
    assert desk.fetch().new == 1
    (kept,) = desk.versions()
    assert kept.origin == "feed"
    with archive.view() as view:
        assert view.tasks_due(at="9", limit=1) == ()


def test_a_try_is_written_down_for_every_request(scene, archive):
    desk = Desk(scene(outlet("index")), archive)
    desk.look()
    desk.fetch()
    with archive.view() as view:
        assert view.count()["attempt"] == 4
        assert view.coverage(Selection()).tries == {"read": 4}
