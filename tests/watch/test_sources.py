"""A sources file says which sources are watched; what is wrong in one is said in one sentence."""

import re
from datetime import datetime
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from sholu.model import Source, UsageError
from sholu.watch.entry import rhythm
from sholu.watch.sources import Sources, load, starting
from sholu.watch.zones import zone_of
from sholu.world import World

DOCS = Path(__file__).parents[2] / "docs" / "sources.md"
WORLD = """
[[outlet]]
id = "qala.example"
name = "Qala"
country = "KZ"
domain = "qala.example"
names = ["Qala"]

[[outlet]]
id = "wide.example"
name = "The Wide"
country = "RU"
domain = "wide.example"
names = ["The Wide"]

[[outlet]]
id = "league.example"
name = "League News"
domain = "league.example"
names = ["League News"]
"""
ONE = '[[source]]\naddress = "https://qala.example/rss"\n'


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    path = tmp_path_factory.mktemp("world") / "world.toml"
    path.write_text(WORLD)
    return World.load(path)


@pytest.fixture
def read(tmp_path, world):
    """The sources that a text or bytes tell of, as `sources.toml` or under another name."""

    def of(content: str | bytes, name: str = "sources.toml") -> Sources:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(path, world=world)

    return of


def source(lines: str) -> str:
    return ONE + lines + "\n"


def test_an_address_is_enough(read):
    assert read(ONE) == Sources(
        sources=(
            Source(
                id="qala.example/rss",
                address="https://qala.example/rss",
                outlet="qala.example",
                country="KZ",
                zone="Asia/Almaty",
                every=1800,
            ),
        )
    )


def test_everything_that_can_be_said_is_kept(read):
    text = """
    [door]
    allow = ["Intranet.example", "10.0.0.7:8080", "[fd00::1]:80"]
    contact = "mailto:desk@qala.example"
    pace = 5

    [[source]]
    address = "http://feeds.example/qala?lang=kk"
    id = "qala/kk"
    kind = "feed"
    outlet = "QALA"
    lang = "kk"
    country = "KG"
    zone = "Asia/Bishkek"
    every = "2 h"
    verified = false
    """
    assert read(text) == Sources(
        sources=(
            Source(
                id="qala/kk",
                address="http://feeds.example/qala?lang=kk",
                kind="feed",
                outlet="qala.example",
                lang="kk",
                country="KG",
                zone="Asia/Bishkek",
                every=7200,
            ),
        ),
        allow=("intranet.example", "10.0.0.7:8080", "[fd00::1]:80"),
        contact="mailto:desk@qala.example",
        pace=5.0,
        unverified=("qala/kk",),
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("", ("qala.example", "KZ", "Asia/Almaty"), id="all by domain"),
        pytest.param('outlet = "The Wide"', ("wide.example", "RU", None), id="several times"),
        pytest.param('outlet = "league.example"', ("league.example", None, None), id="no country"),
        pytest.param('outlet = "Elsewhere"', ("Elsewhere", None, None), id="unknown outlet"),
        pytest.param('country = "RU"', ("qala.example", "RU", None), id="country given"),
        pytest.param('zone = "UTC"', ("qala.example", "KZ", "UTC"), id="zone given"),
    ],
)
def test_what_is_not_said_comes_from_the_world(read, lines, expected):
    found = read(source(lines)).sources[0]
    assert (found.outlet, found.country, found.zone) == expected
    assert found.lang is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        pytest.param("60", 60, id="seconds"),
        pytest.param('"90"', 90, id="seconds in marks"),
        pytest.param('"90 s"', 90, id="s"),
        pytest.param('"10 min"', 600, id="min"),
        pytest.param('"10min"', 600, id="no blank"),
        pytest.param('"1 minute"', 60, id="minute"),
        pytest.param('"2 h"', 7200, id="h"),
        pytest.param('"2 hours"', 7200, id="hours"),
        pytest.param('" 1 Day "', 86400, id="day"),
        pytest.param('"1 week"', 604800, id="week"),
    ],
)
def test_a_rhythm_is_written_as_people_say_it(read, written, seconds):
    assert read(source(f"every = {written}")).sources[0].every == seconds


