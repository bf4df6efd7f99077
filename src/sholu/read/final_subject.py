"""Who speaks, in a sentence whose verb stands last: noun phrases before and behind the cue."""

from dataclasses import dataclass

from sholu.read.final_words import Words
from sholu.read.page import NUMBER, PUNCTUATION, QUOTED, WORD, Token

_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Names:
    """What a page prints with a capital, by base form.

    Attributes:
        inside: within a sentence: names, not words that are capital at its head.
        runs: capital words that stand together with no other beside them: whole names.
    """

    inside: frozenset[str] = frozenset()
    runs: frozenset[tuple[str, ...]] = frozenset()


_NO_NAMES = Names()


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
    begin = skip_openings(tokens, low, high, words)
    at = begin
    while at < high:
        if _blocks(tokens[at]):
            # What stands before a comma was an adverbial clause; the subject may follow.
            at += 1
            begin = at
            continue
        if is_head(tokens, at, words, names):
            first = at if tokens[at].low in words.pronouns else _widen_left(tokens, low, at, words)
            return first, widen_right(tokens, at, high, words, names)
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
            if is_head(tokens, at, words):
                break
            at += 1
        elif token.kind == NUMBER and at + 1 < high and tokens[at + 1].low in words.openings:
            at += 1
        else:
            break
    return at


def is_head(tokens: list[Token], at: int, words: Words, names: Names = _NO_NAMES) -> bool:
    """Whether the token may be the head of a phrase that speaks, in the nominative."""
    token = tokens[at]
    if token.kind != WORD or words.of(token) != "nominative" or token.low in words.particles:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in words.conjunctions and at > 0 and tokens[at - 1].kind == WORD:
        # "мен" is "and" behind a noun and "I" at the head of a clause.
        return False
    if token.low in words.pronouns:
        # "ол кезде", "бұл жерде": a pronoun before a plain noun only points at it.
        return (
            token.low not in words.pointing
            or following is None
            or not _pointed_at(following, words)
        )
    if token.low in words.openings or token.low in words.postpositions:
        return False
    if token.low in words.oblique_pronouns or (
        following is not None and following.low in words.postpositions
    ):
        return False
    if _is_pair(tokens, at, words):
        return not _leads_to_noun(tokens, at + 1, words)
    kind = words.noun_kind(token.low)
    in_name = token.capital and following is not None and following.capital
    if kind is not None and kind != "documents" and not (in_name and kind != "roles"):
        # A noun before another noun that can speak only describes it.
        if following is not None and _continues_noun(following, words):
            beyond = tokens[at + 2] if at + 2 < len(tokens) else None
            whole = token.low.endswith(words.owned) and not _possessed_form(following, words)
            if not whole and not _only_describes(following, beyond, words):
                return False
        if kind == "groups" and _leads_to_noun(tokens, at, words):
            return False
        if kind == "roles" or at == 0 or token.low.endswith(words.owned):
            return True
        return not _possessed(following, words)
    if not token.capital or _leads_to_noun(tokens, at, words) or _inflected(token, words, names):
        return False
    if at > 0 and token.text.isupper() and _possessed(following, words):
        return False
    if _belongs_to_a_place(following, words):
        return False
    if not _free_name(tokens, at, words, names):
        return False
    return at > 0 or _starts_name(tokens, at, words, names)


def _possessed_form(token: Token, words: Words) -> bool:
    """Whether a noun is in the nominative or belongs to what stands before it."""
    return words.of(token) == "nominative" or token.low.endswith(words.possessed)


