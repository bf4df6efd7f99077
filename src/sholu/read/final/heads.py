"""Which word may head a phrase that speaks, in a sentence whose verb stands last."""

from sholu.read.final.names import NO_NAMES, Names, is_acronym, is_titled, next_name
from sholu.read.final.words import Words
from sholu.read.page import QUOTED, WORD, Token

# How many words in marks may be a name.
_LONGEST_NAME = 5


def is_head(tokens: list[Token], at: int, words: Words, names: Names = NO_NAMES) -> bool:
    """Whether the token may be the head of a phrase that speaks, in the nominative."""
    token = tokens[at]
    if token.kind == QUOTED:
        return _is_named(tokens, at, words)
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
    if is_pair(tokens, at, words):
        return not leads_to_noun(tokens, at + 1, words)
    if token.low in words.also_describes and following is not None and _plain(following, words):
        return False
    if _names_another(tokens, at, words):
        return False
    if token.low in words.before_name and not is_titled(tokens, at, words):
        return False
    kind = words.noun_kind(token.low)
    in_name = token.capital and following is not None and following.capital
    if kind is not None and kind != "documents" and not (in_name and kind != "roles"):
        # A noun before another noun that can speak only describes it.
        if following is not None and _continues_noun(
            following, words, body=kind in ("institutions", "media")
        ):
            beyond = tokens[at + 2] if at + 2 < len(tokens) else None
            body = words.noun_kind(following.low) in ("institutions", "media")
            if kind == "roles" and body and not _owned_form(following, words):
                # "Инженер | завод …": whoever serves a body stands behind it.
                return True
            # "әкімі | мұғалім ізденгіш екенін", but "әкімі дәрігер Айша Төлен", "көрші ел".
            apart = words.noun_kind(following.low) == "roles" and not (
                beyond is not None and beyond.capital
            )
            apart = apart or words.of(following) != "nominative"
            asked = kind == "roles" and words.noun_kind(following.low) == "roles"
            asked = asked and words.of(following) not in ("nominative", "genitive")
            whole = words.is_owned(token.low) or asked
            whole = whole and apart and not _owned_form(following, words)
            if token.low.endswith(words.plural):
                # "құқық қорғаушылар ел үкіметін": only an owned noun has a plural before it.
                whole = not _owned_form(following, words)
            describing = only_describes(following, beyond, words)
            if describing and beyond is not None and words.noun_kind(beyond.low) is not None:
                # "vazirlik matbuot xizmati": the last of them is meant.
                describing = words.of(beyond) != "nominative"
            if not whole and not describing:
                return False
        several = token.low.endswith(words.plural)
        if kind == "groups" and not several and leads_to_noun(tokens, at, words):
            return False
        if kind == "roles" or words.is_owned(token.low):
            return True
        # At the head "Агенттік жиын …" is likelier than "the agency's": only a long ending is sure.
        if following is None or not possessed(following, words):
            return True
        return at == 0 and not following.low.endswith(words.surely_possessed)
    if not token.capital or leads_to_noun(tokens, at, words) or _inflected(token, words, names):
        return False
    if at > 0 and token.text.isupper() and possessed(following, words):
        return False
    if _belongs_to_a_place(following, words):
        return False
    if not _free_name(tokens, at, words, names):
        return False
    return at > 0 or _starts_name(tokens, at, words, names)


