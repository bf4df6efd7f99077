"""Base forms of a printed Russian word: the dictionary of OpenCorpora through pymorphy3."""

import re
from functools import cache, lru_cache
from typing import Any

# МИДа, ЦБ-шный is left alone: at least two capitals, then nothing or an ending of a noun.
_ACRONYM = re.compile(
    r"(?P<name>(?=.*[^\W\d_].*[^\W_]|.*\d)[A-ZА-ЯЁ0-9][A-ZА-ЯЁ0-9.&/]+)"
    r"(?:[-'’]?(?:а|у|е|ы|и|ом|ем|ов|ам|ами|ах|я|ю|ев))?$"
)
_LONE = re.compile("[\ud800-\udfff]")
_CYRILLIC = re.compile(r"[а-яё]")
# A feminine surname and the masculine one it is made from.
_SURNAME = re.compile(r"(?P<stem>.{2,}(?:[оеё]в|[иы]н))а$")
_ADJECTIVE_SURNAME = re.compile(r"(?P<stem>.{2,}[сц]к)ая$")
# Endings of foreign surnames, which no dictionary knows: Мерцем, Рютте stays, Столтенбергу.
_CASE = re.compile(r"(?P<stem>.{2,}[бвгджзйклмнпрстфхцчшщ])(?:ом|ем|ым|а|у|е|я|ю)$")
# Countries and towns in -ия that no dictionary knows: «из Тарвии», «в Тарвию».
_IN_IYA = re.compile(r"(?P<stem>.{2,})(?:ии|ию|ией|иею)$")
# Parses the analyser holds this unlikely are noise.
_LEAST = 0.02


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first.

    Lower-cased, ё written е, the word itself so folded always among them; of a surname both the
    masculine and the feminine form. A word in capitals keeps them, with or without an ending
    ("МИДа" gives "МИД"). Words in other letters are lower-cased only.
    """
    acronym = _ACRONYM.match(word)
    if acronym and acronym["name"].upper() != acronym["name"].lower():
        return _capitals(word, acronym["name"])
    lower = word.lower()
    if not _CYRILLIC.search(lower):
        return (lower,)
    forms = [fold(form) for form in _lemmas(lower)]
    return tuple(dict.fromkeys((*forms, fold(lower))))


def fold(word: str) -> str:
    """The word with ё written е, as most newspapers print it."""
    return word.replace("ё", "е").replace("Ё", "Е")


@cache
def given_name(word: str) -> str | None:
    """ "feminine" for Вера, "masculine" for Борис; null for what is no given name."""
    for parse in parses_of(word.lower()):
        if "Name" in parse.tag and parse.is_known and parse.normal_form == fold(word.lower()):
            return {"femn": "feminine", "masc": "masculine"}.get(parse.tag.gender)
    return None


@cache
def full_name(name: str) -> str:
    """A person's name in the nominative: «Тимура Саргалдака» gives «Тимур Саргалдак».

    Only a man's whose given name the dictionary knows and finds in another case; every other name
    comes back as it is.
    """
    given, *others = name.split()
    parses = [p for p in parses_of(given.lower()) if "Name" in p.tag and p.is_known]
    if not parses or not others or any(p.tag.case == "nomn" for p in parses):
        return name
    if parses[0].tag.gender != "masc":
        return name
    bare = []
    for other in others:
        match = _CASE.match(other.lower())
        bare.append(other[: len(match["stem"])] if match else other)
    return " ".join([parses[0].normal_form.capitalize(), *bare])


@lru_cache(maxsize=100_000)
def may_be_verb(word: str) -> bool:
    """Whether a word's likeliest reading is a finite verb: «сказал», not «канал» or «кабинет»."""
    parse = parses_of(word)[0]
    return not parse.is_known or parse.tag.POS in ("VERB", "PRTS", "ADJS")


@cache
def may_be_subject(word: str) -> bool:
    """Whether a printed name may be a nominative: «Трамп», «Иванова», not «Трампа»."""
    low = word.lower()
    if not _CYRILLIC.search(low):
        return True
    parses = parses_of(low)
    return any(parse.tag.case == "nomn" for parse in parses) or all(
        parse.tag.case is None for parse in parses
    )


def citation(phrase: str) -> str:
    """The phrase with its head noun, and what describes it before it, in the nominative.

    "опасную зависимость" gives "опасная зависимость"; a phrase that begins otherwise, and one whose
    head is in the nominative, stays as it is.
    """
    words = phrase.split()
    parses = []
    for word in words:
        parse = parses_of(word.lower())[0]
        parses.append(parse)
        if parse.tag.POS != "ADJF" and parse.tag.POS != "PRTF":
            break
    head = parses[-1].tag if parses else None
    if head is None or head.POS != "NOUN" or all(p.tag.case in (None, "nomn") for p in parses):
        return phrase
    of_noun = {"nomn", head.number or "sing"}
    agreed = of_noun | {head.gender} if head.gender and head.number != "plur" else of_noun
    forms = [parse.inflect(agreed) for parse in parses[:-1]] + [parses[-1].inflect(of_noun)]
    if any(form is None for form in forms):
        return phrase
    named = [
        form.word.capitalize() if word[0].isupper() else form.word
        for word, form in zip(words, forms, strict=False)
    ]
    return " ".join([*named, *words[len(named) :]])


def _capitals(word: str, name: str) -> tuple[str, ...]:
    """The acronym; a long word in capitals may be a headline's, so its base forms follow."""
    if len(name) > 4 and word == name and _CYRILLIC.search(word.lower()):
        return tuple(dict.fromkeys((fold(word), *stems(word.lower()))))
    return (fold(name),)


def _lemmas(word: str) -> list[str]:
    """Normal forms of the parses worth keeping, with the other gender of surnames."""
    forms: list[str] = []
    parses = parses_of(word)
    for parse in parses:
        if forms and parse.score < _LEAST:
            break
        forms.append(parse.normal_form)
        forms.extend(_masculine(parse.normal_form))
    known = any(parse.is_known for parse in parses)
    if not known and (match := _CASE.match(word)):
        forms.append(match["stem"])
    if not known and (match := _IN_IYA.match(word)):
        forms.append(match["stem"] + "ия")
    return forms


def _masculine(lemma: str) -> list[str]:
    """The masculine form of a surname given in the feminine; nothing for other words."""
    if match := _SURNAME.match(lemma):
        return [match["stem"]]
    if match := _ADJECTIVE_SURNAME.match(lemma):
        return [match["stem"] + "ий"]
    return []


def parses_of(word: str) -> list[Any]:
    """The analyser's parses of a word, likeliest first.

    A lone surrogate is no letter of any word, and the analyser's dictionary cannot be asked for it.
    """
    parses: list[Any] = _analyser().parse(_LONE.sub("\ufffd", word))
    return parses


@cache
def _analyser() -> Any:
    """The analyser, loaded with the first Russian word (0.1 s, 16 MB of dictionaries)."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
