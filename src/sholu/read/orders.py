"""Who said what on a page, by the order of words in its language."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from sholu.read.draft import Draft
from sholu.read.page import Page

_Finder = Callable[[Page], list[Draft]]


def find(page: Page) -> list[Draft]:
    """The statements of a page; spans are offsets in code points of `page.text`."""
    return _finder(page.pack.order)(page)


@cache
def _finder(order: str) -> _Finder:
    """The reader of one order of words, loaded with the first page in it."""
    finder: _Finder = import_module(f"sholu.read.{order}.order").find
    return finder
