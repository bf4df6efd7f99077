"""Base forms of a printed French word: its plural and feminine endings, without a dictionary."""

import re

from sholu.language.spelled import acronym, bases

_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’ʼ](?=\w)", re.IGNORECASE)
# Two capitals or more, with dots, digits and & between: ONU, U.E., G7, TF1.
_CAPITALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2}|[A-Z]\d)[A-ZÉÈ][A-ZÉÈ0-9.&/-]*$")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?$")
# Endings with those of the base form, the first that fits and the plain one.
_ENDINGS = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("iennes", "ien"),
    ("ienne", "ien"),
    ("ennes", "en"),
    ("enne", "en"),
    ("onnes", "on"),
    ("onne", "on"),
    ("ères", "er"),
    ("ère", "er"),
    ("ives", "if"),
    ("ive", "if"),
    ("elles", "el"),
    ("elle", "el"),
    ("aux", "al"),
    ("eaux", "eau"),
    ("ées", "é"),
    ("ée", "é"),
    ("és", "é"),
    ("aises", "ais"),
    ("aise", "ais"),
    ("oises", "ois"),
    ("oise", "ois"),
    ("aines", "ain"),
    ("aine", "ain"),
    ("ales", "al"),
    ("ale", "al"),
    ("ines", "in"),
    ("ine", "in"),
    ("ques", "c"),
    ("antes", "ant"),
    ("ante", "ant"),
    ("entes", "ent"),
    ("ente", "ent"),
    ("andes", "and"),
    ("ande", "and"),
    ("es", ""),
)


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first.

    Lower-cased, without an elided word before it, and the word itself always among them; a word in
    capitals keeps them ("l'ONU" gives "ONU"), dotted ones with and without dots.
    """
    bare = _ELIDED.sub("", word.replace("’", "'"), count=1) or word
    if _CAPITALS.match(bare):
        return acronym(bare, _DOTTED)
    lower = bare.lower()
    forms = [lower[:-1]] if len(lower) > 3 and lower[-1] in "sx" else []
    forms += [lower, *bases(lower, _ENDINGS)]
    return tuple(dict.fromkeys((*forms, word.lower())))


def spelling(word: str) -> str:
    """A printed word as the tables spell it: in small letters, with a straight apostrophe."""
    return word.lower().replace("’", "'")
