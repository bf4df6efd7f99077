"""What could not be seen, and what is not about the event."""

from collections.abc import Callable

from sholu.model import Limit, Skipped
from sholu.review import review
from sholu.review.article import Article
from sholu.world import World

Write = Callable[..., Article]


def limits(world: World, *articles: Article, skipped: tuple[Skipped, ...] = ()):
    found = review(
        [a.document for a in articles], [a.reading for a in articles], world=world, skipped=skipped
    )
    return list(found.limits)


def test_languages_are_counted_most_first(world: World, write: Write) -> None:
    articles = [write(f"fr{n}", "Rien.", lang=None) for n in range(3)]
    assert limits(world, *articles, write("en", "Boats.")) == [
        Limit(kind="language", name="fr", count=3)
    ]


def test_sources_stand_by_name_with_their_reason(world: World, write: Write) -> None:
    skipped = (
        Skipped(source="b.html", reason="is empty"),
        Skipped(source="a.html", reason="breaks off"),
    )
    assert limits(world, write("en", "Boats."), skipped=skipped) == [
        Limit(kind="source", name="a.html", count=1, reason="breaks off"),
        Limit(kind="source", name="b.html", count=1, reason="is empty"),
    ]


def test_passages_and_dates(world: World, write: Write) -> None:
    article = write(
        "mixed", "Boats. Rien du tout. Nada.", published=None,
        unread=[("fr", "Rien"), ("fr", "du tout"), ("es", "Nada")],
    )  # fmt: skip
    assert limits(world, article) == [
        Limit(kind="passage", name="fr", count=2),
        Limit(kind="passage", name="es", count=1),
        Limit(kind="date", name="mixed", count=1),
    ]


def visit(write: Write) -> list[Article]:
    text = "Ildan Mersai is on a state visit to Radmil Stelmar in Lazmir."
    return [write(name, text) for name in ("v1", "v2", "v3")]


def test_what_shares_nothing_with_the_event_is_left_out(world: World, write: Write) -> None:
    soup = "My recipe for mushroom soup needs an onion"
    stranger = write("soup", f"{soup}.", said=[(soup, "edwin-hollard")])
    articles = [*visit(write), stranger]
    found = review([a.document for a in articles], [a.reading for a in articles], world=world)
    assert [card.id for card in found.documents] == ["v1", "v2", "v3"]
    assert found.statements == ()
    assert found.limits == (Limit(kind="off-topic", name="soup", count=1),)


def test_what_shares_a_name_a_place_or_a_word_with_it_stays(world: World, write: Write) -> None:
    articles = [
        *visit(write),
        write("person", "Stelmar eats soup."),
        write("country", "Torvenia eats soup."),
        write("kind", "A trip is good for the soup."),
        write("french", "Rien.", lang=None),
    ]
    assert [limit.kind for limit in limits(world, *articles)] == ["language"]


def test_without_an_event_nothing_is_off_its_topic(world: World, write: Write) -> None:
    assert limits(world, write("a", "The herring is back."), write("b", "Soup.")) == []


def test_an_original_and_its_copy_stay_together(world: World, write: Write) -> None:
    recipe = " ".join(f"Add {n} spoons of salt to {n} cups of soup and stir." for n in range(9))
    articles = [
        *visit(write),
        write("original", recipe, published="2026-03-01"),
        write("copy", f"{recipe} Stelmar likes it.", published="2026-03-02"),
    ]
    found = review([a.document for a in articles], [a.reading for a in articles], world=world)
    assert found.document("copy").copy_of == "original"
    assert found.limits == ()
