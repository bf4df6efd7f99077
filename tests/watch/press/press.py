"""The press of the test world: what every host answers at every moment, and what it remembers."""

import gzip
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import cache
from random import Random

from sholu.collect.fetch import Clock
from sholu.model import Source
from tests.watch.press.outlets import OUTLETS, START, Outlet, Trouble, stories
from tests.watch.press.printing import Item, Style, listing, page, sitemap_index, zipped
from tests.watch.press.server import Reply, Server
from tests.watch.press.stories import Edition, Story

PACE = 2.0
# A look may be earlier than its rhythm by what robots.txt took the last time.
_SLACK = timedelta(seconds=60)
_HTML = ("Content-Type", "text/html; charset=utf-8")


@dataclass
class Seen:
    """What was sent of an article, one edition behind the other, and where it was named."""

    named: datetime | None = None
    editions: list[Edition] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)


class Press:
    """Answers for every host of the world, counts who was asked, and complains of bad manners.

    Attributes:
        seen: by host and number of the article, what could be known of it.
        asked: requests by host, `robots_asked` those for robots.txt; `paths` by path.
        complaints: every request that came too early, or to a host that does not exist.
    """

    def __init__(
        self, clock: Clock, server: Server, *, days: int, outlets: Sequence[Outlet] = OUTLETS
    ) -> None:
        self._clock = clock
        self._port, self._closed = server.port, server.closed_port
        self.outlets = {one.host: one for one in outlets}
        self.stories = {one.host: stories(one, days) for one in outlets}
        self.seen: dict[tuple[str, int], Seen] = defaultdict(Seen)
        self.asked: Counter[str] = Counter()
        self.robots_asked: Counter[str] = Counter()
        self.paths: Counter[str] = Counter()
        self.complaints: list[str] = []
        self.pace = PACE
        self._last: dict[str, datetime] = {}
        self._last_looks: dict[str, datetime] = {}
        self._away: dict[str, datetime] = {}
        self._touched: Counter[str] = Counter()

    @property
    def hosts(self) -> tuple[str, ...]:
        """Those that may be asked although they are on loopback."""
        there = [host for host, one in self.outlets.items() if not _has(one, "resolves")]
        return (*there, *(f"new-{host}" for host in there if _has(self.outlets[host], "moved")))

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        """The name server of the world."""
        if re.fullmatch(r"[0-9.]+|[0-9a-f]*:[0-9a-f:]+", host):
            return (host,)
        if host == "localhost":
            return ("127.0.0.1", "::1")
        one = self.outlets.get(host.removeprefix("new-"))
        if one is None or _has(one, "no name"):
            raise OSError("no such host")
        private = next((t for t in one.troubles if t.kind.startswith("resolves to ")), None)
        return (private.kind.rpartition(" ")[2],) if private else ("127.0.0.1",)

    def sources(self) -> tuple[Source, ...]:
        """Everything that can be watched."""
        return tuple(
            Source(
                id=f"{one.name.lower()}{path if len(one.lists) > 1 else ''}",
                address=self.address(one, path),
                outlet=one.name,
                lang=one.lang,
                zone=one.zone,
                every=one.every * 3600,
            )
            for one in self.outlets.values()
            for path, _ in one.lists
        )

    def outlet_of(self, source: Source) -> Outlet:
        return next(o for o in self.outlets.values() if o.name.lower() == source.id.split("/")[0])

    def address(self, one: Outlet, path: str) -> str:
        """Of a path at an outlet; of one that takes no connections, at a port without a server."""
        return (
            f"http://{one.host}:{self._closed if _has(one, 'no connection') else self._port}{path}"
        )

    def story_of(self, address: str) -> Story | None:
        """The article that an address leads to."""
        found = re.match(r"http://([^/:]+)(?::\d+)?(/[^?]*)", address)
        if not found or found[1] not in self.stories:
            return None
        return next((s for s in self.stories[found[1]] if found[2] in s.paths), None)

    def answer(self, host: str, path: str, headers: dict[str, str]) -> Reply:
        """What is sent for a request, which is remembered."""
        name = host.partition(":")[0]
        one = self.outlets.get(name.removeprefix("new-"))
        if one is None:
            self.complaints.append(f"{host}{path}: there is no such host here")
            return Reply(status=421)
        now = self._clock.now()
        self._watch_manners(name, path, one, now)
        if path == "/robots.txt":
            return self._robots(one, now)
        path, _, _ = path.partition("?")
        form = next((form for at, form in one.lists if at == path), None)
        if form is None and path.startswith("/part-"):
            form = "sitemap" if path == "/part-old.xml" else "news"
        at = "pages" if form is None else "parts" if path.startswith("/part-") else "list"
        trouble = next((t for t in one.troubles if t.is_on(now) and t.at in (at, "all")), None)
        reply = None
        if trouble is not None:
            reply = self._in_trouble(trouble, one, name, path, now)
        if reply is not None:
            return reply
        story = next((s for s in self.stories[one.host] if path in s.paths), None)
        if form is None or form == "page":
            reply = self._page(one, story, path, now)
        else:
            reply = self._list(one, path, form, now, headers)
        return _garbled(reply, trouble)

    def _watch_manners(self, name: str, path: str, one: Outlet, now: datetime) -> None:
        if path == "/robots.txt":
            self.robots_asked[name] += 1
        else:
            self.asked[name] += 1
            self.paths[path] += 1
        last = self._last.get(name)
        pace = self.pace if path == "/robots.txt" else max(self.pace, one.asks)
        if last is not None and (now - last).total_seconds() < pace - 0.001:
            seconds = (now - last).total_seconds()
            self.complaints.append(f"{name}{path}: asked {seconds} seconds after the last time")
        self._last[name] = now
        if name in self._away and now < self._away[name]:
            self.complaints.append(f"{name}{path}: asked before {self._away[name]}, at {now}")
        if path in dict(one.lists) and dict(one.lists)[path] != "page":
            known = self._last_looks.get(name + path)
            if known is not None and now - known < timedelta(hours=one.every) - _SLACK:
                self.complaints.append(f"{name}{path}: looked at {now - known} after the last time")
            self._last_looks[name + path] = now

    def _robots(self, one: Outlet, now: datetime) -> Reply:
        if any(t.at == "robots" and t.is_on(now) for t in one.troubles):
            return Reply(status=503)
        if _has(one, "robots forbid all"):
            return Reply(body=b"User-agent: *\nDisallow: /\n")
        if _has(one, "robots forbid pages"):
            return Reply(body=b"User-agent: *\nDisallow: /news/\n")
        if one.asks:
            return Reply(body=f"User-agent: *\nCrawl-delay: {one.asks}\n".encode())
        return Reply(status=404)

    def _list(
        self, one: Outlet, path: str, form: str, now: datetime, headers: dict[str, str]
    ) -> Reply:
        if form == "index":
            base = f"http://{one.host}:{self._port}"
            return Reply(body=sitemap_index([f"{base}/part-old.xml", f"{base}/part-news.xml"]))
        items = self._items(one, now, number=self._touched[one.host])
        self._touched[one.host] += 1
        if path == "/part-old.xml":
            items = items[6:]
        elif path == "/part-news.xml":
            items = items[:6]
        style = one.style
        if one.touches:
            style = Style(touched=self._touched[one.host] // 20 + 1)
        media_type, body = listing("sitemap" if form == "gz" else form, items, one.name, style)
        body = zipped(body) if form == "gz" else body
        sent = [("Content-Type", media_type)]
        if one.known_by == "etag":
            tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            if headers.get("if-none-match") == tag:
                return Reply(status=304)
            sent.append(("ETag", tag))
        elif one.known_by == "date":
            changed = max((item.edited for item in items), default=START)
            if headers.get("if-modified-since") == format_datetime(changed, usegmt=True):
                return Reply(status=304)
            sent.append(("Last-Modified", format_datetime(changed, usegmt=True)))
        if any(t.kind == "torn XML" for t in one.troubles):
            body = body[: len(body) * 2 // 3]
            items = [
                item for item in items if f"{item.story.host}-{item.story.number}<".encode() in body
            ]
        for item in items:
            self._remember(item, one)
        if any(t.kind == "stray links" for t in one.troubles):
            body = body.replace(b"</channel>", _STRAY + b"</channel>")
        return Reply(headers=tuple(sent), body=body)

    def _items(self, one: Outlet, now: datetime, *, number: int) -> list[Item]:
        lent = [story for host in one.lends for story in self.stories[host]]
        there = [s for s in (*self.stories[one.host], *lent) if _is_there(s, now)]
        there.sort(key=lambda story: (story.appears, story.host), reverse=True)
        chosen = there[: one.window]
        if one.reorders:
            Random(f"{one.host} {number}").shuffle(chosen)
        return [Item(story, self._link(one, story, number), now) for story in chosen]

    def _link(self, one: Outlet, story: Story, number: int) -> str:
        path = story.paths[number % len(story.paths)]
        tracked = f"?{one.style.tracked}{number}" if one.style.tracked else ""
        return f"http://{story.host}:{self._port}{path}{tracked}"

    def _remember(self, item: Item, one: Outlet) -> None:
        seen = self.seen[item.story.host, item.story.number]
        seen.named = seen.named or item.now
        if one.style.carried:
            self._sent(seen, item.story.at(item.now))

    def _page(self, one: Outlet, story: Story | None, path: str, now: datetime) -> Reply:
        if story is None or now < story.appears:
            return Reply(status=404, headers=(_HTML,), body=b"<html><body>404</body></html>")
        if not _is_there(story, now):
            assert one.gone is not None
            return Reply(status=one.gone[1], headers=(_HTML,), body=b"<html>gone</html>")
        seen = self.seen[story.host, story.number]
        seen.addresses.add(path)
        self._sent(seen, story.at(now))
        right = f"http://{story.host}:{self._port}{story.path}"
        made = page(Item(story, right, now), one.name, one.style)
        return Reply(headers=(_HTML,), body=made.encode())

    def _sent(self, seen: Seen, edition: Edition) -> None:
        if not seen.editions or seen.editions[-1] != edition:
            seen.editions.append(edition)

    def _in_trouble(
        self, trouble: Trouble, one: Outlet, name: str, path: str, now: datetime
    ) -> Reply | None:
        """What is sent instead; null where the trouble is none of this kind."""
        kind = trouble.kind
        if found := re.fullmatch(r"(429|503) for (\d+) s", kind):
            return self._away_until(name, int(found[1]), now + timedelta(seconds=int(found[2])))
        if kind == "429 until":
            end = (now + timedelta(hours=5)).replace(microsecond=0)
            return self._away_until(name, 429, end, as_date=True)
        if kind == "500 now and then":
            unlucky = Random(f"{one.host} {path} {now:%j %H}").random() < 0.3
            return Reply(status=500) if unlucky else None
        if kind.isdigit():
            return Reply(status=int(kind), headers=(_HTML,), body=b"<html>no</html>")
        if kind == "loop":
            other = "/round" if path != "/round" else one.lists[0][0]
            return Reply(status=302, headers=(("Location", other),))
        if kind == "moved":
            if name.startswith("new-"):
                return None
            there = f"http://new-{one.host}:{self._port}{path}"
            return Reply(status=301, headers=(("Location", there),))
        if kind.startswith("to "):
            return Reply(status=302, headers=(("Location", f"http://{kind[3:]}/list"),))
        return _SENT_INSTEAD[kind]() if kind in _SENT_INSTEAD else None

    def _away_until(
        self, name: str, status: int, until: datetime, *, as_date: bool = False
    ) -> Reply:
        self._away[name] = until
        seconds = round((until - self._clock.now()).total_seconds())
        said = format_datetime(until, usegmt=True) if as_date else str(seconds)
        if not as_date:
            self._away[name] = self._clock.now() + timedelta(seconds=seconds)
        return Reply(status=status, headers=(("Retry-After", said),))


def _is_there(story: Story, now: datetime) -> bool:
    return story.appears <= now and (story.gone is None or now < story.gone)


def _has(one: Outlet, kind: str) -> bool:
    return any(trouble.kind.startswith(kind) for trouble in one.troubles)


def _garbled(reply: Reply, trouble: Trouble | None) -> Reply:
    """The same in an encoding that its label denies."""
    if reply.status != 200 or trouble is None:
        return reply
    if trouble.kind == "cp1251 called utf-8":
        return Reply(headers=reply.headers, body=reply.body.decode().encode("cp1251", "replace"))
    if trouble.kind == "utf-8 called latin-1":
        headers = tuple(
            (
                name,
                f"{value.partition(';')[0]}; charset=iso-8859-1"
                if name == "Content-Type"
                else value,
            )
            for name, value in reply.headers
        )
        return Reply(headers=headers, body=reply.body)
    return reply


_STRAY = b"".join(
    b"<item><title>Stray</title><link>%b</link><guid>%b</guid></item>" % (link, link)
    for link in (
        b"http://169.254.169.254/latest/meta-data/",
        b"http://localhost/admin",
        b"http://[::1]/admin",
        b"http://10.0.0.1/",
    )
)
_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@cache
def _gzip_bomb() -> Reply:
    body = gzip.compress(b"<rss>" + b" " * 60_000_000, mtime=0)
    return Reply(headers=(("Content-Encoding", "gzip"),), body=body)


def _of_xml(body: str) -> Reply:
    return Reply(headers=(("Content-Type", "application/xml"),), body=body.encode())


_APOLOGY = """<!DOCTYPE html><html lang="ru"><head><title>Технические работы</title></head><body>
<main><h1>Сайт временно не работает</h1><p>Уважаемые читатели, на сайте идут технические работы,
которые продлятся несколько дней. Редакция приносит извинения за неудобства и благодарит за
терпение всех, кто читает нас каждый день.</p><p>Пока работы не закончены, новости можно узнать
по телефону редакции или в вечернем выпуске газеты, который выходит без изменений.</p></main>
</body></html>"""
_SENT_INSTEAD = {
    "gzip bomb": _gzip_bomb,
    "XML bomb": lambda: _of_xml(
        f"{_LAUGHS}<rss version='2.0'><channel><title>&i;</title></channel></rss>"
    ),
    "10 GB": lambda: Reply(body=b"<rss>", length=10_000_000_000),
    "endless": lambda: Reply(manner="endless"),
    "silent": lambda: Reply(manner="silent"),
    "dripping": lambda: Reply(manner="dripping"),
    "cut": lambda: Reply(manner="cut", body=b"<rss><channel>" * 100),
    "page of apology": lambda: Reply(headers=(_HTML,), body=_APOLOGY.encode()),
    "nothing at all": lambda: Reply(),
    "noise": lambda: Reply(body=bytes(range(256)) * 20),
}
