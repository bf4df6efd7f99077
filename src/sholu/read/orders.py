"""Who said what on a page, by the order of words in its language."""

from sholu.read.draft import Draft
from sholu.read.final import order as final_order
from sholu.read.initial import order as initial_order
from sholu.read.page import Page
from sholu.read.second import order as second_order
from sholu.read.unspaced import order as unspaced_order

_FINDERS = {
    "final": final_order.find,
    "initial": initial_order.find,
    "second": second_order.find,
    "unspaced": unspaced_order.find,
}


def find(page: Page) -> list[Draft]:
    """The statements of a page; spans are offsets in code points of `page.text`."""
    return _FINDERS[page.pack.order](page)
