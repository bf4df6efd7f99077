"""Words and endings that say of a clause that it tells of what is to come.

They stand in `future.toml` of each pack: `signs` are patterns of words, `forms` are endings of a
verb. Either may ask for company: a day to come in the same clause, a verb that names a single act,
speech that somebody else reports.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, get_args

from sholu.language import Pack
from sholu.model import Strength
from sholu.read.page import WORD, Token
from sholu.read.patterns import Patterns

_FOLLOWING = 4
_STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a sign means and what it asks for.

    Attributes:
        needs: "day" (a day to come in the clause), "reported" (speech reported by another), "act"
            (a verb of a single act), or nothing.
        after: endings of which the word before must have one; `not_after`: must have none.
        not_before: words that must not follow.
        followed: name of a test on the words behind it, in the language's `tense` module.
        last: it closes its clause.
        small: it is written with a small letter ("may", not "May").
        soft: an adverb, which only weakens another sign of its clause.
        whole: it may be all its clause says, subject and verb.
        promise: what follows (or stands before, in a verb-final language) is what is promised.
    """

    strength: Strength
    negated: bool = False
    needs: str = ""
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: frozenset[str] = frozenset()
    followed: str = ""
    last: bool = False
    small: bool = False
    soft: bool = False
    whole: bool = False
    promise: bool = False


@dataclass(slots=True)
class Sign:
    """A sign among a sentence's tokens, half open."""

    first: int
    end: int
    rule: Rule
    negated: bool = False


@dataclass(slots=True)
class Form:
    """Endings of a verb that may be a sign."""

    ends: tuple[str, ...]
    rule: Rule
    shortest: int
    tense: str = ""
    not_ends: tuple[str, ...] = ()


@dataclass(slots=True)
class Future:
    """The compiled `future.toml` of one pack."""

    signs: Patterns
    forms: tuple[Form, ...]
    all_ends: tuple[str, ...]
    acts: frozenset[str]
    never: frozenset[str]
    never_stems: frozenset[str]
    negations: frozenset[str]
    negations_before: frozenset[str]
    habits: frozenset[str]
    commissive: Patterns
    words: Mapping[str, frozenset[str]]
    ends: Mapping[str, tuple[str, ...]]
    pack: Pack
    cache: dict[str, tuple[Form, ...]] = field(default_factory=dict)


@cache
def future_of(pack: Pack) -> Future:
    """The compiled lexicon of a pack, made once."""
    table = pack.table("future")
    endings = tuple(table.get("endings", ()))
    signs = Patterns(
        ((line, _rule(entry)) for entry in table.get("signs", ()) for line in entry["patterns"]),
        endings=endings,
    )
    forms = tuple(
        Form(
            tuple(entry.get("ends", ())),
            _rule(entry),
            entry.get("shortest", 2),
            entry.get("tense", ""),
            tuple(entry.get("not_ends", ())),
        )
        for entry in table.get("forms", ())
    )
    words = {name: frozenset(items) for name, items in table.get("words", {}).items()}
    none: frozenset[str] = frozenset()
    return Future(
        signs=signs,
        forms=forms,
        all_ends=tuple(sorted({end for form in forms for end in form.ends})),
        acts=words.get("acts", none),
        never=words.get("never", none),
        never_stems=words.get("never_stems", none),
        negations=words.get("negations", none),
        negations_before=words.get("negations_before", none),
        habits=words.get("habits", none),
        commissive=Patterns(
            (
                (line, _rule(entry))
                for entry in table.get("commissive", ())
                for line in entry["patterns"]
            ),
            endings=endings,
        ),
        words=words,
        ends={name: tuple(items) for name, items in table.get("ends", {}).items()},
        pack=pack,
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        strength=_strength(entry["strength"]),
        negated=entry.get("negated", False),
        needs=entry.get("needs", ""),
        after=tuple(entry.get("after", ())),
        not_after=tuple(entry.get("not_after", ())),
        not_before=frozenset(entry.get("not_before", ())),
        followed=entry.get("followed", ""),
        last=entry.get("last", False),
        small=entry.get("small", False),
        soft=entry.get("soft", False),
        whole=entry.get("whole", False),
        promise=entry.get("promise", False),
    )


