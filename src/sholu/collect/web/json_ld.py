"""What a page says of itself in JSON-LD (schema.org), however deep it is wrapped."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

Thing = Mapping[str, Any]

_ARTICLE = re.compile(
    r"(?:[A-Za-z]*News|Blog|LiveBlog|Opinion|Analysis|Advertiser|Report|Scholarly|Tech|Satirical)?"
    r"(?:Article|Posting|BlogPosting|NewsArticle|Report)"
)
_WRAPPED = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_DEEPEST = 5
_MOST = 200
_CONTROL = re.compile(r"[\x00-\x1f]")
_CDATA = re.compile(r"^\s*(?://)?\s*<!(?:\[CDATA\[|--)|(?://)?\s*(?:\]\]|--)>\s*;?\s*$")


def things(root: etree._Element) -> list[Thing]:
    """Every object of the page's JSON-LD, outer ones first; what is no JSON is passed over."""
    found: list[Thing] = []
    for node in root.iter("script"):
        if "ld+json" in (node.get("type") or "").lower() and node.text:
            found += _unwrapped(_parsed(node.text), _DEEPEST)
    return found[:_MOST]


def articles(found: list[Thing]) -> list[Thing]:
    """Those that are articles, in their order."""
    return [thing for thing in found if any(map(_ARTICLE.fullmatch, types(thing)))]


def types(thing: Thing) -> list[str]:
    """The names of what a thing is, without their schema's address."""
    given = thing.get("@type")
    names = given if isinstance(given, list) else [given]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def text(value: object) -> str | None:
    """A value as one string: its own, the first of a list, the name of a thing."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        return next(filter(None, map(text, value)), None)
    if isinstance(value, dict):
        return text(value.get("name")) or text(value.get("@value")) or text(value.get("headline"))
    return None


def names(value: object) -> list[str]:
    """The names of people or outlets that a value holds."""
    listed = value if isinstance(value, list) else [value]
    return [name for item in listed if (name := text(item))]


def _parsed(script: str) -> object:
    script = _CDATA.sub("", script.strip())
    for attempt in (script, _CONTROL.sub(" ", script)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(value: object, depth: int) -> Iterator[Thing]:
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value[:_MOST]:
            yield from _unwrapped(item, depth - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name in _WRAPPED:
            yield from _unwrapped(value.get(name), depth - 1)