def _is_named(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a name in marks speaks by itself: "«Moviy Ufq» shunday javob berdi"."""
    quote = tokens[at].quote
    if not words.named_in_marks or quote is None or not quote.opened or not quote.closed:
        return False
    inside = tokens[at].text[quote.start - tokens[at].start : quote.end - tokens[at].start].split()
    named = 0 < len(inside) <= _LONGEST_NAME and all(word[0].isupper() for word in inside)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if not named or inside[-1][-1] in ".!?…,":
        return False
    if following is None or following.kind != WORD:
        return following is None or following.text[0] in ".,;"
    return (
        not possessed(following, words)
        and not (following.low.endswith(words.owned) and words.of(following) == "nominative")
        and following.low not in words.postpositions
        and following.low not in words.labels
        and following.low not in words.conjunctions
        and words.noun_kind(following.low) is None
        and not words.is_bare_speech(following.low)
    )


def _plain(token: Token, words: Words) -> bool:
    """Whether a word is a noun in the nominative, so that what stands before may describe it."""
    return (
        token.kind == WORD
        and not token.capital
        and words.of(token) == "nominative"
        and token.low not in words.when
        and token.low not in words.openings
    )


def _names_another(tokens: list[Token], at: int, words: Words) -> bool:
    """ "прокурор Қайрат Әлімовтің": a title goes with the whole name, which is in the genitive."""
    if at + 2 >= len(tokens) or not (tokens[at + 1].capital and tokens[at + 2].capital):
        return False
    if words.of(tokens[at + 1]) != "nominative" or words.of(tokens[at + 2]) != "genitive":
        return False
    return words.noun_kind(tokens[at].low) == "roles" and words.base(tokens[at + 2]).endswith(
        words.surnames
    )


def is_pair(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a name of two words, the second without a capital, begins here: "Ақ үй"."""
    return (
        tokens[at].capital
        and at + 1 < len(tokens)
        and (tokens[at].low, tokens[at + 1].low) in words.pairs
    )


def _owned_form(token: Token, words: Words) -> bool:
    """Whether another noun owns this one: "тобы", "тобын", "тобында"."""
    return token.low not in words.describing and (
        token.low.endswith(words.possessed)
        or (words.is_owned(token.low) and words.of(token) == "nominative")
    )


def leads_to_noun(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether the capital word only describes a noun that can speak: "Сыртқы істер министрі"."""
    joined = False
    for index in range(at + 1, min(at + 7, len(tokens))):
        token = tokens[index]
        if joins_fields(tokens, index, words):
            joined = True
            continue
        if token.kind != WORD or _ends_description(token, words):
            return False
        case = words.of(token)
        if case not in ("nominative", "genitive") and not (
            index < at + 3 and case == "attributive"
        ):
            return False
        if case == "nominative" and words.noun_kind(token.low) not in (None, "documents"):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if not only_describes(token, following, words):
                return not joined or words.is_owned(token.low)
    return False


def joins_fields(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether two fields are joined that name one body: "Білім және ғылым министрлігі"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].low in words.conjunctions
        and tokens[at - 1].kind == WORD
        and tokens[at - 1].low not in words.openings
        and tokens[at + 1].kind == WORD
        and not tokens[at + 1].capital
        and words.noun_kind(tokens[at + 1].low) is None
    )


def _ends_description(token: Token, words: Words) -> bool:
    """Whether the word cannot stand among those that describe a noun."""
    return (
        (token.low in words.openings and token.low not in words.describing)
        or token.low in words.pronouns
        or token.low in words.genitive_pronouns
        or token.low in words.conjunctions
        or token.low in words.postpositions
        or token.low in words.after_name
        or token.low in words.before_name
    )


def _inflected(token: Token, words: Words, names: Names) -> bool:
    """Whether the word is one of the page's names with a case ending that only the page shows."""
    return any(
        token.low.endswith(end) and token.low[: -len(end)] in names.inside
        for end in (*words.sure_ends, *words.short_ends)
    )


def possessed(token: Token | None, words: Words) -> bool:
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
    """ "Норвик университетіндегі", "Nordpress агенттігіне": the name only says which one."""
    return (
        following is not None
        and following.low.endswith(words.possessed)
        and words.of(following) != "nominative"
        and is_place(following, words)
    )


def _free_name(tokens: list[Token], at: int, words: Words, names: Names) -> bool:
    """Whether a run of capital words begins with a name in the nominative.

    The case stands at the end of a whole name («Бекет Нұр Әлінің»), so a run that ends in the
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
    if words.name_cases:
        return _ends_before(tokens, at, end, words, names)
    if case == "genitive":
        return (
            any(is_acronym(token) for token in tokens[at + 1 : end])
            or words.noun_kind(tokens[end - 1].low) is not None
            or next_name(tokens, at, end, words, names) < end
        )
    return at == 0 or not tokens[at - 1].capital


def _ends_before(tokens: list[Token], at: int, end: int, words: Words, names: Names) -> bool:
    """Whether a name ends within a run of capital words that an apostrophe gives a case.

    So does one that the page prints alone, where no noun of a body ends the run ("BM Kurulu'nda").
    """
    if words.noun_kind(words.base(tokens[end - 1])) not in (None, "roles"):
        return False
    run = tuple(words.base(token) for token in tokens[at:end])
    return any(run[:size] in names.runs for size in range(1, len(run)))


def _pointed_at(token: Token, words: Words) -> bool:
    if token.kind != WORD:
        return False
    return token.low in words.pointed_at or words.noun_kind(token.low) in ("groups", "documents")


def _continues_noun(token: Token, words: Words, *, body: bool) -> bool:
    """Whether a noun that can speak goes on with the noun before it, a `body` or another."""
    if token.kind != WORD or token.capital or token.low in words.before_name:
        return False
    kind = words.noun_kind(token.low)
    if kind is None or kind == "documents" or token.low in words.after_name:
        return False
    # "Министрлік | еліміздегі бес …": in another case only an owned noun has its owner before it.
    bare = words.of(token) in ("nominative", "genitive") or _owned_form(token, words)
    return bare or not body


def _starts_name(tokens: list[Token], at: int, words: Words, names: Names) -> bool:
    """At the head of a sentence every word is capital: is this one a name?"""
    token = tokens[at]
    if words.base(token) in names.inside:
        return True
    if token.low.endswith(words.participles):
        return False
    if len(token.text) > 1 and token.text[1:] != token.text[1:].lower():
        return True
    if words.is_foreign(token):
        return True
    if words.case(token.low, False) != "nominative":
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if following.text == "," and words.subject_comma:
        return not token.low.endswith(words.converbs)
    return following.capital or following.low in words.after_name


def only_describes(token: Token, following: Token | None, words: Words) -> bool:
    """Whether a bare noun belongs to the possessed one behind it: "билік өкілдеріне"."""
    return (
        following is not None
        and following.kind == WORD
        and _owned_form(following, words)
        and following.low not in words.openings
        and not words.is_owned(token.low)
    )


def is_place(token: Token | None, words: Words) -> bool:
    """Whether the noun names a place or a body, which a name before it describes."""
    if token is None:
        return False
    return token.low.startswith(words.places) or words.noun_kind(token.low) in (
        "institutions",
        "media",
    )
