"""Base forms read off the spelling, for languages whose words need no more than a table."""

import re
from collections.abc import Callable, Iterator, Sequence

# An ending is taken off only where more letters than this are left.
_LEAST = 1


def acronym(word: str, dotted: re.Pattern[str]) -> tuple[str, ...]:
    """The acronym itself; without its dots, where it has them, as a second form."""
    return (word, word.replace(".", "")) if dotted.match(word) else (word,)


def bases(low: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The word with each ending it may have replaced by that of its base form, in order."""
    for ending, base in endings:
        if low.endswith(ending) and len(low) - len(ending) > _LEAST:
            yield low[: len(low) - len(ending)] + base


def peeled(
    low: str,
    case: re.Pattern[str],
    possessive: re.Pattern[str],
    plural: re.Pattern[str],
    *,
    shortest: int,
    hardened: Callable[[str], Sequence[str]],
) -> list[str]:
    """The word without its case, without its possessive too, and without its plural.

    Args:
        shortest: letters that are left of a word at least.
        hardened: how a stem that a possessive softened ends alone.
    """
    found: list[str] = []
    base = low
    for ending in (case, possessive, plural):
        match = ending.search(base)
        if match is None or match.start() < shortest:
            continue
        base = base[: match.start()]
        if ending is possessive:
            found += hardened(base)
        found.append(base)
    return found
