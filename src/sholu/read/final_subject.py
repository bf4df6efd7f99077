"""Who speaks, in a sentence whose verb stands last: noun phrases before and behind the cue."""

from sholu.read.final_words import Words
from sholu.read.page import NUMBER, PUNCTUATION, QUOTED, WORD, Token

_LONGEST = 14
_OPEN_BRACKETS = frozenset("(")


def subject(tokens: list[Token], low: int, high: int, words: Words) -> tuple[int, int] | None:
    """The first noun phrase in `tokens[low:high]` that can speak and is in the nominative.

    Returns:
        token indexes, half open; null where none stands there.
    """
    begin = skip_openings(tokens, low, high, words)
    at = begin
    while at < high:
        if _blocks(tokens[at]):
            # What stands before a comma was an adverbial clause; the subject may follow.
            at += 1
            begin = at
            continue
        if is_head(tokens, at, begin, words):
            return _widen_left(tokens, begin, at, words), widen_right(tokens, at, high, words)
        at += 1
    return None


def first_word_subject(
    tokens: list[Token], low: int, high: int, words: Words
) -> tuple[int, int] | None:
    """A plain noun in the nominative at the head of a sentence: "Агенттік", "Кәсіпорын"."""
    begin = skip_openings(tokens, low, high, words)
    if begin >= high or tokens[begin].kind != WORD or not tokens[begin].capital:
        return None
    if words.of(tokens[begin]) != "nominative" or tokens[begin].low in words.postpositions:
        return None
    return begin, begin + 1


def skip_openings(tokens: list[Token], low: int, high: int, words: Words) -> int:
    """Index behind the adverbs, connectives and dates that open a sentence."""
    at = low
    while at < high:
        token = tokens[at]
        if token.kind == PUNCTUATION and token.text[0] in ",–—-•*":
            at += 1
        elif token.kind == WORD and token.low in words.openings:
            if is_head(tokens, at, low, words):
                break
            at += 1
        elif token.kind == NUMBER and at + 1 < high and tokens[at + 1].low in words.openings:
            at += 1
        else:
            break
    return at


def is_head(tokens: list[Token], at: int, begin: int, words: Words) -> bool:
    """Whether the token may be the head of a phrase that speaks, in the nominative."""
    token = tokens[at]
    if token.kind != WORD or words.of(token) != "nominative":
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in words.pronouns:
        # "ол кезде", "бұл жерде": a pronoun before a plain noun only points at it.
        return token.low != "ол" or following is None or not _pointed_at(following, words)
    if token.low in words.openings or token.low in words.postpositions:
        return False
    kind = words.noun_kind(token.low)
    if kind is not None and kind != "documents":
        # A noun before another noun that can speak only describes it.
        return following is None or not _continues_noun(following, words)
    if not token.capital:
        return False
    if following is not None and following.capital and words.of(following) != "nominative":
        # "Ким Чен Ынның": the case stands at the end of the whole name.
        return False
    return at > begin or _starts_name(tokens, at, words)


def _pointed_at(token: Token, words: Words) -> bool:
    return token.kind == WORD and (
        token.low in words.openings or words.noun_kind(token.low) in ("groups", "documents")
    )


def _continues_noun(token: Token, words: Words) -> bool:
    if token.kind != WORD or token.capital:
        return False
    kind = words.noun_kind(token.low)
    return kind is not None and kind != "documents" and token.low not in words.after_name


def _starts_name(tokens: list[Token], at: int, words: Words) -> bool:
    """At the head of a sentence every word is capital: is this one a name?"""
    token = tokens[at]
    if len(token.text) > 1 and token.text[1:] != token.text[1:].lower():
        return True
    if token.text.isascii():
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.capital


