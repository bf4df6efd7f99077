"""An article as HTML, with every place that the review opens marked in it."""

import re
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from sholu.publish.sheet import Place

# A single line break ends a paragraph in most articles; it gets some room (an empty element, so
# that the text of the article and of its marks stays as given).
_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_ROOM = '\n<span class="room"></span>'

# Start, minus end, order, place, and whether the piece is the first of its place.
Piece = tuple[int, int, int, Place, bool]


def marked(text: str, places: tuple[Place, ...], back: str) -> Markup:
    """The text with a `mark` for each place; `back` names the way back to the quotation.

    A place inside another is a mark inside a mark. A place that crosses the end of another is
    cut there: the first piece has the anchor, the others name it in `data-of`, and the texts of
    the pieces together are the words of the place.
    """
    pending: list[Piece] = [(p.start, -p.end, n, p, True) for n, p in enumerate(places)]
    heapify(pending)
    out: list[str] = []
    open_pieces: list[Piece] = []
    cursor = 0
    while pending or open_pieces:
        if open_pieces and (not pending or -open_pieces[-1][1] <= pending[0][0]):
            piece = open_pieces.pop()
            out += [_plain(text[cursor : -piece[1]]), "</mark>", _way_back(piece, back)]
            cursor = -piece[1]
            continue
        piece = _fitting(heappop(pending), open_pieces, pending)
        out += [_plain(text[cursor : piece[0]]), _opening(piece)]
        cursor = piece[0]
        open_pieces.append(piece)
    return Markup("".join([*out, _plain(text[cursor:])]))


def _fitting(piece: Piece, open_pieces: list[Piece], pending: list[Piece]) -> Piece:
    """The piece, cut at the end of the innermost open one; the rest of it goes back in line."""
    if not open_pieces or piece[1] >= open_pieces[-1][1]:
        return piece
    start, end, order, place, first = piece
    border = open_pieces[-1][1]
    heappush(pending, (-border, end, order, place, False))
    return (start, border, order, place, first)


def _opening(piece: Piece) -> str:
    place = piece[3]
    name = f'id="{place.anchor}"' if piece[4] else f'data-of="{place.anchor}"'
    return f'<mark {name} class="{place.kind}" tabindex="-1">'


def _way_back(piece: Piece, back: str) -> str:
    place = piece[3]
    if place.back is None or -piece[1] != place.end:
        return ""
    return f'<a class="back" href="#{place.back}" aria-label="{escape(back)}"></a>'


def _plain(text: str) -> str:
    return _BREAK.sub(lambda _: _ROOM, str(escape(text)).replace("\r", "&#13;"))
