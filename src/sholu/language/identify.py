"""Which language a text is in.

Letters decide first: some stand in one language only, and no statistics is as sure. The rest is
left to the model of py3langid (139 languages, inside the package), kept to languages with a press.
Where a text is short, or the model is not sure, the language stated with the document holds.
"""

import re
from functools import cache
from typing import Any, Final, NamedTuple

from sholu.language.common import CommonWords, common_words
from sholu.language.turkic import KARAKALPAK, by_arabic, by_cyrillic

UNKNOWN: Final = "und"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_LANGUAGES: Final = _words(
    "af am ar az be bg bn bs ca crh cs da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id "
    "is it ja ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt "
    "ro ru sd si sk sl so sq sr sv sw ta te tg th tk tl tr tt ug uk ur uz uzs vi wuu yue zh ba"
)
_MAPPED: Final = {"wuu": "zh", "yue": "zh", "uzs": "uz", "nb": "no", "nn": "no"}
# What documents say of themselves when they mean a language.
_STATED: Final = {"kz": "kk", "ua": "uk", "kg": "ky", "cn": "zh", "jp": "ja", "by": "be", **_MAPPED}

_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HANGUL: Final = re.compile(r"[\uac00-\ud7af]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")

# Letters that no Russian word has.
_TURKIC: Final = re.compile("[әғқңөұүһіўҳҷӣӯҡҙҫҗїєґ]", re.IGNORECASE)
_RUSSIAN_ONLY: Final = re.compile("[ыэё]", re.IGNORECASE)
# Neighbours that do not have these.
_WITHOUT_THEM: Final = frozenset(("uk", "bg", "mk", "sr"))
_ARABIC: Final = re.compile("[\u0621-\u06d5]")

# Languages in Cyrillic of which every second word has a letter that Russian has not.
OWN_LETTERS: Final = frozenset(("kk", "tt", "ba", "uk", "kaa", "ug"))

_CYRILLIC_ONLY: Final = frozenset(("ru", "uk", "be", "bg", "mk", "ky", "mn", "ba", "tt", "tg"))
_CYRILLIC_TOO: Final = _CYRILLIC_ONLY | {"kk", "kaa", "ug", "uz", "sr", "bs", "az", "tk"}

# Code points looked at by letters and by the model, of a document and of one line.
_SAMPLE: Final = 1500
_MODELLED: Final = 500
_MODELLED_LINE: Final = 80
# Letters under which a guess is no evidence; a line of fewer takes its neighbours' language.
_SHORT: Final = 20
_FEW: Final = 6
_LIKELY: Final = 0.5
_SURE: Final = 0.6
_SURE_OF_LINE: Final = 0.9


class _Guess(NamedTuple):
    """A language; sure where it outweighs what is stated, likely where it is more than noise."""

    language: str
    sure: bool
    likely: bool = True


def identify(text: str, *, hint: str | None = None) -> str:
    """The language of a text: ISO 639-1, or "und" where it cannot be told.

    `hint` is the language stated with the document ("kk", "ru-RU", "kz"). It holds where the text
    is short or no guess is sure, unless the text is in a script the language is not written in.
    The first 1,500 code points are looked at.
    """
    sample = _ADDRESS.sub(" ", text[: 2 * _SAMPLE])[:_SAMPLE]
    common = common_words(sample)
    guess = _by_letters(sample, common) or _by_words(common) or _by_model(sample[:_MODELLED])
    if guess.sure:
        return guess.language
    stated = _stated(hint)
    if stated and _written(stated, sample):
        return stated
    return guess.language if guess.likely else UNKNOWN


def plain_language(text: str) -> str | None:
    """The language of a text whose letters and commonest words leave no doubt; None otherwise."""
    common = common_words(text)
    guess = _by_letters(text, common) or _by_words(common)
    return guess.language if guess and guess.sure else None


