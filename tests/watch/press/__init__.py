"""A world of invented newspapers on loopback: their articles, their lists, and their troubles."""

from pathlib import Path

from tests.watch.press.clock import MadeClock
from tests.watch.press.outlets import OUTLETS, START, Outlet, Trouble
from tests.watch.press.press import Press
from tests.watch.press.server import Server, serving

WORLD = Path(__file__).parent / "world.toml"

__all__ = [
    "OUTLETS",
    "START",
    "WORLD",
    "MadeClock",
    "Outlet",
    "Press",
    "Server",
    "Trouble",
    "serving",
]
