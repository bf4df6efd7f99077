"""What is new, what has changed, and what is known already."""

import pytest

from sholu.archive import Archive
from sholu.model import Collected, DocumentError, RawPage
from tests.archive.making import AT, BODY, collected, from_file

BRIDGE = "https://olmera.example/2026/bridge"
OTHER = BODY.replace("eleven", "twelve")


def fates(archive: Archive, *brought: Collected) -> list[str]:
    with archive.writing() as kept:
        return [kept.keep(one, at=AT).fate for one in brought]


def texts(archive: Archive, id: str) -> list[str]:
    with archive.view() as view:
        return [one.document.text for one in view.versions(id)]


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param("http://olmera.example/2026/bridge", id="other-scheme"),
        pytest.param("https://www.olmera.example/2026/bridge", id="www"),
        pytest.param("https://Olmera.Example/2026/bridge", id="host-in-capitals"),
        pytest.param("https://olmera.example:443/2026/bridge", id="default-port"),
        pytest.param("https://olmera.example./2026/bridge", id="dot-behind-the-host"),
        pytest.param("https://olmera.example/2026/bridge/", id="last-slash"),
        pytest.param("https://olmera.example/2026//bridge", id="two-slashes"),
        pytest.param("https://olmera.example/2026/bridge#comments", id="fragment"),
        pytest.param("https://olmera.example/2026/bridge?utm_source=feed", id="tracking"),
        pytest.param("https://olmera.example/2026/bridge?fbclid=x&utm_id=1", id="two-trackers"),
        pytest.param("  https://olmera.example/2026/bridge\n", id="blanks"),
    ],
)
def test_an_article_is_known_by_its_address_however_spelled(
    archive: Archive, spelling: str
) -> None:
    assert fates(archive, collected("A", BRIDGE), collected("A", spelling)) == ["new", "known"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("/news?id=1&page=2", "/news?page=2&id=1", id="order-of-parameters"),
        pytest.param("/көпір", "/%D0%BA%D3%A9%D0%BF%D1%96%D1%80", id="letters-and-percent-signs"),
        pytest.param(
            f"/{'a' * 9000}?utm_source=x", f"/{'a' * 9000}", id="nine-thousand-characters"
        ),
    ],
)
def test_two_spellings_of_one_address(archive: Archive, one: str, other: str) -> None:
    host = "https://lazmir.example"
    brought = (collected("A", host + one), collected("A", host + other))
    assert fates(archive, *brought) == ["new", "known"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("https://olmera.example/2026/bridge?id=2", id="a-telling-parameter"),
        pytest.param("https://olmera.example/2026/Bridge", id="capitals-in-the-path"),
        pytest.param("https://ru.olmera.example/2026/bridge", id="another-host"),
        pytest.param("https://olmera.example:8080/2026/bridge", id="another-port"),
        pytest.param("https://[olmera/2026/bridge", id="no-address-at-all"),
    ],
)
def test_other_addresses_are_other_articles(archive: Archive, other: str) -> None:
    assert fates(archive, collected("A", BRIDGE), collected("A", other)) == ["new", "new"]


def test_any_address_an_article_was_met_under_tells_it(archive: Archive) -> None:
    canonical = "https://olmera.example/2026/the-bridge-of-the-tul"
    assert fates(
        archive,
        collected("A", BRIDGE, also=(canonical,)),
        collected("A", "https://olmera.example/amp/bridge", also=(canonical,)),
        collected("A", "https://olmera.example/amp/bridge"),
        collected("A", canonical),
    ) == ["new", "known", "known", "known"]


def test_a_page_that_calls_the_front_page_its_canonical_address_is_an_article_of_its_own(
    archive: Archive,
) -> None:
    front = "https://olmera.example/"
    brought = (collected("A", BRIDGE, also=(front,)), collected("B", BRIDGE + "-2", also=(front,)))
    assert fates(archive, *brought) == ["new", "new"]


def test_the_front_page_itself_can_be_kept(archive: Archive) -> None:
    front = "https://olmera.example/"
    assert fates(archive, collected("A", front), collected("A", front)) == ["new", "known"]


