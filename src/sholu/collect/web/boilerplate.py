"""What stands on a news page beside the article: known by its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from sholu.collect.web.folded import fold

_SHORT_LINE = 240
_CREDIT_LINE = 100
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    beside: re.Pattern[str]
    credit: re.Pattern[str]
    missing: re.Pattern[str]
    consent: re.Pattern[str]
    paywall: re.Pattern[str]
    challenge: re.Pattern[str]
    rights: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = tomli.loads(files(__package__).joinpath("boilerplate.toml").read_text("utf-8"))
    return _Patterns(**{name: _pattern(section["words"]) for name, section in table.items()})


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    listed = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(
            rf"(?<!\w){re.escape(word)}(?!\w)"
            if word[-1].isalnum() and word[0].isalnum()
            else re.escape(word)
            for word in listed
        )
    )


def is_beside(line: str, unlinked: str | None = None) -> bool:
    """Whether a line or box is no part of the article: it names others, or asks for a click.

    `unlinked` is its text outside links, where that is known: an invitation has little of it.
    """
    if len(line) > 2 * _SHORT_LINE:
        return False
    text = fold(line).lstrip('-–—•*#►▶»>«"“🔹👉 ')
    found = _patterns().beside.match(text)
    if found is None:
        return False
    rest = text[found.end() :].strip()
    if not rest or (rest[0] in ":>»→|" and len(line) <= _SHORT_LINE):
        return True
    if unlinked is None:
        return False
    own = fold(unlinked).strip(' -–—•*#►▶»>«"“:.🔹👉')
    return len(own) <= len(found[0]) + 3 or (len(text) - len(own) > len(own) and len(own) < 60)


def is_credit(line: str) -> bool:
    """Whether a line names whose picture stands above it ("Photo: agency")."""
    if len(line) > _CREDIT_LINE:
        return False
    text = fold(line).lstrip("(©[📷📸 ")
    found = _patterns().credit.match(text)
    return found is not None and text[found.end() :].lstrip()[:1] in (":", "©", "/", "|", "")


def is_rights(line: str) -> bool:
    """Whether a line says whose all this is."""
    return len(line) <= _SHORT_LINE and _patterns().rights.search(fold(line)) is not None


def kept(lines: Iterable[str]) -> Iterator[str]:
    """The lines without those that are no part of the article."""
    return (line for line in lines if not (is_beside(line) or is_credit(line) or is_rights(line)))


def stub(titles: Iterable[str], text: str, page: str, *, sold: bool, dated: bool) -> str | None:
    """Why a page is none with an article, in words for people; null where it may be one.

    `text` is what was found as its article, `page` all that is printed on it; `sold` whether it
    says of itself that it is not free, `dated` whether it has a date of publication.
    """
    patterns = _patterns()
    heads = [fold(title) for title in titles]
    size = len(text)
    if size < 1200 and any(_mostly(patterns.missing, head) for head in heads):
        return "says that there is no such page, although the server found one"
    if size < 1500 and any(_mostly(patterns.challenge, head) for head in heads):
        return "asks whether we are a robot, and shows no article"
    opening = fold(page[:3000])
    if size < 800 and not dated and patterns.challenge.search(opening):
        return "asks whether we are a robot, and shows no article"
    asked = patterns.consent.search(fold(text[:400])) or any(map(patterns.consent.search, heads))
    if size < 2500 and not dated and asked:
        return "asks for consent to cookies, and shows no article"
    if (size < 2000 if sold else size < 700) and patterns.paywall.search(fold(page)):
        return "is for subscribers: only the opening of the article is shown"
    return None


def _mostly(pattern: re.Pattern[str], head: str) -> bool:
    """Whether a title says little else ("404 | Outlet", not "404 houses not found habitable")."""
    found = pattern.search(head)
    if found is None:
        return False
    others = _LETTERS.findall(head[: found.start()]) + _LETTERS.findall(head[found.end() :])
    return len(others) <= 5
