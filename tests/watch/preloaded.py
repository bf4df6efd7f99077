"""What a watcher needs is loaded once, and every one that is killed inherits it."""

import tests.watch.killing  # noqa: F401
from sholu.language import identify
from sholu.world import World

World.bundled()
identify("So that the languages are there, too.")