def _is_pair(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a name of two words, the second without a capital, begins here: "Ақ үй"."""
    return (
        tokens[at].capital
        and at + 1 < len(tokens)
        and (tokens[at].low, tokens[at + 1].low) in words.pairs
    )


def _leads_to_noun(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether the capital word only describes a noun that can speak: "Сыртқы істер министрі"."""
    for index in range(at + 1, min(at + 7, len(tokens))):
        token = tokens[index]
        if token.kind != WORD or _ends_description(token, words):
            return False
        case = words.of(token)
        if case not in ("nominative", "genitive") and not (
            index < at + 3 and case == "attributive"
        ):
            return False
        if case == "nominative" and words.noun_kind(token.low) not in (None, "documents"):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if not _only_describes(token, following, words):
                return True
    return False


def _ends_description(token: Token, words: Words) -> bool:
    """Whether the word cannot stand among those that describe a noun."""
    return (
        token.low in words.openings
        or token.low in words.pronouns
        or token.low in words.conjunctions
        or token.low in words.postpositions
        or token.low in words.after_name
    )


def _inflected(token: Token, words: Words, names: Names) -> bool:
    """Whether the word is one of the page's names with a case ending that only the page shows."""
    return any(
        token.low.endswith(end) and token.low[: -len(end)] in names.inside
        for end in words.sure_ends
    )


def _possessed(token: Token | None, words: Words) -> bool:
    """Whether the noun behind belongs to the one before it: "сот шешімін"."""
    return (
        token is not None
        and token.kind == WORD
        and not token.capital
        and token.low.endswith(words.possessed)
        and token.low not in words.adverbs
        and words.noun_kind(token.low) != "roles"
    )


def _belongs_to_a_place(following: Token | None, words: Words) -> bool:
    """ "Мичиган университетіндегі", "Reuters агенттігіне": the name only says which one."""
    return (
        following is not None
        and following.low.endswith(words.possessed)
        and words.of(following) != "nominative"
        and _is_place(following, words)
    )


def _free_name(tokens: list[Token], at: int, words: Words, names: Names) -> bool:
    """Whether a run of capital words begins with a name in the nominative.

    The case stands at the end of a whole name («Ким Чен Ынның»), so a run that ends in the
    genitive is one name in the genitive; before another case a new name may have begun.
    """
    end = at + 1
    while end < len(tokens) and tokens[end].capital:
        end += 1
    if end == at + 1:
        return True
    case = words.of(tokens[end - 1])
    if case == "nominative":
        return True
    if case == "genitive":
        return (
            any(token.text.isupper() for token in tokens[at + 1 : end])
            or words.noun_kind(tokens[end - 1].low) is not None
            or next_name(tokens, at, end, words, names) < end
        )
    return at == 0 or not tokens[at - 1].capital


def _pointed_at(token: Token, words: Words) -> bool:
    if token.kind != WORD:
        return False
    return token.low in words.pointed_at or words.noun_kind(token.low) in ("groups", "documents")


def _continues_noun(token: Token, words: Words) -> bool:
    if token.kind != WORD or token.capital:
        return False
    kind = words.noun_kind(token.low)
    return kind is not None and kind != "documents" and token.low not in words.after_name


def _starts_name(tokens: list[Token], at: int, words: Words, names: Names) -> bool:
    """At the head of a sentence every word is capital: is this one a name?"""
    token = tokens[at]
    if words.base(token) in names.inside:
        return True
    if token.low.endswith(words.participles):
        return False
    if len(token.text) > 1 and token.text[1:] != token.text[1:].lower():
        return True
    if token.text.isascii():
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (following.capital or following.low in words.after_name)


def widen_right(
    tokens: list[Token], head: int, high: int, words: Words, names: Names = _NO_NAMES
) -> int:
    """Index behind the phrase: names behind a title, "мырза", and what is joined to it."""
    at = head + 1 + _is_pair(tokens, head, words)
    names_end = _names_end(tokens, head, high, words, names)
    while at < high:
        token = tokens[at]
        if token.kind != WORD:
            break
        if token.low in words.after_name:
            at += 1
            names_end = at
        elif token.capital and words.of(token) == "nominative" and at < names_end:
            at += 1
        elif tokens[head].low not in words.pronouns and _apposed(tokens, at, words):
            at += 1
            names_end = at if words.noun_kind(token.low) != "roles" else names_end
        elif token.low in words.conjunctions and at + 1 < high:
            joined = _joined(tokens, at + 1, high, words, names)
            if joined is None:
                break
            at = joined
        else:
            break
    return at


def _names_end(tokens: list[Token], head: int, high: int, words: Words, names: Names) -> int:
    """Index behind the capital words that belong to the head, not to a name that follows it."""
    low = tokens[head].low
    kind = words.noun_kind(low)
    if low in words.pronouns or kind in ("media", "institutions", "groups"):
        # "Der Spiegel басылымы | Қазақстан …": a name behind such a noun begins something else.
        return head + 1
    first = head if kind is None else head + 1
    end = first
    while end < high and tokens[end].capital:
        end += 1
    if end - first < 2:
        return end if kind is None or not _plural(low, words) else first
    if kind is not None and _plural(low, words):
        return first
    end = min(_before_acronym(tokens, first, end), next_name(tokens, first, end, words, names))
    last = tokens[end - 1]
    if end - first < 2:
        return end
    if words.of(last) != "nominative":
        # "Чад Хаммел | Сан-Диегодағы", "Ри | БҰҰ Бас Ассамблеясында".
        return min(end, first + 2 if end - first >= 3 else first + 1)
    following = tokens[end] if end < high else None
    if following is None or following.kind != WORD:
        return end
    owned = following.low.endswith(words.possessed)
    if owned and (end - first > 2 or _is_place(following, words)):
        return end - 1
    if end - first > 2 and following.low in words.conjunctions:
        # "Том Ливен | Қытай мен Норвик арасындағы …".
        return end - 1
    return end


def _plural(low: str, words: Words) -> bool:
    """Whether a noun is in the plural, so that no name of one person follows it."""
    return low.endswith(words.plural)


def _is_place(token: Token | None, words: Words) -> bool:
    """Whether the noun names a place or a body, which a name before it describes."""
    if token is None:
        return False
    return token.low.startswith(words.places) or words.noun_kind(token.low) in (
        "institutions",
        "media",
    )


def next_name(tokens: list[Token], first: int, end: int, words: Words, names: Names) -> int:
    """Where in a run of capital words a second name begins: both stand alone elsewhere."""
    run = tuple(words.base(token) for token in tokens[first:end])
    if run in names.runs:
        return end
    for size in range(1, len(run)):
        if run[:size] in names.runs and run[size:] in names.runs:
            return first + size
    return end


def _before_acronym(tokens: list[Token], first: int, end: int) -> int:
    if tokens[first].text.isupper():
        return end
    for index in range(first + 1, end):
        if tokens[index].text.isupper() and len(tokens[index].text) > 1:
            return index
    return end


def _apposed(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a noun that can speak belongs to the name before it: "Le Nord басылымы"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if words.noun_kind(tokens[at].low) == "roles":
        return _speaking_noun(tokens[at], words)
    return _speaking_noun(tokens[at], words) and not _only_describes(tokens[at], following, words)


def _only_describes(token: Token, following: Token | None, words: Words) -> bool:
    """Whether a bare noun belongs to the possessed one behind it: "билік өкілдеріне"."""
    return (
        following is not None
        and following.kind == WORD
        and following.low.endswith(words.possessed + words.owned)
        and words.of(following) != "accusative"
        and following.low not in words.openings
        and not token.low.endswith(words.owned)
    )


def _speaking_noun(token: Token, words: Words) -> bool:
    kind = words.noun_kind(token.low)
    return kind in ("media", "institutions", "roles", "groups") and (
        words.of(token) == "nominative"
    )


def _joined(tokens: list[Token], at: int, high: int, words: Words, names: Names) -> int | None:
    """End of a second noun phrase behind a conjunction, if one that speaks stands there."""
    for index in range(at, min(high, at + 4)):
        token = tokens[index]
        if token.kind != WORD:
            return None
        if words.of(token) == "nominative" and _speaking_noun(token, words):
            return _names_end(tokens, index, high, words, names)
        if token.capital and words.of(token) == "nominative":
            return _named_end(tokens, index, high, words, names)
        if words.of(token) not in ("nominative", "genitive"):
            return None
    return None


def _named_end(tokens: list[Token], at: int, high: int, words: Words, names: Names) -> int:
    """Index behind a name, and behind a noun that it describes: "CSIS сарапшылары"."""
    end = max(at + 1, _names_end(tokens, at, high, words, names))
    return end + 1 if end < high and _speaking_noun(tokens[end], words) else end


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
        elif _is_short_form(tokens, at - 1, begin):
            at -= 1
        elif token.kind != WORD or not _describes(token, words):
            break
        at -= 1
    return at


def _is_short_form(tokens: list[Token], at: int, begin: int) -> bool:
    """Whether a full stop within the sentence ends a title cut short: "проф."."""
    token = tokens[at]
    return token.text == "." and at > begin and tokens[at - 1].end == token.start


def _describes(token: Token, words: Words) -> bool:
    if token.low in words.postpositions or token.low in words.openings:
        return token.low in words.describing
    if token.low in words.pronouns or token.low in words.complementisers:
        return False
    if token.low.endswith(words.participles) and token.low not in words.describing:
        return False
    return words.of(token) in ("nominative", "genitive", "attributive")


def genitive_phrase(
    tokens: list[Token], low: int, high: int, words: Words, case: str = "genitive"
) -> tuple[int, int] | None:
    """The noun phrase in `case` that ends right before `high`: "Риза Таңсықтың" айтуынша."""
    at = high - 1
    if at < low or tokens[at].kind not in (WORD, QUOTED):
        return None
    token = tokens[at]
    if token.kind == WORD and words.of(token) != case and token.low not in words.genitive_pronouns:
        # "БҰҰ мәліметінше", "полиция дерегінше": the ending may be left out.
        bare = token.capital or words.noun_kind(token.low) is not None
        if case != "genitive" or words.of(token) != "nominative" or not bare:
            return None
    first = at
    while first > low and at - first < _LONGEST:
        previous = tokens[first - 1]
        if previous.kind == PUNCTUATION:
            break
        if (
            previous.kind == WORD
            and not _describes(previous, words)
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
    """The noun phrase behind a cue: "деді Reuters-ке берген сұхбатында сарапшы Риза Таңсық"."""
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
            first = at if token.low in words.pronouns else _widen_left(tokens, low, at, words)
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
        and token.low not in words.oblique_pronouns
        and token.low not in words.particles
        and not token.low.endswith(words.finite_ends)
        and token.low not in words.postpositions
        and not words.verb_forms(token.low)
    )


def _blocks(token: Token) -> bool:
    return token.kind == PUNCTUATION and token.text[0] in ",;:–—"
