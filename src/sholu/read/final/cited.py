"""Words of somebody that another gives: "Reuters Айша Төленнің сөзін келтіреді: «…»"."""

from dataclasses import replace

from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_clause, emit_quote
from sholu.read.final.names import is_acronym
from sholu.read.final.quoted import colon_behind, given_behind
from sholu.read.final.sentence import SentenceReader, clause_end, skip_marks
from sholu.read.final.subject import genitive_phrase
from sholu.read.page import QUOTED


def cited(reader: SentenceReader, cue: Cue, following: Cue | None) -> bool:
    """Read what somebody is cited with: behind a colon, or before the noun for words.

    False where nobody owns the words ("сөзін келтірді"): then they are the subject's own.
    """
    cue_of_noun = _with_noun(reader, cue, following)
    if cue_of_noun is None:
        return False
    high = clause_end(reader, cue_of_noun)
    if cue_of_noun.joined is None and colon_behind(reader, cue_of_noun):
        owner = _owner(reader, reader.low, cue_of_noun.verb)
        return owner is not None and given_behind(reader, cue_of_noun, owner)
    begin = reader.low
    owner = _owner(reader, cue_of_noun.first + 1, cue_of_noun.verb)
    if owner is None:
        owner = _first_owner(reader, high)
        begin = owner[1] if owner is not None else begin
    begin = skip_marks(reader, begin, high)
    if owner is None or begin >= high:
        return False
    cue.last = cue_of_noun.last
    if reader.tokens[high - 1].kind == QUOTED:
        return emit_quote(reader, cue_of_noun, high - 1, owner)
    if cue_of_noun.joined is None:
        return False
    emit_clause(reader, cue_of_noun, begin, high, owner)
    return True


def _with_noun(reader: SentenceReader, cue: Cue, following: Cue | None) -> Cue | None:
    """The cue that cites, a participle before its noun within: "… деген X-тің сөзін келтірді"."""
    if cue.kind == "cite":
        before = reader.tokens[cue.first - 1] if cue.first > reader.low else None
        if cue.joined is None and before is not None and before.low in reader.words.said_in:
            return replace(cue, first=cue.first - 1, joined="that")
        return cue
    if cue.kind != "de" or cue.form != "participle" or following is None:
        return None
    between = following.first > cue.last + 1
    if following.kind != "cite" or following.joined is not None:
        return None
    if between and _owner(reader, cue.last + 1, following.verb) is None:
        return None
    return Cue(cue.first, following.last, following.verb, following.form, "cite", "that")


def _first_owner(reader: SentenceReader, high: int) -> tuple[int, int] | None:
    """The first who may own the words that end at `high`: "X-тің … деген сөзі"."""
    for end in range(reader.low + 1, high):
        token = reader.tokens[end - 1]
        known = reader.words.noun_kind(token.low) not in (None, "documents")
        if token.capital or known or token.low in reader.words.genitive_pronouns:
            owner = _owner(reader, reader.low, end)
            if owner is not None:
                return owner
    return None


def _owner(reader: SentenceReader, low: int, high: int) -> tuple[int, int] | None:
    """Whoever stands in the genitive right before `high`, without the outlet before them."""
    words, last = reader.words, reader.tokens[high - 1]
    if high > low and last.low in words.genitive_pronouns:
        return high - 1, high
    if high <= low or words.of(last) != "genitive":
        return None
    found = genitive_phrase(reader.tokens, low, high, words)
    return (_behind_outlet(reader, *found), high) if found is not None else None


def _behind_outlet(reader: SentenceReader, first: int, end: int) -> int:
    """Where whoever is cited begins, behind the outlet that cites: "Reuters агенттігі | Айша"."""
    words, tokens = reader.words, reader.tokens
    for index in range(first, end - 1):
        token, following = tokens[index], tokens[index + 1]
        if words.of(token) == "nominative" and not words.is_owned(following.low):
            outlet = words.noun_kind(token.low) in ("media", "institutions")
            outlet = outlet or (words.is_foreign(token) and not words.is_foreign(following))
            if outlet or _name_before_title(reader, index):
                first = index + 1
    return first


def _name_before_title(reader: SentenceReader, index: int) -> bool:
    """Whether a name, no adjective at the head of its sentence, stands before a title."""
    token, following = reader.tokens[index], reader.tokens[index + 1]
    named = is_acronym(token) or reader.words.base(token) in reader.names.inside
    titled = reader.words.noun_kind(following.low) == "roles" and not following.capital
    return token.capital and named and titled
