"""Voices: names by language, offices and blocs by date, sections, outlets and publishers."""

import pytest

from sholu.model import Voice
from sholu.world import World


@pytest.mark.parametrize(
    ("country", "bloc", "day", "member"),
    [
        ("GB", "eu", "2019-06-01", True),
        ("GB", "eu", "2020-01-31", True),
        ("GB", "eu", "2021-01-01", False),
        ("FR", "eu", "1957-12-31", False),
        ("HR", "eu", "2013-07-01", True),
        ("FI", "nato", "2023-04-03", False),
        ("SE", "nato", "2024-03-07", True),
        ("IR", "sco", "2023-07-03", False),
        ("AE", "brics", "2024-01-01", True),
        ("UZ", "csto", "2010-01-01", True),
        ("UZ", "csto", "2013-01-01", False),
        ("KZ", "eaeu", "2014-12-31", False),
        ("KZ", "ots", "2025-11-15", True),
        ("GE", "cis", "2009-08-19", False),
    ],
)
def test_blocs_follow_the_date(
    world: World, country: str, bloc: str, day: str, member: bool
) -> None:
    assert (bloc in world.voice(country, "en", day).blocs) is member


def test_without_a_date_only_open_memberships_count(world: World) -> None:
    assert "eu" not in world.blocs_of("GB")
    assert "eu" in world.blocs_of("DE")


def test_blocs_are_sorted_and_hold_regions(world: World) -> None:
    blocs = world.blocs_of("KZ", "2025-11-15")
    assert list(blocs) == sorted(blocs)
    assert {"central-asia", "asia", "cis", "sco", "ots"} <= set(blocs)


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2025-11-15", "elmar-vostrikov"),
        ("2019-03-19", "olga-lindova"),
        ("2011-01-01T10:00", "olga-lindova"),
    ],
)
def test_an_office_means_who_held_it_that_day(world: World, day: str, holder: str) -> None:
    resolution = world.resolve("president of Norlandia", "en", day)
    assert resolution is not None
    assert (resolution.rule, resolution.voice.id) == ("person-by-office", holder)
    assert resolution.voice.role == "president"


@pytest.mark.parametrize("day", [None, "2009-01-01"])
def test_an_office_without_a_known_holder_is_a_person_without_a_name(
    world: World, day: str | None
) -> None:
    resolution = world.resolve("Норландия Президентінің", "kk", day)
    assert resolution is not None
    voice = resolution.voice
    assert (voice.type, voice.known, voice.country) == ("person", False, "XA")
    assert voice.name == "Норландия Президенті"


@pytest.mark.parametrize(
    ("lang", "name"),
    [("kk", "Эльмар Востриков"), ("ru", "Эльмар Востриков"), ("en", "Elmar Vostrikov")],
)
def test_a_name_is_canonical_in_the_language(world: World, lang: str, name: str) -> None:
    voice = world.voice("elmar-vostrikov", lang, "2025-11-15")
    assert voice.name == name
    assert voice.name_in("en") == "Elmar Vostrikov"
    assert voice.known


@pytest.mark.parametrize(
    ("words", "lang", "name"),
    [
        ("Орталық Азия сарапшыларының", "kk", "Орталық Азия сарапшылары"),
        ("ресейлік саясаттанушыларға", "kk", "ресейлік саясаттанушылар"),
        ("ресейлік саясаттанушылар", "kk", "ресейлік саясаттанушылар"),
        ("российскими экспертами", "ru", "российские эксперты"),
        ("западным СМИ", "ru", "западные СМИ"),
        ("US officials'", "en", "US officials"),
    ],
)
def test_a_group_is_named_without_case(world: World, words: str, lang: str, name: str) -> None:
    resolution = world.resolve(words, lang)
    assert resolution is not None
    assert resolution.voice.name == name


def test_a_group_has_its_name_in_every_language(world: World) -> None:
    resolution = world.resolve("ресейлік сарапшылар", "kk")
    assert resolution is not None
    assert resolution.voice.names == {
        "en": "Russian experts",
        "kk": "Ресей сарапшылары",
        "ru": "российские эксперты",
    }


