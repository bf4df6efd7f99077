"""The outlets of the test world: what each prints, in which form, and what goes wrong at it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal

from tests.watch.press.printing import Style
from tests.watch.press.stories import Story, story

START = datetime(2026, 3, 1, tzinfo=UTC)
"""When the watch begins; some articles are older."""

_PLAIN = Style()
Where = Literal["list", "parts", "pages", "all", "robots"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What goes wrong at an outlet from one day to another.

    Attributes:
        words: that the health of its source must hold meanwhile; none where the source is well.
    """

    kind: str
    since: float = 0
    until: float = 1000
    at: Where = "list"
    words: str = ""

    def is_on(self, now: datetime) -> bool:
        return self.since <= (now - START) / timedelta(days=1) < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper of the test world.

    Attributes:
        lists: path and form of each list that is watched; of form "page", the article itself.
        every: hours between two looks.
        count: articles in thirty days.
        window: the newest articles that a list names.
        known_by: "etag" or "date", where its lists are sent only when they have changed.
        edits: hours after its appearance at which an article is corrected, every second one.
        gone: hours after which an article is taken down, every third one, and the status then.
        silent: the day from which nothing appears any more.
        lends: hosts whose articles its list names, too.
        asks: seconds between two requests that its robots.txt asks for.
    """

    host: str
    lang: str
    lists: tuple[tuple[str, str], ...]
    style: Style = _PLAIN
    every: int = 24
    count: int = 5
    window: int = 12
    known_by: str | None = None
    edits: tuple[float, ...] = ()
    gone: tuple[float, int] | None = None
    silent: float = 1000
    twins: bool = False
    zone: str | None = None
    lends: tuple[str, ...] = ()
    asks: float = 0
    reorders: bool = False
    touches: bool = False
    troubles: tuple[Trouble, ...] = ()

    @property
    def name(self) -> str:
        return self.host.partition(".")[0].title()


def stories(outlet: Outlet, days: int) -> tuple[Story, ...]:
    """All that an outlet prints, from the day before the watch to its end."""
    chance = Random(outlet.host)
    last = min(days, outlet.silent)
    count = min(outlet.count, max(2, round(outlet.count * (last + 1) / 31)))
    moments = [-1440, *sorted(round(chance.uniform(-1, last) * 1440) for _ in range(count - 1))]
    return tuple(
        story(
            outlet.host,
            number,
            outlet.lang,
            START + timedelta(minutes=minutes),
            edits=tuple(timedelta(hours=h) for h in outlet.edits) if number % 2 else (),
            gone=timedelta(hours=outlet.gone[0]) if outlet.gone and number % 3 == 0 else None,
            twin=outlet.twins,
        )
        for number, minutes in enumerate(moments[:count], 1)
    )


def _plain(host: str, lang: str, form: str, path: str = "/list", **more: object) -> Outlet:
    return Outlet(host=f"{host}.example", lang=lang, lists=((path, form),), **more)  # type: ignore[arg-type]


def _ill(host: str, lang: str, *troubles: Trouble, form: str = "rss", **more: object) -> Outlet:
    return _plain(host, lang, form, troubles=troubles, **more)


_IN_GOOD_ORDER = (
    _plain("astar-tany", "kk", "rss", every=12, known_by="etag"),
    _plain("volna", "ru", "rss", every=12, known_by="date"),
    _plain("harbour", "en", "rss", every=12),
    _plain("liman", "tr", "rss"),
    _plain("anker", "de", "rss", known_by="etag"),
    _plain("phare", "fr", "rss"),
    _plain("bandar", "uz", "rss"),
    _plain("kamar", "kk", "atom", known_by="etag"),
    _plain("beacon", "en", "atom"),
    _plain("leuchte", "de", "atom", known_by="date"),
    _plain("fanal", "fr", "atom"),
    _plain("sulak", "ru", "rdf"),
    _plain("fener", "tr", "rdf"),
    _plain("ledger", "en", "json", known_by="etag"),
    _plain("belkent", "kk", "json"),
    _plain("suvon", "uz", "json"),
    _plain("oblast", "ru", "sitemap", "/sitemap.xml"),
    _plain("county", "en", "sitemap", "/sitemap.xml", known_by="date"),
    _plain("zharyk", "kk", "news", "/news-sitemap.xml"),
    _plain("manset", "tr", "news", "/news-sitemap.xml"),
    _plain("depeche", "fr", "news", "/news-sitemap.xml", known_by="etag"),
    _plain("gazeta", "ru", "index", "/sitemap.xml"),
    _plain("tribune", "en", "index", "/sitemap.xml"),
    _plain("bote", "de", "gz", "/sitemap.xml.gz"),
    _plain("xabar", "uz", "text", "/sitemap.txt"),
    _plain("ustanym", "kk", "page", "/news/001.html", count=1, edits=(100, 200, 300, 400, 500)),
    _plain("bulletin", "en", "page", "/news/001.html", count=1, edits=(150, 290, 600)),
    Outlet(host="two-lists.example", lang="ru", lists=(("/rss", "rss"), ("/atom", "atom"))),
    _plain("digest", "en", "rss", count=3, lends=("harbour.example", "volna.example")),
)
_WITH_HABITS = (
    _plain("shuffle", "en", "rss", every=12, reorders=True),
    _plain("touchy", "ru", "rss", touches=True),
    _plain("dateless", "kk", "rss", style=Style(dated=False)),
    _plain("mobile", "de", "rss", twins=True),
    _plain("mirror", "en", "rss", twins=True, style=Style(canonical=False)),
    _plain("errata", "en", "atom", every=12, count=6, edits=(5, 30)),
    _plain("tuzetu", "kk", "rss", every=12, count=6, edits=(3, 26)),
    _plain("late-edit", "fr", "json", count=6, edits=(200,), window=30),
    _plain("withdrawn", "ru", "rss", every=12, count=9, gone=(30, 410)),
    _plain("vanishing", "tr", "rss", every=12, count=9, gone=(9, 404)),
    _plain("zoneless", "kk", "rss", style=Style(zone="Asia/Almaty"), zone="Asia/Almaty"),
    _plain("nowhere", "en", "rss", style=Style(zone="Asia/Almaty")),
    _plain("tracker", "en", "rss", every=12, style=Style(tracked="utm_source=rss&utm_term=")),
    _plain("slow-down", "de", "rss", asks=11),
    _plain("fading", "ru", "rss", every=12, count=60, silent=12),
    _plain("nothing-yet", "en", "rss", count=0),
    _plain("nothing-new", "kk", "news", count=0),
    _ill("cp1251", "ru", Trouble("cp1251 called utf-8", at="all")),
    _ill("latin", "fr", Trouble("utf-8 called latin-1", at="all")),
    _ill("torn", "en", Trouble("torn XML"), window=30),
    _ill("walled", "de", Trouble("403", at="pages"), style=Style(carried=True), edits=(40,)),
    _ill("stray", "en", Trouble("stray links")),
)
_IN_TROUBLE = (
    _ill("closed", "en", Trouble("403", words="does not let us in")),
    _ill("closed-for-a-week", "ru", Trouble("403", 5, 12, words="does not let us in")),
    _ill("lost", "de", Trouble("404", words="no such page")),
    _ill("removed", "fr", Trouble("410", 8, words="taken away")),
    _ill("busy", "en", Trouble("429 for 9000 s", 3, 6, "all", "later|left alone")),
    _ill("busy-until", "kk", Trouble("429 until", 10, 13, "all", "later|left alone")),
    _ill("moody", "ru", Trouble("500 now and then", at="all"), every=12),
    _ill("broken", "tr", Trouble("500", 4, 9, "all", "out of order")),
    _ill("paused", "uz", Trouble("503 for 7200 s", 14, 16, "all", "cannot answer now|left alone")),
    _ill("merry-go-round", "en", Trouble("loop", at="all", words="circle")),
    _ill("to-the-cloud", "en", Trouble("to 169.254.169.254", words="169.254.169.254 is not")),
    _ill("to-the-office", "ru", Trouble("to 10.0.0.1", words="10.0.0.1 is not public")),
    _ill("to-itself", "en", Trouble("to [::1]", words="::1 is not public")),
    _ill("gzip-bomb", "en", Trouble("gzip bomb", words="larger than")),
    _ill("xml-bomb", "en", Trouble("XML bomb", words=".")),
    _ill("map-bomb", "en", Trouble("XML bomb", words="."), form="sitemap"),
    _ill("ten-gigabytes", "en", Trouble("10 GB", words="larger than")),
    _ill("endless", "de", Trouble("endless", 2, 9, words="larger than")),
    _ill("mute", "en", Trouble("silent", 6, 7, words="did not answer"), every=24),
    _ill("dripping", "fr", Trouble("dripping", 6, 7, words="not complete"), every=24),
    _ill("cut-short", "ru", Trouble("cut", 10, 14, words="broke off")),
    _ill("no-name", "en", Trouble("no name", words="no host of this name")),
    _ill("no-connection", "en", Trouble("no connection", words="takes no connection")),
    _ill("inside", "en", Trouble("resolves to 10.20.30.40", words="10.20.30.40 is not public")),
    _ill("forbidden", "en", Trouble("robots forbid all", words="asks robots not")),
    _ill("half-open", "ru", Trouble("robots forbid pages")),
    _ill("robots-down", "kk", Trouble("503", 7, 9, "robots", "robots.txt answered"), every=12),
    _ill("moved", "en", Trouble("moved", 9)),
    _ill("error-page", "ru", Trouble("page of apology", 9, 15, words="no feed")),
    _ill("blank", "de", Trouble("nothing at all", 9, 15, words=".")),
    _ill("noise", "en", Trouble("noise", 9, 15, words=".")),
    _ill("dead-pages", "tr", Trouble("500", 0, 20, "pages")),
)

OUTLETS = (*_IN_GOOD_ORDER, *_WITH_HABITS, *_IN_TROUBLE)
