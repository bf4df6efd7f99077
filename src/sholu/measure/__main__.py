"""Tables and mistakes for developers: `python -m sholu.measure GOLD [--errors missed]`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from sholu.measure.listing import MISTAKES, errors
from sholu.measure.report import measure
from sholu.world import World


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of a gold folder or file, or the mistakes of one sort in one file."""
    parser = argparse.ArgumentParser(prog="python -m sholu.measure", description=__doc__)
    parser.add_argument("gold", type=Path, help="gold folder, or one file of it")
    parser.add_argument("--sets", nargs="*", help="keep sets whose path contains one of these")
    parser.add_argument("--errors", choices=MISTAKES, help="list mistakes instead of tables")
    parser.add_argument("--kind", help="direct, indirect, mixed")
    parser.add_argument("--limit", type=int, help="at most so many mistakes")
    given = parser.parse_args(arguments)
    world = World.bundled()
    if given.errors is None:
        print(measure(given.gold, world=world, sets=given.sets), end="")
        return
    mistakes = errors(
        given.gold, world=world, mistake=given.errors, kind=given.kind, limit=given.limit
    )
    print(mistakes, end="")


if __name__ == "__main__":
    main()