def without_own_letters(text: str) -> str | None:
    """Russian, where some words say so and no letter that only its neighbours have denies it.

    Sure enough only beside text in such a language: that shows one of its letters in every word.
    """
    counts = common_words(text).counts
    russian = counts.get("ru", 0)
    others = (count for code, count in counts.items() if code != "ru")
    if russian > 1 and russian > max(others, default=0) and not _TURKIC.search(text):
        return "ru"
    return None


def language_of_line(sample: str, whole: str) -> str | None:
    """The language of a line of a document in `whole`; None where it is too short to tell."""
    if len(sample) < _SHORT:
        return None
    common = common_words(sample)
    guess = _by_letters(sample, common) or _by_words(common)
    if guess is None and common.allow(whole):
        return whole
    if guess is None:
        if len(_LETTER.findall(sample[:_MODELLED_LINE])) < 2 * _SHORT:
            return None
        guess = _by_model(sample[:_MODELLED_LINE], least=_SURE_OF_LINE)
    if guess.sure:
        return guess.language
    return whole if whole != UNKNOWN and _written(whole, sample) else None


def _by_letters(text: str, common: CommonWords) -> _Guess | None:
    """What the letters and the words beside them decide; None where they do not."""
    if len(_CYRILLIC.findall(text)) * 2 > len(text.replace(" ", "")):
        return _cyrillic(text, common)
    # Kazakh and Karakalpak share their commonest words in Latin letters.
    if common.language not in (None, "kk", KARAKALPAK):
        return None
    told = None
    if _ARABIC.search(text):
        told = by_arabic(text)
    elif _LATIN.search(text):
        # Its patterns take a while to compile, and most documents need none of them.
        from sholu.language.turkic_latin import by_latin

        told = by_latin(text, common.counts)
    return _Guess(told, True) if told else _east_asian(text)


def _by_words(common: CommonWords) -> _Guess | None:
    """What the commonest words tell; None where they do not."""
    return _Guess(common.language, True) if common.language else None


def _cyrillic(text: str, common: CommonWords) -> _Guess | None:
    if _TURKIC.search(text):
        told = by_cyrillic(text, common.counts)
        return _Guess(told, True) if told else None
    if not _RUSSIAN_ONLY.search(text):
        return None
    others = (count for code, count in common.counts.items() if code not in {"ru", *_WITHOUT_THEM})
    russian = common.counts.get("ru", 0)
    return _Guess("ru", True) if russian > 1 and russian > max(others, default=0) else None


def _east_asian(text: str) -> _Guess | None:
    letters = len(_LETTER.findall(text))
    if len(_HANGUL.findall(text)) * 2 > letters:
        return _Guess("ko", True)
    han, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    if (han + kana) * 2 <= letters or not letters:
        return None
    return _Guess("ja" if kana * 10 > han else "zh", True)


def _by_model(text: str, *, least: float = _SURE) -> _Guess:
    """The model's guess, sure from a probability of `least` on and for more than a few letters."""
    letters = len(_LETTER.findall(text[: 4 * _SHORT]))
    if not letters:
        return _Guess(UNKNOWN, False, False)
    label, probability = _model().classify(text)
    label = _MAPPED.get(label, label)
    # crh and other labels without a code of two letters are where Kazakh in Latin letters lands.
    likely = probability >= _LIKELY and letters >= _FEW and len(label) == 2
    return _Guess(label, likely and probability >= least and letters >= _SHORT, likely)


def _stated(hint: str | None) -> str | None:
    """The stated language as ISO 639-1; None where it names none."""
    code = re.split(r"[-_]", (hint or "").strip().lower())[0]
    code = _STATED.get(code, code)
    return code if code == KARAKALPAK or (len(code) == 2 and code.isalpha()) else None


def _written(language: str, text: str) -> bool:
    """Whether the language is written in the script most letters of the text are in."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic > latin:
        return language in _CYRILLIC_TOO
    return not (latin > cyrillic and language in _CYRILLIC_ONLY)


@cache
def _model() -> Any:
    """The model, loaded with the first text that letters do not decide (0.7 s)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(model.labels)
    model.set_languages(sorted(_LANGUAGES & known))
    return model