@pytest.mark.parametrize(
    ("brought", "expected"),
    [
        pytest.param(("A", "A"), "new known", id="nothing-changed"),
        pytest.param(("A", "B"), "new changed", id="another-text"),
        pytest.param(("A", "A "), "new changed", id="one-blank-more"),
        pytest.param(("A", "B", "A"), "new changed changed", id="changed-back"),
        pytest.param(("A", "B", "B", "A"), "new changed known changed", id="known-in-between"),
    ],
)
def test_a_page_shows_what_is_printed_now(
    archive: Archive, brought: tuple[str, ...], expected: str
) -> None:
    assert fates(archive, *(collected(one, BRIDGE) for one in brought)) == expected.split()


@pytest.mark.parametrize(
    ("brought", "expected"),
    [
        pytest.param(("A", "B"), "new changed", id="another-text"),
        pytest.param(("A", "B", "A"), "new changed known", id="the-older-text-again"),
        pytest.param(("A", "B", "A", "B"), "new changed known known", id="read-twice"),
    ],
)
def test_a_file_may_tell_of_the_past(
    archive: Archive, brought: tuple[str, ...], expected: str
) -> None:
    assert fates(archive, *(from_file(one, url=BRIDGE) for one in brought)) == expected.split()


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param(("Bridge", "Bridge"), "new known", id="the-same"),
        pytest.param(("Bridge", "The bridge"), "new changed", id="another"),
        pytest.param((None, "Bridge"), "new changed", id="learnt-later"),
        pytest.param(("Bridge", None), "new known", id="not-told-again"),
        # One article may stand under two addresses, with a title for each.
        pytest.param(
            ("Bridge", "Span", "Bridge", "Span"), "new changed known known", id="by-turns"
        ),
    ],
)
def test_titles(archive: Archive, titles: tuple[str | None, ...], expected: str) -> None:
    brought = (collected(BODY, BRIDGE, title=title) for title in titles)
    assert fates(archive, *brought) == expected.split()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            collected(BODY, BRIDGE), collected(BODY, BRIDGE + "-2"), "known", id="same-outlet"
        ),
        pytest.param(
            collected("Short.", BRIDGE), collected("Short.", BRIDGE + "-2"), "new", id="short-texts"
        ),
        pytest.param(
            collected(BODY, BRIDGE),
            collected(BODY, "https://lazmir.example/bridge"),
            "new",
            id="two-outlets",
        ),
        pytest.param(
            collected(BODY, "https://nobody.example/1"),
            collected(BODY, "https://nobody.example/2"),
            "new",
            id="an-outlet-nobody-knows",
        ),
        pytest.param(
            from_file(BODY, "a", outlet="Olmera Today"),
            from_file(BODY, "b", outlet="Lazmir Herald"),
            "new",
            id="files-of-two-outlets",
        ),
        pytest.param(from_file(BODY, "a"), from_file(BODY, "b"), "known", id="files-of-none"),
        pytest.param(from_file("Hm", "a"), from_file("Hm", "b"), "known", id="short-files"),
        pytest.param(
            from_file(BODY, "a", outlet="Olmera Today"),
            collected(BODY, BRIDGE),
            "known",
            id="a-file-and-then-the-page",
        ),
    ],
)
def test_one_text_twice(archive: Archive, one: Collected, other: Collected, expected: str) -> None:
    assert fates(archive, one, other) == ["new", expected]


def test_a_file_keeps_its_id(archive: Archive) -> None:
    with archive.writing() as kept:
        assert kept.keep(from_file("A", "2026-03/a"), at=AT).id == "2026-03/a"


def test_an_id_that_two_texts_have_goes_to_the_first_where_the_second_has_an_address(
    archive: Archive,
) -> None:
    with archive.writing() as kept:
        first = kept.keep(from_file("A", "1"), at=AT)
        second = kept.keep(from_file("B", "1", url=BRIDGE), at=AT)
    assert (first.id, second.fate) == ("1", "new")
    assert second.id != "1"


def test_an_id_that_two_texts_have_is_an_error_where_neither_has_an_address(
    archive: Archive,
) -> None:
    with archive.writing() as kept:
        kept.keep(from_file("A", "1", source="a.jsonl:1"), at=AT)
        with pytest.raises(DocumentError, match=r"^a\.jsonl:2: has the id '1' of another text"):
            kept.keep(from_file("B", "1", source="a.jsonl:2"), at=AT)


def test_an_id_made_of_an_address_may_be_taken_by_a_file(archive: Archive) -> None:
    with archive.writing() as kept:
        made = kept.keep(collected("A", BRIDGE), at=AT).id
        with pytest.raises(DocumentError, match="of another text"):
            kept.keep(from_file("B", made), at=AT)


