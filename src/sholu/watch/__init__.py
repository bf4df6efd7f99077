"""Sources on a schedule: what is due, what came of it, how each source is."""

from sholu.watch.reading import READER, read_new
from sholu.watch.rounds import Rounds, Tally
from sholu.watch.sources import Sources, load, merged, starting
from sholu.watch.written import written

__all__ = [
    "READER",
    "Rounds",
    "Sources",
    "Tally",
    "load",
    "merged",
    "read_new",
    "starting",
    "written",
]
