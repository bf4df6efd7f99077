"""Tables and mistakes for developers: `python -m sholu.measure GOLD [--errors missed]`."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sholu.measure.accuracy import accuracies
from sholu.measure.accuracy_page import accuracy_page
from sholu.measure.floors import below, figures, load, raised
from sholu.measure.listing import MISTAKES, errors
from sholu.measure.parallel import agreements
from sholu.measure.report import measure, reader_for
from sholu.world import World

_PAGE, _FLOORS, _CORPUS = "docs/accuracy.md", "tests/accuracy-floors.toml", "tests/corpus"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of a gold folder or file, or the mistakes of one sort in one file.

    With `--write`, the page of accuracy and the floors of a checkout are written instead.
    """
    parser = argparse.ArgumentParser(prog="python -m sholu.measure", description=__doc__)
    parser.add_argument("gold", type=Path, help="gold folder, or one file of it")
    parser.add_argument("--sets", nargs="*", help="keep sets whose path contains one of these")
    parser.add_argument("--errors", choices=MISTAKES, help="list mistakes instead of tables")
    parser.add_argument("--kind", help="direct, indirect, mixed")
    parser.add_argument("--limit", type=int, help="at most so many mistakes")
    parser.add_argument("--write", type=Path, help="a checkout whose page and floors to write")
    given = parser.parse_args(arguments)
    world = World.bundled()
    if given.write is not None:
        _write(given.gold, given.write, world)
        return
    if given.errors is None:
        print(measure(given.gold, world=world, sets=given.sets), end="")
        return
    mistakes = errors(
        given.gold, world=world, mistake=given.errors, kind=given.kind, limit=given.limit
    )
    print(mistakes, end="")


def _write(gold: Path, checkout: Path, world: World) -> None:
    """Write the page of accuracy, raise the floors, and tell of what fell below them."""
    reader = reader_for(world)
    sets, parallel = accuracies(gold, reader), agreements(gold / "ntrex", reader)
    page = accuracy_page(sets, parallel, checkout / _CORPUS, date.today().isoformat())
    (checkout / _PAGE).write_text(page, "utf-8")
    measured, floors = figures(sets, parallel), load(checkout / _FLOORS)
    (checkout / _FLOORS).write_text(raised(measured, floors), "utf-8")
    for line in below(measured, floors):
        print(line)


if __name__ == "__main__":
    main()
