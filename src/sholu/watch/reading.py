"""What was kept is read at once, so that voices can be looked up and a review need not wait."""

from importlib.metadata import version

from sholu.archive import Archive
from sholu.read import read
from sholu.world import World

READER = f"sholu {version('sholu')}"
"""Whose readings they are: another version may read otherwise, and reads anew."""


def read_new(archive: Archive, world: World, *, most: int = 50) -> int:
    """Read so many versions that were not read yet; gives how many there were."""
    with archive.view() as view:
        unread = view.unread(reader=READER, limit=most)
    made = [(row, read(found.document, world=world)) for row, found in unread]
    if made:
        with archive.writing() as transaction:
            for row, reading in made:
                transaction.keep_reading(row, reading, reader=READER)
    return len(made)
