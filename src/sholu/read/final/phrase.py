"""Where a phrase that speaks begins and ends, in a sentence whose verb stands last."""

from sholu.read.final.heads import (
    is_pair,
    is_place,
    joins_fields,
    leads_to_noun,
    only_describes,
)
from sholu.read.final.names import NO_NAMES, Names, is_acronym, next_name
from sholu.read.final.words import Words
from sholu.read.page import DASHES, NUMBER, QUOTED, WORD, Token

# "БҰҰ-ның": an acronym with the ending of a case.
# How many words may describe a noun.
LONGEST = 14


def widen_right(
    tokens: list[Token], head: int, high: int, words: Words, names: Names = NO_NAMES
) -> int:
    """Index behind the phrase: names behind a title, "мырза", and what is joined to it."""
    at = head + 1 + is_pair(tokens, head, words)
    names_end = _names_end(tokens, head, high, words, names)
    while at < high:
        token = tokens[at]
        if token.kind != WORD:
            return _behind_dash(tokens, head, at, high, words) or at
        if token.low in words.after_name:
            at += 1
            names_end = at
        elif token.capital and at < names_end and _part_of_name(tokens, at, high, words):
            at += 1
        elif tokens[head].low not in words.pronouns and _apposed(tokens, head, at, words):
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


def _behind_dash(tokens: list[Token], head: int, dash: int, high: int, words: Words) -> int | None:
    """Index behind a full name that a dash sets beside an office: "министр – Айша Төлен | …".

    Null where the two are a sentence: "министр – Айша Төлен екенін".
    """
    end = dash + 1
    while end < high and tokens[end].capital:
        end += 1
    if dash != head + 1 or tokens[dash].text not in DASHES or end != dash + 3 or end >= high:
        return None
    named = words.noun_kind(tokens[head].low) == "roles" and words.is_owned(tokens[head].low)
    named = named and all(words.of(token) == "nominative" for token in tokens[dash + 1 : end])
    return end if named and not tokens[end].low.startswith(words.copulas) else None


def _names_end(tokens: list[Token], head: int, high: int, words: Words, names: Names) -> int:
    """Index behind the capital words that belong to the head, not to a name that follows it."""
    low = tokens[head].low
    kind = words.noun_kind(low)
    if tokens[head].kind == QUOTED:
        return head + 1
    if low in words.pronouns or kind in ("media", "institutions", "groups"):
        # "Le Nord басылымы | Лумария …": a name behind such a noun begins something else.
        return head + 1
    first = head if kind is None else head + 1
    end = first
    while end < high and tokens[end].capital:
        end += 1
    if kind is not None and (_plural(low, words) or _acronym(tokens, first, end)):
        return first
    if kind is not None and end - first == 1 and leads_to_noun(tokens, first, words):
        # "басшы | Денсаулық сақтау министріне …".
        return first
    if kind is not None and end - first == 1 and end < high and _owns(tokens[end], words):
        # "жүргізуші | Instagram желісінде".
        return first
    following = tokens[end] if end < high else None
    if following is not None and following.low.startswith(words.titles_of_others):
        # "Жүргізуші | Төлен мырзаға …": the name goes with the title behind it.
        end -= end > first
    if end - first < 2:
        return end
    return _own_names(tokens, first, end, high, words, names, titled=kind is not None)


def _own_names(
    tokens: list[Token],
    first: int,
    end: int,
    high: int,
    words: Words,
    names: Names,
    *,
    titled: bool,
) -> int:
    """Index behind the words of a run of several capital ones that are one name."""
    end = min(
        _before_acronym(tokens, first, end, words), next_name(tokens, first, end, words, names)
    )
    last = tokens[end - 1]
    if end - first < 2:
        return end
    if words.of(last) != "nominative":
        body = words.noun_kind(last.low) == "institutions" and last.low.endswith(words.possessed)
        if titled and end - first <= 3 and body:
            # "министр | Біріккен Өңірлер Ұйымына".
            return first
        # "Айша Төлен | Норвиктегі", "Сабыр | ОДҰ Бас жиынында".
        return min(end, first + 2 if end - first >= 3 else first + 1)
    following = tokens[end] if end < high else None
    if following is None or following.kind != WORD:
        return end
    owned = following.low.endswith(words.possessed)
    if owned and (end - first > 2 or is_place(following, words)):
        return end - 1
    if end - first > 2 and following.low in words.conjunctions:
        # "Том Ливен | Сарқыт мен Норвик арасындағы …".
        return end - 1
    return end


def _owns(token: Token, words: Words) -> bool:
    """Whether the noun belongs to the name before it and tells where: "желісінде"."""
    return token.low in words.venues or (
        token.low.endswith(words.possessed)
        and words.of(token) != "nominative"
        and is_place(token, words)
    )


def _acronym(tokens: list[Token], first: int, end: int) -> bool:
    """Whether what stands behind a title is no name of a person: "фермер | VBS арнасына"."""
    return end > first and is_acronym(tokens[first])


def _plural(low: str, words: Words) -> bool:
    """Whether a noun is in the plural, so that no name of one person follows it."""
    return low.endswith(words.plural) and words.nouns.get(low) != "roles"


