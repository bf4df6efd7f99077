"""The words of time of one language, compiled: rules, and what stands before and behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from sholu.language import Pack
from sholu.read.page import NUMBER, WORD, Token
from sholu.read.patterns import Patterns, Slot


@dataclass(frozen=True, slots=True)
class Rule:
    """What a pattern of time means; `needs` names what must stand beside it."""

    means: str
    shift: int | None = None
    count: int | None = None
    days: int = 0
    part: str = ""
    edge: str = ""
    unit: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Modifier:
    part: str = ""
    edge: str = ""


class Grammar:
    """The compiled `time.toml` of one pack."""

    def __init__(self, pack: Pack) -> None:
        table = pack.table("time")
        endings = tuple(table.get("endings", ()))
        slots = _slots(table.get("slots", {}))
        self.rules = Patterns(
            (
                (line, Rule(**{key: value for key, value in rule.items() if key != "patterns"}))
                for rule in table.get("rules", ())
                for line in rule["patterns"]
            ),
            slots,
            endings,
        )
        self.before = _modifiers(table.get("before", ()), slots, endings)
        self.after = _modifiers(table.get("after", ()), slots, endings)
        self.prefixes = tuple(table.get("prefixes", ()))
        self.month_first = bool(table.get("month_first", False))
        # Words that are a month only with a capital letter ("May").
        self.capitals = frozenset(table.get("capitals", ()))
        tense = table.get("tense", {})
        self.future = frozenset(tense.get("future", ()))
        self.past = frozenset(tense.get("past", ()))
        self.future_ends = tuple(tense.get("future_ends", ()))
        self.past_ends = tuple(tense.get("past_ends", ()))
        self._module = f"sholu.language.{pack.code}.tense" if tense.get("dictionary") else ""

    def is_future(self, low: str) -> bool:
        """Whether the dictionary of the language knows a word as a verb in the future."""
        return bool(self._module) and bool(import_module(self._module).is_future(low))


@cache
def grammar_of(pack: Pack) -> Grammar:
    return Grammar(pack)


def _modifiers(
    entries: Sequence[Mapping[str, Any]], slots: Mapping[str, Slot], endings: Sequence[str]
) -> Patterns:
    return Patterns(
        (
            (line, Modifier(entry.get("part", ""), entry.get("edge", "")))
            for entry in entries
            for line in entry["patterns"]
        ),
        slots,
        endings,
    )


def _slots(tables: Mapping[str, Mapping[str, object]]) -> dict[str, Slot]:
    """The pack's tables of words, beside the figures that every language writes alike."""
    tests = {
        "day": _between(1, 31),
        "mm": _between(1, 12),
        "year": _between(1000, 2199),
        "short_year": _between(0, 99),
        "decade": _between(10, 2190),
        "long_decade": _between(1000, 2190),
        "number": _between(0, 100_000),
        "order": _between(1, 4),
        "numeric": _figures,
    }
    names = sorted(set(tests) | set(tables))
    return {name: (tables.get(name, {}), tests.get(name)) for name in names}


def _between(least: int, most: int) -> Callable[[Token], int | None]:
    def test(token: Token) -> int | None:
        if token.kind != NUMBER or not token.low.isdecimal() or len(token.low) > 6:
            return None
        value = int(token.low)
        return value if least <= value <= most else None

    return test


def _figures(token: Token) -> tuple[int, ...] | None:
    """Day, month and year of "12.11.2025" or "12/11/2025"."""
    if token.kind != NUMBER:
        return None
    for mark in "./":
        parts = token.low.split(mark)
        if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4:
            return tuple(int(part) for part in parts) if len(parts[0]) <= 2 else None
    return None


def split_figures(tokens: list[Token], prefixes: tuple[str, ...]) -> list[Token]:
    """Tokens with figures set free from what a hyphen joins to them ("8-қыркүйек", "mid-May").

    A short ending stays with its number ("11-нен", "1-го"), which then counts as the bare number.
    """
    parts: list[Token] = []
    for token in tokens:
        low = token.low
        if token.kind == NUMBER and "-" in low:
            figures, _, tail = low.partition("-")
            cut = token.start + len(figures)
            if len(tail) > 5 and len(low) == len(token.text):
                parts.append(Token(token.start, cut, token.text[: len(figures)], figures, NUMBER))
                parts.append(Token(cut + 1, token.end, token.text[len(figures) + 1 :], tail, WORD))
            else:
                parts.append(Token(token.start, token.end, token.text, figures, NUMBER))
        elif token.kind == WORD and prefixes and low.startswith(prefixes):
            cut = low.index("-")
            parts.append(Token(token.start, token.start + cut, token.text[:cut], low[:cut], WORD))
            rest = token.text[cut + 1 :]
            parts.append(Token(token.start + cut + 1, token.end, rest, low[cut + 1 :], WORD))
        else:
            parts.append(token)
    return parts
