"""Whole articles beside the gold folder: read, reviewed and scored."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from sholu.collect import gather
from sholu.measure.sample_gold import load_sample, sample_files, sample_ids
from sholu.measure.samples import sample_table, settlement_table
from sholu.model import Document, Reading
from sholu.review import review
from sholu.world import World

Reader: TypeAlias = Callable[[Document], Reading]
SAMPLES = "samples"
"""Folder beside the gold folder that holds the articles."""


def article_blocks(
    gold: Path, reader: Reader, *, world: World, sets: Iterable[str] | None = None
) -> Iterator[str]:
    """A table for each article that a file of gold in the folder is about, in their order.

    Raises `UsageError` where an article is missing or is not the one that was marked.
    """
    wanted = None if sets is None else tuple(sets)
    folder = gold.resolve() if gold.is_dir() else gold.resolve().parent
    for path in sample_files(gold):
        if wanted is None or any(word in path.stem for word in wanted):
            yield from _blocks(path, folder.parent / SAMPLES, reader, world)


def _blocks(path: Path, folder: Path, reader: Reader, world: World) -> Iterator[str]:
    documents = {item.id: item for item in gather([folder]) if isinstance(item, Document)}
    golds = load_sample(path, documents)
    articles = [documents[article] for article in sample_ids(path)]
    readings = [reader(document) for document in articles]
    reviewed = review(articles, readings, world=world, lang="en")
    for gold, reading in zip(golds, readings, strict=True):
        yield sample_table(gold, reading, reviewed)
    if settled := settlement_table(golds, reviewed):
        yield settled
