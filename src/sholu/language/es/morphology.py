"""Base forms of a printed Spanish word: plurals and feminines, without a dictionary."""

import re

from sholu.language.spelled import acronym, bases

# Two capitals or more, with dots, digits and & between: ONU, EE.UU., G7, TVE.
_CAPITALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2}|[A-Z]\d)[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ0-9.&/-]*$")
_DOTTED = re.compile(r"(?:[A-Z]{1,2}\.)+[A-Z]{0,2}\.?$")
# Endings with those of the base form.
_ENDINGS = (
    ("ciones", "ción"),
    ("siones", "sión"),
    ("ones", "ón"),
    ("onas", "ón"),
    ("ona", "ón"),
    ("anes", "án"),
    ("anas", "ano"),
    ("ana", "ano"),
    ("eses", "és"),
    ("esas", "és"),
    ("esa", "és"),
    ("ines", "ín"),
    ("inas", "ín"),
    ("ina", "ín"),
    ("doras", "dor"),
    ("dora", "dor"),
    ("toras", "tor"),
    ("tora", "tor"),
    ("soras", "sor"),
    ("sora", "sor"),
    ("ices", "iz"),
    ("eces", "ez"),
    ("enes", "en"),
    ("ores", "or"),
    ("ales", "al"),
    ("eles", "el"),
    ("iles", "il"),
    ("ares", "ar"),
    ("eres", "er"),
    ("ades", "ad"),
    ("ases", "ás"),
    ("íes", "í"),
    ("eyes", "ey"),
    ("esas", "esa"),
    ("as", "o"),
    ("a", "o"),
    ("es", ""),
)


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first.

    Lower-cased, and the word itself always among them; a word in capitals keeps them, dotted ones
    with and without dots.
    """
    if _CAPITALS.match(word):
        return acronym(word, _DOTTED)
    lower = word.lower()
    forms = [lower[:-1]] if len(lower) > 3 and lower.endswith("s") else []
    forms += [lower, *bases(lower, _ENDINGS)]
    return tuple(dict.fromkeys(forms))
