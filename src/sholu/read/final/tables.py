"""The tables of a pack as the reader of verb-final languages looks words up in them."""

from collections.abc import Iterable
from typing import Any


def by_last_word(verbs: dict[str, Any]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Stem of a verb's last word -> [(words before it, class)], longest phrases first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("say", "judge", "quote", "think", "passive", "cite", "other"):
        for entry in verbs[kind]:
            *before, last = entry.split()
            table.setdefault(last, []).append((tuple(before), kind))
    for entries in table.values():
        # The longest phrase that fits wins: "атап өт" before "өт".
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


def ending_kinds(endings: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Every ending with its kinds, also behind what says that several did it ("aytish-di")."""
    table: dict[str, set[str]] = {}
    joints = ("", *endings.get("together", ()))
    for kind, ends in endings.items():
        for end in ends if kind != "together" else ():
            for joint in joints:
                table.setdefault(joint + end, set()).add(kind)
    return {end: frozenset(kinds) for end, kinds in table.items()}


def phrase_table(entries: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """First word -> the phrases that it begins, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        parts = tuple(entry.split())
        table.setdefault(parts[0], []).append(parts)
    for options in table.values():
        options.sort(key=lambda parts: (-len(parts), parts))
    return table


def noun_stems(nouns: dict[str, list[str]]) -> dict[str, str]:
    """Stem of a noun that can speak, of a phrase its last word -> kind."""
    return {
        entry.split()[-1]: kind
        for kind, entries in nouns.items()
        if kind not in ("after_name", "before_name")
        for entry in entries
    }


def softened_stems(verbs: Iterable[str], softened: dict[str, str]) -> dict[str, list[str]]:
    """Stem as it stands before a vowel -> the stems it may be of: ed -> [et]."""
    table: dict[str, list[str]] = {}
    for stem, before_vowel in softened.items():
        if stem in verbs:
            table.setdefault(before_vowel, []).append(stem)
    return table
