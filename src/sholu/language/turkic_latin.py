"""Kazakh and Karakalpak in Latin letters, told from each other and from their kin.

Kazakh is printed in two official alphabets, that of 2021 (ä ğ ñ ö ş ū ü, ı for і) and that of 2018
(á ǵ ń ó ú ý sh, ı for и and й), and in the common Turkic one (ı for ы, w, ï). What they share are
words, endings and sounds, so a line is judged by how many signs of Kazakh its words bear: its
commonest words with the letters of all three folded together, its endings, and the spellings that
only one of the alphabets has.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from sholu.language.common import common_words_of
from sholu.language.turkic import KARAKALPAK

_WORD: Final = re.compile(r"[^\W\d_]+")
# Abbreviations have letters of any language.
_ABBREVIATION: Final = re.compile(r"\b[A-Z]{2,5}\b")
_CONSONANT: Final = r"[^\W\d_aeiouäöüūáóúıýyïéèêëàâ]"

# One letter for what the alphabets of Kazakh tell apart or print in different ways.
_FOLDED: Final = str.maketrans(
    "äáöóüúūýwğǵñńşıyïxабвгғдежзийкқлмнңоөпрстуұүфхһшщыіэә",
    "aaoouuuuuggnnsiiihabvggdejziikqlmnnooprstuuufhhssiiea",
)
_IOTATED: Final = str.maketrans({"я": "ia", "ю": "iu", "ё": "io", "ц": "ts", "ч": "ch"})
# Endings of Kazakh words, folded: plurals in d and t with a case, participles, cases, tenses.
_ENDING: Final = re.compile(
    "(?:[dt][ae]r(?:i|in|din|di|[gd][ae]|d[ae]n|men|inin|ind[ae]|in[ae])"
    "|(?<=[a-z]{2})[qgk][ae]n(?:in|n[ae]n|d[ae]|d[ae]r|nin|men)?"
    "|(?<=[a-z]{2})[aei]ti(?:n|nin)|(?<=[a-z]{3})(?:[mpb]en|[ndt]in)"
    "|(?<=[a-z]{2})n?d[ae]gi(?:l[ae]r)?"
    "|(?<=[a-z]{3})(?:u[dg][ae]|uin|uinin|uin[ae]|uinsa)"
    "|(?<=[a-z]{2})(?:[aei]di|[dt]i|[mbp][ae]idi|[qgk][ae]))$"
)

# Spellings of Kazakh alone and what each is worth: y as a vowel, ı as the front one, ı for й
# behind a vowel and beside another one, plurals in d and t.
_KAZAKH: Final = (
    (re.compile(f"(?<={_CONSONANT})y(?={_CONSONANT})"), 1.0),
    (re.compile(rf"(?<={_CONSONANT})y\b"), 0.7),
    (re.compile(f"[eäöü]{_CONSONANT}{{1,2}}ı"), 1.0),
    (re.compile(r"[aeoóáúuý]ı(?=[^aeoóáúu\W]|\b)"), 1.0),
    (re.compile("[ıi]ia|ıı"), 0.5),
    (re.compile(r"(?<=[^\W\d_]{2}[bdgǵzjmnńkqpsthfvxcl])[dt][ae]r"), 0.7),
)
# One of which every line has.
_ANY_SIGN: Final = re.compile(
    f"[qǵńñïýä]|(?<={_CONSONANT})y(?!\\w)|(?<={_CONSONANT})y(?={_CONSONANT})"
    f"|[eäöü]{_CONSONANT}{{1,2}}ı|[aeoóáúuý]ı"
)
# Of Karakalpak alone: ı behind a back vowel, w, x, plurals in l, its small words.
_KARAKALPAK: Final = (
    (re.compile(rf"(?<=[aou]){_CONSONANT}{{1,2}}ı(?={_CONSONANT}|\b)"), 1.0),
    (re.compile(r"(?<=\w)w|x"), 1.0),
    (re.compile("(?<=[bdgǵzjmnńkqpsthfvxc])l[ae]r"), 1.0),
    (re.compile(r"\b(?:hám|menen|penen|benen|ushın|boyınsha|haqqında|shekem|yamasa|onıń)\b"), 2.0),
)
# Letters that both have and few others.
_BOTH: Final = (
    (re.compile("q(?!u[aeio])"), 0.7),
    (re.compile("ï"), 1.0),
    (re.compile("ñ"), 0.5),
    (re.compile("[ǵń]"), 0.7),
)
_INITIAL: Final = re.compile(r"\bj")
# Letters and spellings of neither.
_NEITHER: Final = re.compile(
    r"[çąćęłśźžčřėåæøßèéíêëîâôûàìòùõœđțșăőűů]|g['’]|(?<=[a-z])o['’]|gh|q(?=u[aeio])"
    r"|c(?!h)|(?<![a-z])w|ou|oo|ee|th|ng\b|[^\W\d_aeiouáóú]ni\b"
    rf"|[ao]{_CONSONANT}{{1,2}}i(?:b|m|n|ng|ni|sh|shi|di|ga|da|dan|dagi|dir)?\b"
)
# Azerbaijani; Uzbek; Turkmen, which alone has ý beside letters with two dots.
_OTHER_ALPHABET: Final = re.compile("[əň]|[og][ʻ‘]|[äöüşç].*ý|ý.*[äöüşç]", re.DOTALL)
_DOTTED: Final = re.compile("[äöüğñşūï]")
_ACUTE: Final = re.compile("[áǵńóú]")
_OF_KIN: Final = ("tr", "az", "uz", "tk", "crh")

# What a sign is worth: a common word of Kazakh alone and of its kin too, an ending, j that opens a
# word; and what tells against Kazakh: letters of neither, signs of Karakalpak, words of kin.
_KNOWN: Final = 1.5
_SHARED: Final = 0.7
_ENDS: Final = 0.7
_OPENS: Final = 0.3
_AGAINST: Final = 1.5
_AGAINST_KAZAKH: Final = 0.7
_COMMON_TURKIC: Final = 0.4
# What a line must come to, as a whole and for every word of it.
_LEAST: Final = 2.0
_LEAST_A_WORD: Final = 0.4


def by_latin(text: str, common: Mapping[str, int]) -> str | None:
    """Kazakh or Karakalpak in Latin letters; None for anything else.

    Args:
        text: in Latin letters.
        common: how many of its words are common ones of each language.
    """
    low = (text if text.isupper() else _ABBREVIATION.sub(" ", text)).replace("İ", "i").lower()
    if not _ANY_SIGN.search(low) or _OTHER_ALPHABET.search(low):
        return None
    words = [_fold(word) for word in _WORD.findall(low)]
    score, known = _of_words(words, common)
    kazakh, karakalpak, both = (_worth(signs, low) for signs in (_KAZAKH, _KARAKALPAK, _BOTH))
    score += both + _OPENS * len(_INITIAL.findall(low)) - _AGAINST * len(_NEITHER.findall(low))
    dotted, acute = _DOTTED.search(low) is not None, len(_ACUTE.findall(low))
    language, own = "kk", kazakh
    if karakalpak > kazakh and (acute or ("ı" in low and not dotted and both > 1)):
        language, own = KARAKALPAK, karakalpak
        score += (acute + karakalpak) / 2
    elif dotted:
        # In the common Turkic alphabet ı and w are Kazakh, too.
        own += both
        score += kazakh + (_COMMON_TURKIC * karakalpak if both else 0)
    else:
        own += both if acute else 0
        score += kazakh - _AGAINST_KAZAKH * karakalpak
    enough = score >= max(_LEAST, _LEAST_A_WORD * len(words))
    return language if enough and (own >= 1 or known > 1) else None


def _of_words(words: list[str], common: Mapping[str, int]) -> tuple[float, int]:
    """What the words speak for Kazakh, and how many are common ones of no kin of it."""
    commonest = [word for word in words if word in _commonest()]
    known = sum(word not in _commonest_of_kin() for word in commonest)
    ended = sum(_ENDING.search(word) is not None for word in words if word not in _commonest())
    kin = max(0, max(common.get(code, 0) for code in _OF_KIN) - len(commonest))
    shared = len(commonest) - known
    return _KNOWN * known + _SHARED * shared + _ENDS * ended - _AGAINST_KAZAKH * kin, known


def _worth(signs: tuple[tuple[re.Pattern[str], float], ...], low: str) -> float:
    return sum(worth * len(sign.findall(low)) for sign, worth in signs)


@cache
def _commonest() -> frozenset[str]:
    """The common words of Kazakh as all its alphabets would print them, folded."""
    return frozenset(map(_fold, common_words_of("kk")))


@cache
def _commonest_of_kin() -> frozenset[str]:
    return frozenset(_fold(word) for code in _OF_KIN for word in common_words_of(code))


def _fold(word: str) -> str:
    return word.translate(_FOLDED).translate(_IOTATED).replace("sh", "s")