@given(st.integers(0, 10**8), st.sampled_from([("s", 1), ("min", 60), ("h", 3600), ("d", 86400)]))
def test_any_number_of_any_unit_is_a_rhythm(number, unit):
    assert rhythm(f"{number} {unit[0]}") == number * unit[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_as_an_editor_saves_it(read, encoding):
    assert read((ONE + "# күн сайын\r\n").encode(encoding)).sources[0].country == "KZ"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", "is empty; name a source: [[source]]", id="empty"),
        pytest.param(" \n", "is empty; name a source", id="blank"),
        pytest.param("# later\n", "has no source; name a source", id="only a note"),
        pytest.param("[door]\npace = 1\n", "has no source; name a source", id="only the door"),
        pytest.param("source = []", "has no source; name a source", id="none"),
        pytest.param("source = [1]", "source 1 is 1; write [[source]]", id="no table"),
        pytest.param("[source]\n", "source is {}; write [[source]] before each", id="one bracket"),
        pytest.param("https://a.example", "is not valid TOML", id="no TOML"),
        pytest.param("{}", "is not valid TOML", id="JSON"),
        pytest.param("x = " + "[" * 9000, "is not valid TOML", id="nested without end"),
        pytest.param("x = " + "9" * 9000, "is not valid TOML", id="number without end"),
        pytest.param(b"\xff\xd8\xff\xe0", "is not text (it is a JPEG picture)", id="picture"),
        pytest.param("# қала".encode("cp1251", "replace") + b"\xe0", "is not UTF-8", id="cp1251"),
        pytest.param("[[sources]]\n", "has 'sources', which is none of door, source", id="table"),
        pytest.param("verified = 1\n" + ONE, "verified is 1; write true or false", id="mark"),
        pytest.param("door = 1\n" + ONE, "door is 1; write [door]", id="no door"),
        pytest.param("[[source]]\nid = 'a'", "source 1 (a) has no address; add one", id="address"),
        pytest.param("[[source]]\naddress = ''", "source 1 has no address", id="empty address"),
        pytest.param("[[source]]\naddress = 7", "source 1 (7): address is 7; write", id="number"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(read, content, message):
    with pytest.raises(UsageError) as caught:
        read(content)
    said = str(caught.value)
    assert "sources.toml" in said
    assert message in said
    assert not said.endswith(".")


@pytest.mark.parametrize(
    "address",
    [
        "qala.example/rss",
        "ftp://qala.example/rss",
        "file:///etc/passwd",
        "https://",
        "https:///rss",
        "https://qala.example:port/rss",
        "https://[::1/rss",
        "https://qala.example/a b",
        "https://qala.example/a\\nb",
        "https://name:word@qala.example/rss",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_is_not_of_the_web_is_refused_in_one_line(read, address):
    wanted = r"[^\n]*: source 1 \([^\n]*\): the address [^\n]* is not one of the web;[^\n]*"
    with pytest.raises(UsageError, match=wanted):
        read(f'[[source]]\naddress = "{address}"\n')


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param("adress = 'x'", "has 'adress', which is none of address, id", id="key"),
        pytest.param("kind = 'rss'", "the kind 'rss' is none of feed, sitemap, page;", id="kind"),
        pytest.param("kind = true", "kind is true; write words in quotation marks", id="truth"),
        pytest.param("lang = 'kaz'", "the language 'kaz' is not a code of two small", id="lang"),
        pytest.param("lang = 'KK'", "the language 'KK' is not a code", id="lang in capitals"),
        pytest.param("country = 'kz'", "the country 'kz' is not a code of two cap", id="country"),
        pytest.param("zone = 'Almaty'", "there is no time zone 'Almaty'; name one", id="zone"),
        pytest.param("zone = '../etc'", "there is no time zone '../etc'", id="path for zone"),
        pytest.param("zone = 'Asia'", "there is no time zone 'Asia'", id="folder for zone"),
        pytest.param("outlet = ' '", "outlet is empty; fill it in or leave it out", id="outlet"),
        pytest.param("id = ''", "id is empty; fill it in or leave it out", id="id"),
        pytest.param('id = "a\\u0007"', "holds unseen signs; take them out", id="bell in id"),
        pytest.param("every = 'often'", "every is 'often'; write it as \"10 min\"", id="rhythm"),
        pytest.param("every = '1.5 h'", "every is '1.5 h'; write it as", id="fraction"),
        pytest.param("every = 90.5", "every is 90.5; write a time such as", id="float"),
        pytest.param("every = true", "every is true; write a time such as", id="truth for time"),
        pytest.param("every = '59 s'", "every is '59 s'; it is at least one minute", id="often"),
        pytest.param("every = 0", "every is 0; it is at least one minute", id="never still"),
        pytest.param(
            "every = 0x" + "f" * 9000, "every is a number of too many digits;", id="for ever"
        ),
        pytest.param("every = '" + "9" * 9000 + "'", "9999…; write it as", id="words for ever"),
        pytest.param("id = 2025-01-01", "id is 2025-01-01; write words", id="day for id"),
        pytest.param("every = -60", "every is -60; it is at least one minute", id="backwards"),
        pytest.param("every = '366 days'", "at least one minute, at most a year", id="seldom"),
        pytest.param("verified = 'no'", "verified is 'no'; write true or false", id="verified"),
    ],
)
def test_a_source_that_is_wrong_is_named_with_the_mend(read, lines, message):
    with pytest.raises(UsageError) as caught:
        read(source(lines))
    said = str(caught.value)
    assert "sources.toml: source 1 (" in said
    assert message in said


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param("allows = []", "has 'allows', which is none of allow, cont", id="key"),
        pytest.param("allow = 'a'", "allow is 'a'; write hosts", id="one host"),
        pytest.param("allow = [1]", "1 in allow is not a host", id="number"),
        pytest.param("allow = ['http://a']", "'http://a' in allow is not a host", id="address"),
        pytest.param("allow = ['']", "'' in allow is not a host", id="no host"),
        pytest.param("contact = 'me'", "the contact 'me' is no address", id="contact"),
        pytest.param(
            'contact = "mailto:a@b\\r\\nX: y"', "must stand in one line", id="lines in contact"
        ),
        pytest.param("pace = -1", "the pace -1 is not from 0 to 3600 seconds", id="backwards"),
        pytest.param("pace = nan", "the pace nan is not from 0", id="no number"),
        pytest.param("pace = inf", "the pace inf is not from 0", id="for ever"),
        pytest.param("pace = true", "pace is true; write seconds", id="truth"),
    ],
)
def test_a_door_that_is_wrong_is_named_with_the_mend(read, lines, message):
    with pytest.raises(UsageError) as caught:
        read(f"[door]\n{lines}\n{ONE}")
    assert "sources.toml: [door]" in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        pytest.param("id = 'a'", "id = 'b'", "2 (b) has the address of source 1 (a)", id="="),
        pytest.param(
            "", "address = 'http://QALA.example:80/rss#x'", "has the address of source 1", id="idle"
        ),
        pytest.param(
            "id = 'a'",
            "id = 'a'\naddress = 'https://qala.example/2'",
            "source 2 (a) has the id of source 1 (a); give one of them another",
            id="id",
        ),
    ],
)
def test_two_sources_are_never_one(read, first, second, message):
    address = "" if "address" in second else 'address = "https://qala.example/rss"\n'
    with pytest.raises(UsageError) as caught:
        read(source(first) + "[[source]]\n" + address + second)
    assert message in str(caught.value)


