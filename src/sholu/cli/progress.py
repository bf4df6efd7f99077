"""How far long work is, told on stderr."""

import sys
import time
from typing import TYPE_CHECKING

from sholu.cli.lines import one_line

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class Progress:
    """How far long work is, on stderr: a bar on a terminal, else a line every ten seconds.

    Nothing shows for work of less than a second. With `bar=False` even a terminal gets no bar,
    because the results are printed there.
    """

    def __init__(self, *, bar: bool = True) -> None:
        self._started = time.monotonic()
        self._told = self._started
        self._wanted = bar and sys.stderr.isatty()
        self._quiet = not bar and sys.stderr.isatty()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Say that `done` of `total` (null where nobody knows yet) are through `stage`."""
        now = time.monotonic()
        if self._wanted and now - self._started > 1:
            self._draw(stage, done, total)
        elif not self._wanted and not self._quiet and now - self._told > 10:
            self._told = now
            print(f"{stage}: {done}" + (f" of {total}" if total else ""), file=sys.stderr)

    def note(self, text: str) -> None:
        """Print one line on stderr, above the bar where there is one."""
        if self._bar is None:
            print(one_line(text), file=sys.stderr)
        else:
            self._bar.console.print(one_line(text), markup=False, highlight=False, soft_wrap=True)

    def _draw(self, stage: str, done: int, total: int | None) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(stage, total=total)
        self._bar.update(self._tasks[stage], completed=done, total=total)
