"""Floors under the accuracy: what was reached once is not given up."""

from collections.abc import Iterable
from math import floor
from pathlib import Path
from typing import TypeAlias

import tomli

from sholu.measure.accuracy import SetAccuracy
from sholu.measure.parallel import Agreement

Figures: TypeAlias = dict[str, dict[str, float]]

_HEAD = """# Floors under the accuracy, in percent: e2e F of each row of each set of gold, B-cubed
# F of voices, and how far a language agrees with English on parallel news. `make accuracy` raises
# them; nothing lowers them.
"""


def figures(sets: Iterable[SetAccuracy], parallel: Iterable[Agreement] = ()) -> Figures:
    """What a floor can be put under, in percent, by set and row."""
    found: Figures = {}
    for each in sets:
        found[each.name] = {line.name: 100 * line.end_to_end.f1 for line in each.rows}
        if each.voices is not None:
            found[each.name]["voices"] = 100 * each.voices.f1
    for agreement in parallel:
        found[f"parallel/{agreement.lang}"] = {"statements": 100 * agreement.score.f1}
    return found


def load(path: Path) -> Figures:
    """The floors of a file; none where there is no file."""
    return tomli.loads(path.read_text("utf-8")) if path.is_file() else {}


def below(measured: Figures, floors: Figures) -> list[str]:
    """A line for every figure that was measured and lies under its floor, by set and row."""
    return [
        f"{name}, {row}: {measured[name][row]:.1f} is under {least:.1f}"
        for name, rows in sorted(floors.items())
        for row, least in sorted(rows.items())
        if row in measured.get(name, {}) and measured[name][row] < least
    ]


def raised(measured: Figures, floors: Figures) -> str:
    """The floors as a file, each the higher of the two, to a tenth of a percent downwards."""
    lines = [_HEAD]
    for name in sorted(measured.keys() | floors.keys()):
        lines.append(f'["{name}"]')
        new, old = measured.get(name, {}), floors.get(name, {})
        for row in sorted(new.keys() | old.keys()):
            least = max(floor(10 * new.get(row, 0.0)) / 10, old.get(row, 0.0))
            lines.append(f'"{row}" = {least:.1f}')
        lines.append("")
    return "\n".join(lines)