@pytest.mark.parametrize("content", ["[door]\n", "[[source]]\n", "\0", "source = 1", '"'])
def test_whatever_is_wrong_is_a_usage_error(read, content):
    with pytest.raises(UsageError):
        read(content)


@given(st.text())
def test_any_text_is_sources_or_a_usage_error(text):
    from sholu.watch.sources import _of_toml

    try:
        found = _of_toml(text, "sources.toml", World.bundled())
    except UsageError:
        return
    assert found.sources


OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
<outline text="Qala: all news" xmlUrl="https://qala.example/rss" language="kk-KZ"/>
<outline text="The Wide" xmlUrl="https://feeds.example/wide"/>
</outline></body></opml>"""


@pytest.mark.parametrize("name", ["feeds.opml", "feeds.xml", "sources.toml"])
def test_a_list_of_a_feed_reader_is_as_good(read, name):
    found = read(OPML, name).sources
    assert [(each.address, each.outlet, each.country, each.zone, each.lang) for each in found] == [
        ("https://qala.example/rss", "qala.example", "KZ", "Asia/Almaty", "kk"),
        ("https://feeds.example/wide", "wide.example", "RU", None, None),
    ]


@pytest.mark.parametrize("content", ["<opml/>", "<html><body>a</body></html>", "<"])
def test_a_list_that_names_no_feed_is_refused(read, content):
    with pytest.raises(UsageError, match=r"feeds\.opml"):
        read(content, "feeds.opml")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"there is no sources file '.*none.toml'; check the path"):
        load(tmp_path / "none.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path)


def test_the_example_for_editors_is_a_sources_file(read):
    examples = [part.split("```")[0] for part in DOCS.read_text().split("```toml\n")[1:]]
    assert [len(read(example).sources) for example in examples] == [1, 1]


# The list that comes with Sholu.

RAW = tomli.loads(
    (resources.files("sholu.watch") / "data" / "starting-sources.toml").read_text("utf-8")
)
ISO_639_1 = set(
    re.findall(
        "[a-z]{2}",
        """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu
    hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb
    lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om
    or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """,
    )
)
HTTP_ONLY = {"http://rss.cnn.com/rss/edition_world.rss"}
LISTED = starting().sources


@pytest.mark.parametrize(
    ("country", "least"),
    [
        pytest.param("KZ", 40, id="Kazakhstan"),
        pytest.param("KG", 10, id="Kyrgyzstan"),
        pytest.param("UZ", 10, id="Uzbekistan"),
        pytest.param("TJ", 5, id="Tajikistan"),
        pytest.param("TM", 5, id="Turkmenistan"),
        pytest.param("TR", 10, id="Türkiye"),
        pytest.param("AZ", 8, id="Azerbaijan"),
        pytest.param("RU", 15, id="Russia"),
        pytest.param("UA", 10, id="Ukraine"),
        pytest.param("CN", 5, id="China"),
        pytest.param("US", 15, id="United States"),
        pytest.param("GB", 10, id="United Kingdom"),
        pytest.param("DE", 8, id="Germany"),
        pytest.param("FR", 8, id="France"),
        pytest.param(None, 5, id="international bodies"),
    ],
)
def test_there_are_sources_enough_of(country, least):
    assert sum(each.country == country for each in LISTED) >= least


def test_the_list_reaches_over_many_countries_and_begins_at_home():
    countries = [each.country for each in LISTED]
    assert len(LISTED) >= 220
    assert len(set(countries) - {None}) >= 28
    assert list(dict.fromkeys(countries))[:5] == ["KZ", "KG", "UZ", "TJ", "TM"]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_editions_of_kazakhstan_are_sources_of_their_own(lang):
    assert len(starting(countries={"KZ"}, langs={lang}).sources) >= 5


def test_every_address_is_marked_as_never_verified():
    assert RAW["verified"] is False
    assert [each["id"] for each in RAW["source"] if each["verified"] is not False] == []
    assert starting().unverified == tuple(each.id for each in LISTED)


def test_ids_and_addresses_are_unique():
    assert len({each.id for each in LISTED}) == len(LISTED)
    assert len({each.address for each in LISTED}) == len(LISTED)


def test_an_id_is_the_outlet_and_its_edition():
    assert [each.id for each in LISTED if each.id.partition("/")[0] != each.outlet] == []


def test_every_outlet_is_of_the_world():
    world = World.bundled()
    unknown = [each.id for each in LISTED if (world.outlet(each.outlet or "") is None)]
    assert unknown == []


def test_an_outlet_is_given_only_where_the_address_does_not_tell():
    world = World.bundled()
    told = {each["id"] for each in RAW["source"] if world.outlet(each["address"])}
    assert [each["id"] for each in RAW["source"] if "outlet" in each and each["id"] in told] == []


def test_every_zone_exists_and_kazakhstan_has_one():
    assert {each.zone for each in LISTED if each.zone} <= available_timezones()
    assert {each.zone for each in LISTED if each.country == "KZ"} == {"Asia/Almaty"}


def test_every_language_is_known():
    assert [each.id for each in LISTED if each.lang not in ISO_639_1] == []


def test_every_address_is_https_unless_known_otherwise():
    assert {each.address for each in LISTED if each.address[:8] != "https://"} == HTTP_ONLY


def test_the_list_can_be_had_of_some_countries_and_languages():
    chosen = starting(countries=("KG", "TJ"), langs=("ru",))
    assert {(each.country, each.lang) for each in chosen.sources} == {("KG", "ru"), ("TJ", "ru")}
    assert chosen.unverified == tuple(each.id for each in chosen.sources)


# Countries that keep one time.

MANY = {"CN": "the time of Beijing by law", "UA": "the time of Kyiv by law"}
MOMENTS = (datetime(2025, 1, 15), datetime(2025, 7, 15))


def _zones_of_countries() -> dict[str, list[str]]:
    """Every zone of each country, of the IANA database."""
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found.setdefault(country, []).append(zone)
    return found


@pytest.mark.parametrize("country", sorted(_zones_of_countries()))
def test_a_zone_is_told_only_of_a_country_that_keeps_one_time(country):
    zone = zone_of(country)
    if zone is None or country in MANY:
        return
    for moment in MOMENTS:
        offset = ZoneInfo(zone).utcoffset(moment)
        for other in _zones_of_countries()[country]:
            assert ZoneInfo(other).utcoffset(moment) == offset, other


@pytest.mark.parametrize("country", ["RU", "US", "CA", "AU", "BR", "MX", "ID", "ES", "PT", None])
def test_of_a_country_of_several_times_nothing_is_guessed(country):
    assert zone_of(country) is None
