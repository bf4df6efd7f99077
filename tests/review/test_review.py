"""The whole review: the same in whatever order, and every span in its place."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model import Document, Reading, Review, SholuError
from sholu.publish.evidence import check
from sholu.review import review
from sholu.review.article import Article, title_of
from sholu.world import World

Write = Callable[..., Article]


def collection(write: Write) -> list[Article]:
    """Two languages, a copy, a silence that is broken, a dispute, a document without a date."""
    filler = " ".join(
        f"The pilot counted {number} gulls over pier {number}." for number in range(9)
    )
    said = "The new quay will cost $40 million"
    return [
        write(
            "a", f"Ildan Mersai paid a state visit to Lazmir. {said}, Dorvach said. {filler}",
            outlet="Lorvia News Service", said=[(said, "milan-dorvach")],
        ),
        write(
            "b", f"Ildan Mersai paid a state visit to Lazmir. {said}, Dorvach said. {filler}",
            outlet="Darsina Times", said=[(said, "milan-dorvach")], published="2026-03-12",
        ),
        write(
            "c", "Новый причал в Лазмире обойдётся в 55 млн долларов, сказал Холлард.", lang="ru",
            said=[("Новый причал в Лазмире обойдётся в 55 млн долларов", "edwin-hollard")],
        ),
        write(
            "d", "Линхара үнсіз отыр. Мерсайдың сапары аяқталды.", lang="kk",
            silent=[("Линхара үнсіз отыр", "XE")], published="2026-03-13",
        ),
        write(
            "e", "Linhara wishes the visit well, Leng said.", published="2026-03-14",
            said=[("Linhara wishes the visit well", "leng-wansho")],
        ),
        write("f", "Визит закончился.", lang="ru", published=None),
    ]  # fmt: skip


def made(world: World, articles: list[Article]) -> Review:
    return review([a.document for a in articles], [a.reading for a in articles], world=world)


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_the_order_of_documents_and_readings_plays_no_part(
    world: World, write: Write, data: st.DataObject
) -> None:
    articles = collection(write)
    documents = data.draw(st.permutations([a.document for a in articles]))
    readings = data.draw(st.permutations([a.reading for a in articles]))
    assert review(documents, readings, world=world) == made(world, articles)


def test_it_holds(world: World, write: Write) -> None:
    found = made(world, collection(write))
    check(found)
    assert [card.id for card in found.documents] == ["a", "c", "b", "d", "e", "f"]
    assert found.document("b").copy_of == "a"
    assert found.statement("a/s1").carried_by == ("b",)
    assert found.silences[0].broken_by == ("e/s1",)
    assert [[value.document for value in d.values] for d in found.disputes] == [["a", "c"]]
    assert found.event.kind == "state visit"


def test_a_document_without_a_reading_is_an_error(world: World, write: Write) -> None:
    article = write("a", "Boats.")
    with pytest.raises(SholuError, match="document 'a' has no reading"):
        review([article.document], [], world=world)


def test_two_documents_with_one_id_are_an_error(world: World, write: Write) -> None:
    article = write("a", "Boats.")
    with pytest.raises(SholuError, match="two documents have the id 'a'"):
        review([article.document] * 2, [article.reading], world=world)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-03-11", "2026-03-11"),
        ("2026-03-11T09:00:00+05:00", "2026-03-11"),
        ("2026-03", None),
        ("11 March 2026", None),
        ("2026-02-30", None),
        (None, None),
    ],
)
def test_the_day_of_a_document(write: Write, published: str | None, day: str | None) -> None:
    assert write("a", "Boats.", published=published).day == day


TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("\n.,«»“” $%0123456789aБқ")), max_size=200
) | st.lists(
    st.sampled_from(
        ["visit", "signed", "agreement", "Lazmir", "$3", "billion", "cost", "49-year", "lease",
         "in", "Mersai", "сапар", "қол қойды", "визит", "в", "млрд", "лет", ".", ",", "\n"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(texts=st.lists(st.tuples(TEXT, st.sampled_from(["kk", "ru", "en", None])), max_size=4))
def test_whatever_the_texts_the_review_holds(
    world: World, write: Write, texts: list[tuple[str, str | None]]
) -> None:
    articles = [write(f"d{n}", text, lang=lang) for n, (text, lang) in enumerate(texts)]
    check(made(world, articles))


def test_nothing_gives_an_empty_review(world: World) -> None:
    found = review([], [], world=world)
    assert (found.documents, found.statements, found.sections, found.event.title) == (
        (),
        (),
        (),
        {},
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Boats are back\nThey came at dawn.", "Boats are back"),
        (" date 2026-03-11 Boats are back\nThey came at dawn.", "Boats are back"),
        ("  \n", "a"),
        ("boats " * 40, f"{('boats ' * 20).strip()}…"),
    ],
    ids=["first line", "behind a date", "empty", "long"],
)
def test_the_title_of_a_document_without_one(text: str, title: str) -> None:
    document = Document(id="a", text=text)
    reading = Reading(id="a", lang=None, published=None, outlet=None, sha256=document.sha256)
    assert title_of(Article(document=document, reading=reading)) == title