def test_a_stranger_keeps_name_country_and_trade(world: World) -> None:
    resolution = world.resolve("норландиялық саясаттанушы Анар Қосайдың", "kk")
    assert resolution is not None
    voice = resolution.voice
    assert (voice.name, voice.country, voice.role) == ("Анар Қосай", "XA", "саясаттанушы")
    assert not voice.known


def test_several_voices_are_one_with_members(world: World) -> None:
    resolution = world.resolve("Norland Post мен Norland Radio", "kk")
    assert resolution is not None
    voice = resolution.voice
    assert voice.name == "Norland Post; Norland Radio"
    assert [member.id for member in voice.members] == ["norland-post", "norland-radio"]
    assert (voice.type, voice.country, voice.known) == ("outlet", "XA", True)


def test_several_voices_of_several_countries_have_none(world: World) -> None:
    resolution = world.resolve("Moscow and Beijing", "en", "2025-11-15")
    assert resolution is not None
    assert resolution.voice.country is None
    assert "brics" in resolution.voice.blocs
    assert "cis" not in resolution.voice.blocs


SECTIONS = {
    "KZ": "kazakhstan",
    "US": "united-states",
    "RU": "russia",
    "CN": "china",
    "HK": "china",
    "UZ": "central-asia-turkiye",
    "TR": "central-asia-turkiye",
    "UA": "eastern-neighbours",
    "AM": "eastern-neighbours",
    "DE": "europe",
    "CH": "europe",
    "RS": "europe",
    "GB": "west",
    "CA": "west",
    "SA": "middle-east",
    "EG": "middle-east",
    "IN": "asia",
    "JP": "asia",
    "NG": "africa",
    "BR": "latin-america",
    "XA": "other",
}


@pytest.mark.parametrize(("country", "section"), SECTIONS.items(), ids=SECTIONS)
def test_a_country_has_its_section(world: World, country: str, section: str) -> None:
    voice = Voice(id="x", name="x", type="person", country=country)
    assert world.section_of(voice).id == section
    if country != "XA":
        assert world.section_of(world.voice(country, "en", "2025-11-15")).id == section


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("the European Union", "europe"),
        ("Central Asian experts", "central-asia-turkiye"),
        ("Western media", "west"),
        ("NATO", "west"),
        ("ASEAN", "asia"),
        ("the United Nations", "international"),
        ("analysts", "other"),
        ("Moscow and Beijing", "other"),
        ("Berlin and Paris", "europe"),
        ("the Kremlin", "russia"),
    ],
)
def test_a_voice_has_its_section(world: World, words: str, section: str) -> None:
    resolution = world.resolve(words, "en", "2025-11-15")
    assert resolution is not None
    assert world.section_of(resolution.voice).id == section


def test_the_last_section_takes_every_voice(world: World) -> None:
    assert world.sections[-1].all
    assert {"kk", "ru", "en"} == set(world.sections[-1].names)


@pytest.mark.parametrize(
    ("called", "outlet"),
    [
        ("Norland Post", "norland-post"),
        ("norland post", "norland-post"),
        ("Норланд пост", "norland-post"),
        ("norlandpost.example", "norland-post"),
        ("https://www.norlandpost.example/2025/11/15/a?b=c#d", "norland-post"),
        ("news.norlandpost.example", "norland-post"),
        ("norland-radio", "norland-radio"),
        ("norland.example", None),
        ("", None),
    ],
)
def test_an_outlet_is_found_by_whatever_it_is_called(
    world: World, called: str, outlet: str | None
) -> None:
    found = world.outlet(called)
    assert (found.id if found else None) == outlet


def test_outlets_of_one_owner_are_one_publisher(world: World) -> None:
    assert world.publisher_of("norland-post") == world.publisher_of("norland-radio")
    assert world.publisher_of("unheard-of") == "unheard-of"


def test_a_body_of_which_no_country_is_stated_is_not_international(world: World) -> None:
    ministry = Voice(id="institution:the ministry", name="the ministry", type="institution")

    assert world.section_of(ministry).all
