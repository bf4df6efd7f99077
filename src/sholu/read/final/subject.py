"""Who speaks, in a sentence whose verb stands last: noun phrases before and behind the cue."""

from sholu.read.final.heads import is_head, leads_to_noun
from sholu.read.final.names import Names
from sholu.read.final.phrase import LONGEST, describes, widen_left, widen_right
from sholu.read.final.words import Words
from sholu.read.page import NUMBER, PUNCTUATION, QUOTED, WORD, Token


def subject(
    tokens: list[Token],
    low: int,
    high: int,
    words: Words,
    inside: frozenset[str] = frozenset(),
    runs: frozenset[tuple[str, ...]] = frozenset(),
) -> tuple[int, int] | None:
    """The first noun phrase in `tokens[low:high]` that can speak and is in the nominative.

    Args:
        inside, runs: as in `Names`; they tell a name from a plain word at the head of a
            sentence, where both are capital, and one name from the next.

    Returns:
        token indexes, half open; null where none stands there.
    """
    names = Names(inside, runs)
    at = skip_openings(tokens, low, high, words)
    while at < high:
        stop = at
        while stop < high and not _blocks(tokens[stop]):
            stop += 1
        found = _first_speaker(tokens, low, at, stop, high, words, names)
        if found is not None:
            return found
        # What stands before a comma was an adverbial clause; the subject may follow.
        at = stop + 1
    return None


def _first_speaker(
    tokens: list[Token], low: int, at: int, stop: int, high: int, words: Words, names: Names
) -> tuple[int, int] | None:
    """The first phrase in `tokens[at:stop]` that can speak and is in no clause about another.

    Where a comma may set the subject off, the phrase right before one is likelier than any.
    """
    found: tuple[int, int] | None = None
    while at < stop:
        if not is_head(tokens, at, words, names):
            at += 1
            continue
        first = at if tokens[at].low in words.pronouns else widen_left(tokens, low, at, words)
        phrase = first, widen_right(tokens, at, high, words, names)
        head = at
        at = max(at + 1, phrase[1])
        if not words.relative:
            return phrase
        if _owner_waits(tokens, low, head, words):
            continue
        set_off = words.subject_comma and stop < high and phrase[1] == stop
        if found is None or set_off or _told_of(tokens, found[1], first, words):
            found = phrase
    return found


def _owner_waits(tokens: list[Token], low: int, head: int, words: Words) -> bool:
    """Whether a genitive before the head has not met what it owns: a clause of its own is open.

    "Yaptırımların ülke silahsızlanıncaya kadar süreceğini": whoever speaks stands before it.
    """
    waits = False
    for index in range(low, head + 1):
        token = tokens[index]
        if token.kind != WORD:
            continue
        if words.of(token) == "genitive" or token.low in words.genitive_pronouns:
            waits = True
        elif token.low.endswith(words.possessed) or token.low.endswith(words.owned):
            waits = False
    return waits


def _told_of(tokens: list[Token], low: int, first: int, words: Words) -> bool:
    """Whether a clause that ends right before `first` describes whoever stands there."""
    return first > low and words.describes_doer(tokens[first - 1])


def first_word_subject(
    tokens: list[Token], low: int, high: int, words: Words
) -> tuple[int, int] | None:
    """A plain noun in the nominative at the head of a sentence: "Агенттік", "Кәсіпорын"."""
    begin = skip_openings(tokens, low, high, words)
    if begin >= high or tokens[begin].kind != WORD or not tokens[begin].capital:
        return None
    first = tokens[begin]
    if words.of(first) != "nominative" or first.low in words.postpositions:
        return None
    if first.low in words.oblique_pronouns or first.low.endswith(words.converbs):
        return None
    named = words.noun_kind(first.low) is not None
    if not named and (first.low.endswith(words.no_subject) or leads_to_noun(tokens, begin, words)):
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
            if is_head(tokens, at, words):
                break
            at += 1
        elif token.kind == NUMBER and at + 1 < high and tokens[at + 1].low in words.openings:
            at += 1
        else:
            break
    return at


def genitive_phrase(
    tokens: list[Token], low: int, high: int, words: Words, case: str = "genitive"
) -> tuple[int, int] | None:
    """The noun phrase in `case` that ends right before `high`: "Айша Төленнің" айтуынша."""
    at = high - 1
    if at < low or tokens[at].kind not in (WORD, QUOTED):
        return None
    token = tokens[at]
    if token.kind == WORD and words.of(token) != case and token.low not in words.genitive_pronouns:
        # "ОДҰ мәліметінше", "полиция дерегінше": the ending may be left out.
        bare = token.capital or words.noun_kind(token.low) is not None
        if case != "genitive" or words.of(token) != "nominative" or not bare:
            return None
    first = at
    while first > low and at - first < LONGEST:
        previous = tokens[first - 1]
        if previous.kind == PUNCTUATION:
            break
        if (
            previous.kind == WORD
            and not describes(previous, words)
            and not _joins_speakers(tokens, first - 1, words)
        ):
            break
        first -= 1
    return first, at + 1


def _joins_speakers(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a conjunction stands between two nouns that can speak."""
    if tokens[at].low not in words.conjunctions or at == 0:
        return False
    before = tokens[at - 1]
    return before.capital or words.noun_kind(before.low) is not None


def phrase_behind(
    tokens: list[Token], low: int, high: int, words: Words, *, plain: bool = True
) -> tuple[int, int] | None:
    """The noun phrase behind a cue: "деді Nordpress-ке берген сұхбатында сарапшы Айша Төлен"."""
    stop = low
    depth = 0
    if low < high and tokens[low].low in words.conjunctions:
        return None
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
        if is_head(tokens, at, words) or (plain and _plain_head(tokens, at, stop, words)):
            first = at if token.low in words.pronouns else widen_left(tokens, low, at, words)
            return first, widen_right(tokens, at, stop, words)
        at += 1
    return None


def oblique_behind(tokens: list[Token], low: int, words: Words) -> tuple[int, int] | None:
    """Whoever a participle right before `low` describes, in whatever case: "diyen gençlere"."""
    for index in range(low, min(low + 5, len(tokens))):
        token = tokens[index]
        if token.kind != WORD:
            return None
        if token.capital:
            end = index + 1
            while end < len(tokens) and tokens[end].capital and words.of(token) == "nominative":
                token = tokens[end]
                end += 1
            return low, end
        if words.noun_kind(token.low) not in (None, "documents"):
            return low, index + 1
        if not describes(token, words):
            return None
    return None


def _plain_head(tokens: list[Token], at: int, stop: int, words: Words) -> bool:
    """The last word of what stands behind a cue, in the nominative, is who speaks."""
    token = tokens[at]
    return (
        at == stop - 1
        and token.kind == WORD
        and words.of(token) == "nominative"
        and token.low not in words.openings
        and token.low not in words.oblique_pronouns
        and token.low not in words.particles
        and not token.low.endswith((*words.finite_ends, *words.converbs))
        and token.low not in words.postpositions
        and not words.verb_forms(token.low)
    )


def _blocks(token: Token) -> bool:
    return token.kind == PUNCTUATION and token.text[0] in ",;:–—"
