"""An article that a page carries as data for its scripts (Next.js and the like), not as markup."""

import json
import re
from collections.abc import Iterator

from lxml import etree

from sholu.collect.web.prose import prose

_DATA = re.compile(r"application/json", re.IGNORECASE)
_ASSIGNED = re.compile(r"window\.__[A-Z_a-z]+__\s*=\s*(\{.*\})\s*;?\s*$", re.DOTALL)
_KEYS = frozenset(
    ("body", "content", "text", "html", "articlebody", "fulltext", "full_text", "detail_text")
)
_PIECES = frozenset(("text", "content", "html", "value", "data", "children", "body"))
_LEAST = 400
_DEEPEST = 40


def embedded_article(root: etree._Element) -> str | None:
    """The longest text under a key like "body"; null where there is none as long as an article."""
    texts = [found for data in _data(root) for found in _texts(data, 0)]
    longest = max(texts, key=len, default="")
    return longest if len(longest) >= _LEAST else None


def _data(root: etree._Element) -> Iterator[object]:
    for node in root.iter("script"):
        text = node.text or ""
        assigned = _ASSIGNED.search(text) if "window.__" in text[:200] else None
        if _DATA.search(node.get("type") or "") or assigned:
            try:
                yield json.loads(assigned[1] if assigned else text, strict=False)
            except (ValueError, RecursionError):
                continue


def _texts(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _texts(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key.lower() in _KEYS:
                yield "\n".join(_pieces(item, depth + 1))
            yield from _texts(item, depth + 1)


def _pieces(value: object, depth: int) -> Iterator[str]:
    """The paragraphs of a text kept as one string or as a list of blocks."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if text := prose(value):
            yield text
    elif isinstance(value, list):
        for item in value:
            yield from _pieces(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key.lower() in _PIECES:
                yield from _pieces(item, depth + 1)