def widen_right(tokens: list[Token], head: int, high: int, words: Words) -> int:
    """Index behind the phrase: names behind a title, "мырза", and what is joined to it."""
    at = head + 1
    while at < high:
        token = tokens[at]
        if token.kind != WORD:
            break
        if token.capital and words.of(token) == "nominative":
            at += 1
        elif token.low in words.after_name or _speaking_noun(token, words):
            at += 1
        elif token.low in words.conjunctions and at + 1 < high:
            joined = _joined(tokens, at + 1, high, words)
            if joined is None:
                break
            at = joined
        else:
            break
    return at


def _speaking_noun(token: Token, words: Words) -> bool:
    kind = words.noun_kind(token.low)
    return kind in ("media", "institutions", "roles", "groups") and (
        words.of(token) == "nominative"
    )


def _joined(tokens: list[Token], at: int, high: int, words: Words) -> int | None:
    """End of a second noun phrase behind a conjunction, if one that speaks stands there."""
    for index in range(at, min(high, at + 4)):
        token = tokens[index]
        if token.kind != WORD:
            return None
        if words.of(token) == "nominative" and (token.capital or _speaking_noun(token, words)):
            return index + 1
        if words.of(token) not in ("nominative", "genitive"):
            return None
    return None


def _widen_left(tokens: list[Token], begin: int, head: int, words: Words) -> int:
    """Index of the first word that describes the head."""
    at = head
    while at > begin and head - at < _LONGEST:
        token = tokens[at - 1]
        if token.kind == QUOTED:
            if head - at > 2:
                break
        elif token.kind == NUMBER:
            pass
        elif token.kind != WORD:
            break
        elif not _describes(token, words):
            break
        at -= 1
    return at


def _describes(token: Token, words: Words) -> bool:
    if token.low in words.postpositions or token.low in words.openings:
        return token.low in ("бірінші", "екінші", "үшінші", "бір", "бұрын", "қазіргі", "сол")
    if token.low in words.pronouns or token.low in words.complementisers:
        return False
    return words.of(token) in ("nominative", "genitive")


def genitive_phrase(
    tokens: list[Token], low: int, high: int, words: Words, case: str = "genitive"
) -> tuple[int, int] | None:
    """The noun phrase in `case` that ends right before `high`: "Риза Таңсықтың" айтуынша."""
    at = high - 1
    if at < low or tokens[at].kind not in (WORD, QUOTED):
        return None
    token = tokens[at]
    if token.kind == WORD and words.of(token) != case and token.low not in words.genitive_pronouns:
        return None
    first = at
    while first > low and at - first < _LONGEST:
        previous = tokens[first - 1]
        if previous.kind == PUNCTUATION:
            break
        if previous.kind == WORD and not _describes(previous, words):
            if words.of(previous) != "locative" or not previous.low.endswith(("гі", "ғы")):
                break
        first -= 1
    return first, at + 1


def phrase_behind(
    tokens: list[Token], low: int, high: int, words: Words
) -> tuple[int, int] | None:
    """The noun phrase behind a cue: "деді Reuters-ке берген сұхбатында сарапшы Риза Таңсық"."""
    stop = low
    depth = 0
    while stop < high:
        text = tokens[stop].text
        if tokens[stop].kind == PUNCTUATION:
            if text[0] == "(":
                depth += 1
            elif text[0] == ")":
                depth -= 1
            elif depth == 0:
                break
        stop += 1
    at = low
    while at < stop:
        token = tokens[at]
        if is_head(tokens, at, low - 1, words) or _plain_head(tokens, at, stop, words):
            first = _widen_left(tokens, low, at, words)
            return first, widen_right(tokens, at, stop, words)
        at += 1
    return None


def _plain_head(tokens: list[Token], at: int, stop: int, words: Words) -> bool:
    """The last word of what stands behind a cue, in the nominative, is who speaks."""
    token = tokens[at]
    return (
        at == stop - 1
        and token.kind == WORD
        and words.of(token) == "nominative"
        and token.low not in words.openings
        and token.low not in words.postpositions
        and not words.verb_forms(token.low)
    )


def _blocks(token: Token) -> bool:
    return token.kind == PUNCTUATION and token.text[0] in ",;:–—"
