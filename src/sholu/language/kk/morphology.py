"""Base forms of a printed Kazakh word."""

from sholu.language.kk.suffixes import bare, strip

# Fewer capitals are an abbreviation; a longer word may be any word of a headline.
_HEADLINE = 5


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first, lower-cased, itself among them.

    A word in capitals keeps them, with or without an ending: "АҚШ-тың", "АҚШтың" and "АҚШ" all
    give "АҚШ" alone. A word of five capitals or more gives its lower-case forms too, after that
    in capitals, since it may stand in a headline ("ҚАЗАҚСТАННЫҢ").
    """
    base = bare(word)
    name = base or word
    if len(name) > 1 and name.isupper():
        if len(name) >= _HEADLINE and name.isalpha():
            return tuple(dict.fromkeys((name, *strip(name.lower()))))
        return (name,)
    if base:
        return tuple(dict.fromkeys((base.lower(), word.lower())))
    return strip(word.lower())
