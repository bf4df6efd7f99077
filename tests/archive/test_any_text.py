"""Whatever is kept: nothing twice, nothing changed, every word found."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from sholu.archive import Archive, open_archive
from sholu.archive.connect import connect, writing
from sholu.model import Collected, DocumentError, Selection, UsageError
from sholu.world import World
from tests.archive.making import AT, BODY, collected, from_file

pytestmark = pytest.mark.slow

# Made in one archive, which is emptied in between: a new one for every example takes too long.
RUN = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
URLS = [f"https://{host}.example/{n}" for host in ("olmera", "nobody") for n in range(3)]
PLAIN = st.characters(exclude_categories=("Cs",), exclude_characters="\0")


@pytest.fixture
def emptied(archive_at: str, world: World) -> Iterator[tuple[Archive, str]]:
    with open_archive(archive_at, world=world) as archive:
        yield archive, archive_at


def empty(archive_at: str) -> None:
    engine = connect(archive_at, create=False)
    lite = engine.dialect.name == "sqlite"
    with writing(engine) as connection:
        for table in ("address", "version", "document", "word"):
            if table == "version":
                words = (
                    "INSERT INTO terms (terms) VALUES ('delete-all')"
                    if lite
                    else "DELETE FROM terms"
                )
                connection.execute(sql(words))
            connection.execute(sql(f"DELETE FROM {table}"))
        if lite:
            connection.execute(sql("DELETE FROM word_part"))
    engine.dispose()


pages = st.builds(
    lambda url, title: collected(BODY + url, url, title=title),
    url=st.sampled_from(URLS),
    title=st.sampled_from([None, "One", "Two"]),
)
files = st.builds(
    from_file,
    st.sampled_from(["Short.", "Other.", BODY, BODY + "!"]),
    id=st.sampled_from(["1", "2", ""]),
    url=st.sampled_from([None, *URLS]),
    title=st.sampled_from([None, "One", "Two"]),
    outlet=st.sampled_from([None, "Olmera Today", "Nobody"]),
)


def keep_all(archive: Archive, brought: list[Collected]) -> list[str]:
    fates = []
    with archive.writing() as kept:
        for one in brought:
            try:
                fates.append(kept.keep(one, at=AT).fate)
            except DocumentError:
                fates.append("refused")
    return fates


@RUN
@given(data=st.data(), brought=st.lists(files, min_size=1, max_size=8))
def test_files_read_twice_in_any_order_add_nothing(
    emptied: tuple[Archive, str], data: st.DataObject, brought: list[Collected]
) -> None:
    archive, address = emptied
    empty(address)
    if "refused" in keep_all(archive, brought):
        # A text that was refused for its id may later be known by its words, and have a title.
        keep_all(archive, brought)
    with archive.view() as view:
        before = view.fingerprint()
    again = data.draw(st.permutations(brought))
    assert set(keep_all(archive, again)) <= {"known", "refused"}
    with archive.view() as view:
        assert view.fingerprint() == before
        assert list(view.problems()) == []


@RUN
@given(brought=st.lists(pages, min_size=1, max_size=8, unique_by=lambda one: one.document.url))
def test_pages_met_twice_add_nothing(
    emptied: tuple[Archive, str], brought: list[Collected]
) -> None:
    archive, address = emptied
    empty(address)
    keep_all(archive, brought)
    with archive.view() as view:
        before = view.fingerprint()
    assert set(keep_all(archive, brought[::-1])) == {"known"}
    with archive.view() as view:
        assert view.fingerprint() == before


@RUN
@given(versions=st.lists(st.text(PLAIN, max_size=300), min_size=1, max_size=6))
def test_every_version_comes_back_code_point_for_code_point(
    emptied: tuple[Archive, str], versions: list[str]
) -> None:
    archive, address = emptied
    empty(address)
    kept_texts: list[str] = []
    with archive.writing() as kept:
        for given_text in versions:
            kept.keep(collected(given_text, URLS[0], title=given_text[:20]), at=AT)
            if kept_texts[-1:] != [given_text]:
                kept_texts.append(given_text)
        (id,) = {kept.keep(collected(versions[-1], URLS[0], title=versions[-1][:20]), at=AT).id}
    with archive.view() as view:
        assert [one.document.text for one in view.versions(id)] == kept_texts
        assert list(view.problems()) == []


@RUN
@given(
    words=st.lists(st.text(PLAIN, min_size=1, max_size=30), min_size=1, max_size=12),
    lang=st.sampled_from(["kk", "ru", "en", "tr", "uz", "zh", "eo", None]),
)
@example(words=["'0"], lang="kk")
def test_every_word_of_every_text_is_found(
    emptied: tuple[Archive, str], words: list[str], lang: str | None
) -> None:
    archive, address = emptied
    empty(address)
    with archive.writing() as kept:
        kept.keep(
            from_file("Бұл жазу басқа туралы, онда ондай сөз жоқ.", "other", lang="kk"), at=AT
        )
        kept.keep(from_file(" ".join(words), "meant", lang=lang), at=AT)
    with archive.view() as view:
        for word in " ".join(words).split():
            # Two of the apostrophes count as letters, and are none.
            if not any(one.isalnum() and one not in "ʻʼ" for one in word) or word.startswith("*"):
                continue
            for typed in (word, word.upper() if word.upper().lower() == word.lower() else word):
                found = [one.document.id for one in view.find(Selection(words=typed))]
                assert "meant" in found, (typed, lang)


@RUN
@given(words=st.text(st.characters(), max_size=60))
def test_any_words_are_an_answer_or_a_usage_error(emptied: tuple[Archive, str], words: str) -> None:
    archive, _ = emptied
    with archive.view() as view, suppress(UsageError):
        list(view.find(Selection(words=words)))


@pytest.fixture(scope="module")
def both(
    world: World, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[tuple[Archive, Archive]]:
    server = request.getfixturevalue("postgresql")
    address = server.new()
    place: Path = tmp_path_factory.mktemp("both") / "archive.sqlite"
    with open_archive(str(place), world=world) as lite, open_archive(address, world=world) as post:
        yield lite, post
    server.drop(address)


PIECES = ["мәскеу", "Мәскеуге", "ferry", "ferries", "中国", "国", "нью-йорк", "ab1", "don't", "İ"]


@RUN
@given(
    texts=st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join), max_size=3),
    asked=st.lists(
        st.builds(
            str.format,
            st.sampled_from(["{}", '"{}"', "{}*", "*{}*", "*{}", '"{} {}"', "«{} {}*»"]),
            st.sampled_from(PIECES),
            st.sampled_from(PIECES),
        ),
        min_size=1,
        max_size=3,
    ).map(" ".join),
)
def test_both_databases_find_the_same_in_the_same_order(
    both: tuple[Archive, Archive], texts: list[str], asked: str
) -> None:
    answers = []
    for archive in both:
        with archive.writing() as kept:
            for one in texts:
                kept.keep(from_file(one, one, lang="kk"), at=AT)
        try:
            with archive.view() as view:
                answers.append([one.document.id for one in view.find(Selection(words=asked))])
        except UsageError as error:
            answers.append([str(error)])
    assert answers[0] == answers[1]