def test_a_page_without_any_address_is_kept_by_its_id(archive: Archive) -> None:
    assert fates(archive, collected("A", None), collected("A", None)) == ["new", "known"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\r\n\t ", id="blanks-alone"),
        pytest.param("Қазақстанға «сапар» — 11–12 қараша…", id="kazakh"),
        pytest.param("e\u0301 ≠ é, ﬁ ≠ fi, \ufeff, \u200b, \u202e", id="not-normalised"),
        pytest.param("👩‍👩‍👧 🇰🇿 𝔊 \U0010ffff", id="beyond-the-basic-plane"),
        pytest.param("a\x01b\x1fc\x7f\x85\u2028", id="control-characters"),
        pytest.param("'; DROP TABLE version; -- \\ % $1 :name ?", id="sql"),
        pytest.param("Сөз сөзге жақын. " * 310_000, id="five-megabytes"),
    ],
)
def test_a_text_comes_back_code_point_for_code_point(archive: Archive, text: str) -> None:
    with archive.writing() as kept:
        id = kept.keep(collected(text, BRIDGE), at=AT).id
    assert texts(archive, id) == [text]


@pytest.mark.parametrize("name", ["text", "title", "id", "url", "outlet", "country", "published"])
@pytest.mark.parametrize(
    ("bad", "reason"),
    [("\0", "holds a NUL"), ("\ud83d", "holds half a character"), ("\udc80", "half a character")],
    ids=["nul", "high-surrogate", "low-surrogate"],
)
def test_what_no_database_keeps_is_said(archive: Archive, name: str, bad: str, reason: str) -> None:
    given = {"text": "A", "id": "1", "source": "a.jsonl:7", name: f"a{bad}b"}
    with archive.writing() as kept:
        with pytest.raises(DocumentError, match=rf"^a\.jsonl:7: its {name} .*{reason}"):
            kept.keep(from_file(**given), at=AT)
        assert kept.keep(from_file("B", "2"), at=AT).fate == "new", "the others are kept"


def test_an_address_with_half_a_character_is_said(archive: Archive) -> None:
    with archive.writing() as kept, pytest.raises(DocumentError, match="its address holds half"):
        kept.keep(collected("A", None, also=("https://olmera.example/\ud83d",)), at=AT)


def test_an_id_too_long_is_said(archive: Archive) -> None:
    with archive.writing() as kept, pytest.raises(DocumentError, match="longer than 600"):
        kept.keep(from_file("A", "x" * 5000), at=AT)


def test_a_version_says_where_it_came_from(archive: Archive) -> None:
    given = collected(
        BODY, BRIDGE, title="The bridge", lang="en", published="2026-03-11T09:00:00+05:00"
    )
    with archive.writing() as kept:
        id = kept.keep(given, at=AT).id
        (found,) = kept.versions(id)
    assert found.document.url == BRIDGE
    assert found.document.title == "The bridge"
    assert found.document.published == "2026-03-11T09:00:00+05:00"
    assert found.document.country == "XA", "of the outlet that the world knows by its address"
    assert (found.outlet, found.lang, found.origin) == ("olmera.example", "en", "page")
    assert (found.number, found.kept) == (1, AT)


def test_the_page_is_kept_as_it_came_and_once(archive: Archive) -> None:
    raw = RawPage(body=b"\x00\xff<p>\xd2\x9a</p>" * 100, media_type="text/html", charset="koi8-r")
    with archive.writing() as kept:
        first = kept.keep(collected("A", BRIDGE, page=raw), at=AT)
        second = kept.keep(collected("B", BRIDGE, page=raw), at=AT)
        third = kept.keep(collected("C", BRIDGE), at=AT)
        assert kept.page(first.id, first.number) == raw
        assert kept.page(second.id, second.number) == raw
        assert kept.page(third.id, third.number) is None
        assert kept.page("nobody", 1) is None
        assert kept.count()["page"] == 1


def test_versions_stand_in_order(archive: Archive) -> None:
    with archive.writing() as kept:
        for number, text in enumerate("ABC", 1):
            assert kept.keep(collected(text, BRIDGE), at=AT).number == number
            id = kept.keep(collected(text, BRIDGE), at=AT).id
    assert texts(archive, id) == ["A", "B", "C"]
    assert texts(archive, "nobody") == []
