"""How many independent publishers stand behind documents."""

from collections.abc import Iterable, Mapping

from sholu.world import World


def publisher(document: str, outlet: str | None, world: World) -> str:
    """The owner of the outlet that printed a document; the document itself where none is known."""
    return world.publisher_of(outlet) if outlet else f"document:{document}"


def independent_publishers(
    documents: Iterable[str],
    *,
    outlets: Mapping[str, str | None],
    copies: Mapping[str, str],
    world: World,
) -> tuple[str, ...]:
    """The publishers of documents, sorted; a copy counts as its original.

    Args:
        documents: their ids.
        outlets: id of a document -> id of its outlet, for every document and original.
        copies: id of a copy -> id of its original.
    """
    originals = (copies.get(document, document) for document in documents)
    return tuple(sorted({publisher(name, outlets.get(name), world) for name in originals}))
