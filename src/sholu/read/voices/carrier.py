"""Which outlet printed a document: given with it, or named in the text as its own."""

import re

from sholu.language import Pack
from sholu.model import Document, Outlet
from sholu.read.page import Page
from sholu.world import Found, World

_LONGEST_DATELINE = 80
_LONGEST_CREDIT = 80
"""Characters at the head of the last line within which words of credit stand."""
_DATELINE_MARKS = frozenset({"()", "//", "[]"})
_NOT_IN_ID = re.compile(r"[^\w.]+")


def carrier_of(
    document: Document, pages: list[Page], mentions: list[Found], world: World
) -> Outlet | None:
    """The outlet a document was printed in; null where neither it nor its text says.

    The text says so where an outlet stands beside the word for its own reporter: "BAQ.KZ тілшісі".
    """
    if document.outlet:
        known = world.outlet(document.outlet)
        if known is not None:
            return known
        name = document.outlet.strip()
        return Outlet(id=_NOT_IN_ID.sub("-", name.lower()), name=name, country=document.country)
    for page in pages:
        found = _beside_reporter(page, mentions, world)
        if found is not None:
            return found
    return None


def credit_of(pages: list[Page], mentions: list[Found]) -> str | None:
    """Id of the outlet whose text a document says it prints: "(Reuters) –", "Reporting by …".

    Null where neither a dateline nor the last line gives credit to an outlet.
    """
    outlets = [mention for mention in mentions if mention.type == "outlet"]
    for page in pages:
        for mention in outlets:
            last = page.lines[-1].start if page.lines else len(page.text)
            if in_dateline(page.text, mention, begin=page.body) or in_credit_line(
                page.text, mention, page.pack, begin=last
            ):
                return mention.id
    return None


def in_dateline(text: str, mention: Found, *, begin: int = 0) -> bool:
    """Whether an outlet stands in brackets at the head of a text that begins there."""
    if mention.start - begin > _LONGEST_DATELINE:
        return False
    around = text[max(0, mention.start - 1) : mention.start] + text[mention.end : mention.end + 1]
    return around in _DATELINE_MARKS


def in_credit_line(text: str, mention: Found, pack: Pack, *, begin: int) -> bool:
    """Whether an outlet stands behind words of credit in the last line, which begins there."""
    if mention.start < begin:
        return False
    last = text[begin : min(mention.start, begin + _LONGEST_CREDIT)].lower().lstrip("( ")
    return last.startswith(tuple(pack.table("voices").get("carrier", {}).get("credits", ())))


def _beside_reporter(page: Page, mentions: list[Found], world: World) -> Outlet | None:
    nouns = _reporters(page.pack)
    if not nouns:
        return None
    for mention in mentions:
        if mention.type != "outlet":
            continue
        if page.pack.order == "final":
            beside = page.tokens(mention.end, min(len(page.text), mention.end + 40))[:1]
        else:
            beside = page.tokens(max(0, mention.start - 40), mention.start)[-1:]
        if beside and any(stem in nouns for stem in page.pack.stems(beside[0].text)):
            return world.outlet(mention.id)
    return None


def _reporters(pack: Pack) -> frozenset[str]:
    return frozenset(pack.table("voices").get("carrier", {}).get("correspondent", ()))
