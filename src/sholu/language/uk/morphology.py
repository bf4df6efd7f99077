"""Base forms of a printed Ukrainian word: endings of nouns and adjectives, without a dictionary."""

import re

# МЗСу, НАТО, ЦБ: at least two capitals, then nothing or an ending of a noun.
_ACRONYM = re.compile(
    r"(?P<name>(?=.*[^\W\d_].*[^\W_]|.*\d)[A-ZА-ЯҐЄІЇ0-9][A-ZА-ЯҐЄІЇ0-9.&/]+)"
    r"(?:[-'’]?(?:а|у|е|и|і|ом|ем|ів|ам|ами|ах|я|ю))?$"
)
_CYRILLIC = re.compile(r"[а-яґєії]")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")
# An ending, and what stands in its place in the base form; several where the word may be more than
# one thing. Longest first.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Adjectives, and surnames and participles that decline as they do.
    ("ського", ("ський",)),
    ("цького", ("цький",)),
    ("ового", ("овий", "ове")),
    ("ього", ("ій",)),
    ("ьому", ("ій",)),
    ("ьою", ("я", "ій")),
    ("ьої", ("ій",)),
    ("ого", ("ий",)),
    ("ому", ("ий",)),
    ("ими", ("ий",)),
    ("іми", ("ій", "ий")),
    ("ої", ("ий", "а")),
    ("их", ("ий",)),
    ("іх", ("ій",)),
    ("им", ("ий", "")),
    ("ім", ("ій", "ий")),
    # Nouns.
    ("остями", ("ість",)),
    ("остей", ("ість",)),
    ("істю", ("ість",)),
    ("ості", ("ість",)),
    ("ціями", ("ція",)),
    ("ями", ("я", "ь", "й", "е")),
    ("ами", ("а", "", "о")),
    ("ові", ("", "о")),
    ("еві", ("ь", "й", "")),
    ("єві", ("й",)),
    ("ією", ("ія",)),
    ("єю", ("я",)),
    ("ею", ("я", "а")),
    ("ою", ("а", "ий")),
    ("ням", ("ня", "нь")),
    ("ів", ("", "а")),
    ("їв", ("й",)),
    ("ей", ("ь", "я")),
    ("ом", ("", "о")),
    ("ем", ("ь", "е", "")),
    ("єм", ("й",)),
    ("ам", ("а", "", "о")),
    ("ям", ("я", "ь", "й")),
    ("ах", ("а", "", "о")),
    ("ях", ("я", "ь", "й")),
    ("ії", ("ія",)),
    ("ію", ("ія",)),
    ("ий", ()),
    ("ій", ("а",)),
    ("а", ("", "ий", "о")),
    ("я", ("ь", "й", "ій", "е")),
    ("у", ("а", "", "о")),
    ("ю", ("я", "ь", "й", "е")),
    ("е", ("ий", "")),
    ("є", ("ій", "я")),
    ("и", ("а", "", "о")),
    ("і", ("а", "", "ий", "ь", "я", "о")),
    ("ї", ("я", "й", "ій")),
)
# Consonants that change before -і, and back: дорозі → дорога, Празі → Прага.
_SOFTENED = {"з": "г", "ц": "к", "с": "х"}
# A vowel that only the base form has, or that is another there: ринк-у is ринок, Києв-а Київ.
_FLEETING = re.compile(r"(?P<stem>.*[бвгґджзклмнпрстфхцчшщ])(?P<last>[квцнлрс])$")
_CLOSED = re.compile(r"(?P<stem>.+)(?P<vowel>[оеє])(?P<last>[бвгґджзйклмнпрстфхцчшщ])$")
_FEMININE_SURNAME = re.compile(r"(?P<stem>.{2,}(?:[оеє]в|[иії]н))(?:а|ої|ій|у|ою)$")
_FEMININE_ADJECTIVE = re.compile(r"(?P<stem>.{2,}[сц]ьк)(?:а|ої|ій|у|ою)$")
_SHORTEST = 2
# Ends of cases that no nominative has, of names and of nouns.
_OBLIQUE = (
    "ами",
    "ями",
    "ові",
    "еві",
    "єві",
    "ого",
    "ому",
    "ою",
    "єю",
    "ської",
    "цької",
    "ським",
    "цьким",
)


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first.

    Lower-cased, the apostrophe straight, the word itself so written always among them; of a
    surname both the masculine and the feminine form. A word in capitals keeps them, with or
    without an ending ("МЗСу" gives "МЗС"). Words in other letters are lower-cased only.
    """
    acronym = _ACRONYM.match(word)
    if acronym and acronym["name"].upper() != acronym["name"].lower():
        return _capitals(word, acronym["name"])
    lower = word.lower().translate(_APOSTROPHES)
    if not _CYRILLIC.search(lower):
        return (lower,)
    return tuple(dict.fromkeys((lower, *_bases(lower))))


def may_be_subject(word: str) -> bool:
    """Whether a printed name may be a nominative: «Росс», not «Россові»."""
    return not word.lower().endswith(_OBLIQUE)


def _capitals(word: str, name: str) -> tuple[str, ...]:
    """The acronym; a long word in capitals may be a headline's, so its base forms follow."""
    if len(name) > 4 and word == name and _CYRILLIC.search(word.lower()):
        return tuple(dict.fromkeys((word, *stems(word.lower()))))
    return (name,)


def _bases(word: str) -> list[str]:
    """What the word may come from, by its longest ending first."""
    forms: list[str] = []
    for surname, masculine in ((_FEMININE_SURNAME, ""), (_FEMININE_ADJECTIVE, "ий")):
        if match := surname.match(word):
            forms += [match["stem"] + masculine, match["stem"] + "а"]
    for ending, bases in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < _SHORTEST:
            continue
        stem = word[: -len(ending)]
        for base in bases:
            forms.append(stem + base)
            forms += _other_vowels(stem, base)
        if ending == "і" and stem[-1] in _SOFTENED:
            hard = stem[:-1] + _SOFTENED[stem[-1]]
            forms += [hard + "а", hard]
    return forms


def _other_vowels(stem: str, base: str) -> list[str]:
    """The stem with the vowel its base form has: "ринк" gives "ринок", "Києв" gives "Київ"."""
    if base not in ("", "ь"):
        return []
    forms = [stem[:-1] + "ець"] if stem[-1] == "ц" else []
    if match := _FLEETING.match(stem):
        forms += [match["stem"] + vowel + match["last"] + base for vowel in "ое"]
    if match := _CLOSED.match(stem):
        closed = "ї" if match["vowel"] == "є" else "і"
        forms.append(match["stem"] + closed + match["last"] + base)
    return forms