def _before_acronym(tokens: list[Token], first: int, end: int, words: Words) -> int:
    """Index of an acronym, or of a name in another script, that follows the first word."""
    if tokens[first].text.isupper():
        return end
    for index in range(first + 1, end):
        if is_acronym(tokens[index]):
            return index
        if words.is_foreign(tokens[index]) and not words.is_foreign(tokens[index - 1]):
            return index
    return end


def _apposed(tokens: list[Token], head: int, at: int, words: Words) -> bool:
    """Whether a noun that can speak belongs to the name before it: "Le Nord басылымы"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if words.relative and not _owned_by_name(tokens, at, words):
        return False
    if words.noun_kind(tokens[at].low) == "roles":
        # "сарапшы экономист Айша Төлен", "Төлен мырза"; but "әкім | мұғалім керек екенін".
        named = tokens[at - 1].capital or tokens[at - 1].kind == QUOTED
        named = named and not _plural(tokens[at - 1].low, words)
        named = named or (following is not None and following.capital)
        if tokens[at].low in words.before_name:
            # "jamiyati | janob Krikovning taklifini".
            return False
        return _speaking_noun(tokens[at], words) and (named or words.is_owned(tokens[at].low))
    body = words.noun_kind(tokens[at].low) in ("institutions", "media")
    if body and at == head + 1 and words.noun_kind(tokens[head].low) == "roles":
        # "Инженер | завод …": a body of its own, not the one that somebody serves.
        return False
    return _speaking_noun(tokens[at], words) and not only_describes(tokens[at], following, words)


def _owned_by_name(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a noun is surely no object but belongs to the name before it: "gazetesi"."""
    low = tokens[at].low
    return (
        low.endswith(words.owned)
        and not low.endswith(words.plural)
        and tokens[at - 1].capital
        and words.noun_kind(tokens[at - 1].low) is None
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
        if token.kind == QUOTED and words.named_in_marks and index + 1 < high:
            # "direktori va «Moviy devor» kitobi muallifi Nodira Yoqub".
            continue
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
    """Index behind a name, and behind a noun that it describes: "NSI сарапшылары"."""
    end = max(at + 1, _names_end(tokens, at, high, words, names))
    return end + 1 if end < high and _speaking_noun(tokens[end], words) else end


def widen_left(tokens: list[Token], begin: int, head: int, words: Words) -> int:
    """Index of the first word that describes the head."""
    at = head
    while at > begin and head - at < LONGEST:
        token = tokens[at - 1]
        if token.kind == QUOTED:
            # "«Кеш» шоуының 37 жастағы жүргізушісі", but "«…» деген министр".
            if head - at > 2 and not tokens[at].low.endswith(words.possessed):
                break
        elif token.kind == NUMBER:
            pass
        elif _is_short_form(tokens, at - 1, begin):
            at -= 1
        elif token.kind != WORD or not (
            describes(token, words)
            or _joins_names(tokens, at - 1, begin, head, words)
            or _joins_fields(tokens, at - 1, begin, head, words)
            or (
                tokens[at].capital
                and token.low not in words.openings
                and _part_of_name(tokens, at - 1, at + 1, words)
            )
        ):
            break
        at -= 1
    return at


def _part_of_name(tokens: list[Token], at: int, high: int, words: Words) -> bool:
    """Whether a capital word belongs to a name: also one that only looks inflected ("Дәрмен")."""
    if not tokens[at].capital:
        return False
    if at == 0 and tokens[at].low in words.openings and tokens[at].low not in words.describing:
        # "Ammo Sobir …".
        return False
    case = words.of(tokens[at])
    if case == "nominative":
        return True
    following = tokens[at + 1] if at + 1 < high else None
    return (
        case in ("ablative", "instrumental")
        and following is not None
        and following.capital
        and words.of(following) == "nominative"
    )


def _joins_names(tokens: list[Token], at: int, begin: int, head: int, words: Words) -> bool:
    """Whether two names describe a plural noun: "Лумария мен Норвик президенттері"."""
    return (
        tokens[at].low in words.conjunctions
        and at > begin
        and tokens[at - 1].capital
        and tokens[at + 1].capital
        and _plural(tokens[head].low, words)
    )


def _joins_fields(tokens: list[Token], at: int, begin: int, head: int, words: Words) -> bool:
    """Whether a conjunction stands between two fields of the body or office at the head."""
    return (
        at > begin
        and words.is_owned(tokens[head].low)
        and joins_fields(tokens, at, words)
        and describes(tokens[at - 1], words)
    )


def _is_short_form(tokens: list[Token], at: int, begin: int) -> bool:
    """Whether a full stop within the sentence ends a title cut short: "проф."."""
    token = tokens[at]
    return token.text == "." and at > begin and tokens[at - 1].end == token.start


def describes(token: Token, words: Words) -> bool:
    if token.low in words.postpositions or token.low in words.openings:
        return token.low in words.describing
    if token.low in words.pronouns or token.low in words.oblique_pronouns:
        return False
    if token.low in words.particles or token.low in words.complementisers:
        return False
    if words.is_participle(token.low) and not (token.capital or token.low in words.describing):
        return False
    return words.of(token) in ("nominative", "genitive", "attributive")