def _strength(word: str) -> Strength:
    return _STRENGTHS[_STRENGTHS.index(word)]


def find_signs(tokens: Sequence[Token], future: Future) -> list[Sign]:
    """Every sign of a sentence in order, whether or not its company is there."""
    found: list[Sign] = []
    at = 0
    while at < len(tokens):
        sign = _sign_at(tokens, at, future)
        if sign is None:
            at += 1
        else:
            found.append(sign)
            at = sign.end
    return found


def _sign_at(tokens: Sequence[Token], at: int, future: Future) -> Sign | None:
    token = tokens[at]
    if token.kind != WORD:
        return None
    for match in future.signs.longest_first(tokens, at):
        if _has_neighbours(tokens, at, match.end, match.entry, future):
            negated = _negated(tokens, at, match.end, future)
            return Sign(at, match.end, match.entry, negated)
    low = token.low
    if token.text[0].isupper() and (at > 1 or (at == 1 and tokens[0].kind == WORD)):
        # A verb with a capital inside a sentence belongs to a name.
        return None
    if not future.all_ends or not low.endswith(future.all_ends) or low in future.never:
        return None
    for form in _forms(low, future):
        if _has_neighbours(tokens, at, at + 1, form.rule, future):
            return Sign(at, at + 1, form.rule, _negated(tokens, at, at + 1, future))
    return None


def _forms(low: str, future: Future) -> tuple[Form, ...]:
    """The forms that a word may be, by its ending and, where asked, by the dictionary."""
    known = future.cache.get(low)
    if known is None:
        known = tuple(form for form in future.forms if _is_form(low, form, future))
        if len(future.cache) < 200_000:
            future.cache[low] = known
    return known


def _is_form(low: str, form: Form, future: Future) -> bool:
    if form.not_ends and low.endswith(form.not_ends):
        return False
    for end in form.ends:
        stem = low[: len(low) - len(end)]
        if not low.endswith(end) or len(stem) < form.shortest:
            continue
        if stem in future.never_stems:
            continue
        if "act" in form.rule.needs and not _is_act(stem, future):
            continue
        if form.tense and not _has_tense(low, form.tense, future):
            continue
        return True
    return False


def _is_act(stem: str, future: Future) -> bool:
    """Whether a stem names a single act, also with the negation in it ("кел-ме")."""
    if stem in future.acts:
        return True
    negative = future.ends.get("negative", ())
    return any(stem.endswith(end) and stem[: -len(end)] in future.acts for end in negative)


def _has_tense(low: str, tense: str, future: Future) -> bool:
    module = import_module(f"sholu.language.{future.pack.code}.tense")
    return bool(getattr(module, f"is_{tense}")(low))


def _has_neighbours(
    tokens: Sequence[Token], first: int, end: int, rule: Rule, future: Future
) -> bool:
    if rule.small and tokens[first].text[0].isupper():
        return False
    before = tokens[first - 1].low if first else ""
    if rule.after and not before.endswith(rule.after):
        return False
    if rule.not_after and before.endswith(rule.not_after):
        return False
    if rule.followed and not any(
        _has_tense(token.low, rule.followed, future) for token in tokens[end : end + _FOLLOWING]
    ):
        return False
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.low in rule.not_before:
        return False
    if not rule.last or following is None or following.kind != WORD:
        return True
    return following.low in future.words.get("behind", ())


def _negated(tokens: Sequence[Token], first: int, end: int, future: Future) -> bool:
    """Whether a sign is denied: by a word in it, right before or behind it, or by its ending."""
    if any(token.low in future.negations for token in tokens[first : end + 2]):
        return True
    if any(token.low in future.negations_before for token in tokens[max(0, first - 1) : end]):
        return True
    negative = future.ends.get("negative_forms", ())
    around = tokens[max(0, first - 1) : end]
    return bool(negative) and any(token.low.endswith(negative) for token in around)
