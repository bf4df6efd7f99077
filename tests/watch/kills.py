"""How many kills a watch survives: `python -m tests.watch.kills 200`, on SQLite and PostgreSQL."""

import sys
import tempfile
from itertools import count
from pathlib import Path

from tests import postgres
from tests.watch.killing import Drill, drill
from tests.watch.press import serving


def main(kills: int) -> int:
    """Kill so often on both databases, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder, serving() as server:
        numbers = count(1)
        done = drill(server, lambda: str(Path(folder) / f"{next(numbers)}.sqlite"), kills=kills)
        failed = _report("SQLite", done)
        if postgres.is_here():
            with postgres.running() as database:
                failed |= _report("PostgreSQL", drill(server, database.new, kills=kills))
    return int(failed)


def _report(name: str, done: Drill) -> bool:
    print(
        f"{name}: {done.kills} kills in {done.runs} runs; {sum(done.kept)} articles in "
        f"{done.versions} versions in {len(done.kept)} archives; {len(done.problems)} problems",
        flush=True,
    )
    for problem in done.problems:
        print(f"  {problem}")
    return bool(done.problems)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
