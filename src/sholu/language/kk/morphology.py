"""Base forms of a printed Kazakh word."""

from sholu.language.kk.scripts import in_cyrillic, is_short
from sholu.language.kk.sounds import Case
from sholu.language.kk.suffixes import attach, bare, strip

# Fewer capitals are an abbreviation; a longer word may be any word of a headline.
_HEADLINE = 5
# The fewest letters that a noun keeps.
_SHORTEST = 3
_OBLIQUE: tuple[Case, ...] = ("dative", "accusative", "locative", "ablative", "instrumental")


def spelling(word: str) -> str:
    """A printed word as the tables spell it: in small Cyrillic letters, whatever its script."""
    return in_cyrillic(word)


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first, lower-cased, itself among them.

    A word in capitals keeps them, with or without an ending: "АҚШ-тың", "АҚШтың" and "АҚШ" all
    give "АҚШ" alone. A word of five capitals or more gives its lower-case forms too, after that
    in capitals, since it may stand in a headline ("ҚАЗАҚСТАННЫҢ").
    """
    spelled = spelling(word)
    if spelled != word.lower():
        if is_short(word):
            return tuple(dict.fromkeys((spelled.upper(), word)))
        return tuple(dict.fromkeys((*strip(spelled), word.lower())))
    base = bare(word)
    name = base or word
    if len(name) > 1 and name.isupper():
        if len(name) >= _HEADLINE and name.isalpha():
            return tuple(dict.fromkeys((name, *strip(name.lower()))))
        return (name,)
    if base:
        return tuple(dict.fromkeys((base.lower(), word.lower())))
    return strip(word.lower())


def citation(phrase: str) -> str:
    """The phrase with its last word out of the case it stood in: келісімге gives келісім.

    Only an ending is taken off that joins to what is left, so that possessives stay ("көпірдің
    құны") and nothing is guessed.
    """
    *before, last = phrase.split() or [phrase]
    shorter = (base for base in strip(last.lower()) if _SHORTEST <= len(base) < len(last))
    bases = sorted(shorter, key=len)
    for base in reversed(bases):
        if any(attach(base, case) == last.lower() for case in _OBLIQUE):
            return " ".join([*before, last[: len(base)]])
    return phrase
