"""Kazakh in Latin and in Arabic letters, spelled as in Cyrillic word by word.

Latin: the alphabet of 2021 (ä ö ü ū ğ ñ ı ş), that of 2018 (á ó ú ǵ ń sh ch, with ı for и and й)
and the common Turkic one (ı for ы). Arabic: tote jazu, whose hamza makes the vowels of a word
front ones. The same letter differs from alphabet to alphabet, so that its neighbours and the
harmony of the word decide.
"""

import re
from functools import cache
from importlib import resources
from typing import Final

import tomli

# Letters that no word of the Latin alphabets has but as "sh", "ch": a foreign word.
_FOREIGN: Final = re.compile(r"c(?!h)|th|ck|oo|ee|ph")
_LATIN: Final = re.compile(r"[a-z\u00e0-\u024f]")
_KAZAKH_LATIN: Final = re.compile("[äöüūğñışáóúǵńýŋəç]")
_ARABIC: Final = re.compile("[\u0621-\u06d5]")

_DIGRAPHS: Final = (("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("ts", "ц"))
_LETTERS: Final = dict(
    zip(
        "abvgğǵdejzqklmnñńŋoöóprstufhxşçäáəüúūýw",
        "абвгғғдежзқклмнңңңоөөпрстуфххшчәәәүүұуу",
        strict=True,
    )
)
_VOWELS: Final = frozenset("aäáəoöóuüúūyıieаәоөұүыіеиу")
_BACK: Final = frozenset("aoūаоұыя")
_FRONT: Final = frozenset("äáəöóüúeәөүеі")

_ARABIC_LETTERS: Final = dict(
    zip(
        "ابپتجچحدرزسشعفقكگڭلمنھهەۋۆيى",
        "абптжчхдрзсшғфқкгңлмнһһеувиы",
        strict=True,
    )
)
_ARABIC_ROUND: Final = {"و": "оө", "ۇ": "ұү", "ى": "ыі", "ا": "аә"}
_HAMZA: Final = frozenset("\u0621\u0674")
# Letters with the hamza in one.
_WITH_HAMZA: Final = str.maketrans(
    {"\u0675": "\u0674ا", "\u0676": "\u0674و", "\u0677": "\u0674ۇ", "\u0678": "\u0674ى"}
)
_TO_BACK: Final = str.maketrans("іәөү", "ыаоұ")
# Letters of the longest beginning in the table.
_LONGEST: Final = 12
_PLAIN: Final = str.maketrans("іыйэөүұәщ", "иииеоууаш")
_FRONT_ARABIC: Final = frozenset("ەكگ")


def in_cyrillic(word: str) -> str:
    """A printed word in small Cyrillic letters; one of another language as it is."""
    low = word.lower()
    if not low:
        return low
    if _ARABIC.match(low) or low[0] in _HAMZA:
        return _of_loan(_from_arabic(low))
    if not _LATIN.match(low):
        return low
    if _KAZAKH_LATIN.search(low):
        return _of_loan(_from_latin(low))
    if _FOREIGN.search(low):
        return low
    spelled = _of_loan(_from_latin(low))
    return spelled if word[0].islower() or spelled.startswith(_known()) else low


def is_short(word: str) -> bool:
    """Whether a word in Latin letters is an abbreviation: "AQŞ", "BŪŪ"."""
    return 1 < len(word) <= 5 and word.isupper() and bool(_LATIN.match(word.lower()))


def _from_latin(low: str) -> str:
    for printed, letter in _DIGRAPHS:
        low = low.replace(printed, letter)
    low = low.replace("uw", "u").replace("üw", "u")
    spelled = ""
    for at in range(len(low)):
        spelled += _latin_letter(low, at, spelled)
    return _joined(spelled)


def _latin_letter(low: str, at: int, spelled: str) -> str:
    """The Cyrillic letter for the one at `at`, behind what is `spelled` already."""
    letter, after = low[at], low[at + 1 : at + 2]
    behind_vowel = spelled[-1:] in _VOWELS and spelled != ""
    first = not any(other in _VOWELS for other in spelled)
    if letter in "yı" and spelled[-1:] == "у" and after not in _VOWELS:
        # "aituynşa", "aıtýynsha": the ending behind a verb turned into a noun.
        return _narrow(low, at, spelled)
    if letter in "yıi":
        if behind_vowel or (letter == "y" and at == 0 and after in _VOWELS and after):
            return "й"
        return "ы" if letter == "y" else _narrow(low, at, spelled)
    if letter == "u":
        # ұ stands in the first syllable alone; beside a vowel and at the end it is у.
        apart = after not in _VOWELS or (after in "yıi" and low[at + 2 : at + 3] in _VOWELS)
        return "ұ" if first and after and apart else "у"
    return _LETTERS.get(letter, letter)


def _narrow(low: str, at: int, spelled: str) -> str:
    """y, ı and i between consonants: ы, і or и, by the vowels around."""
    before = next((c for c in reversed(spelled) if c in _BACK or c in _FRONT), "")
    after = next((c for c in low[at + 1 :] if c in _BACK or c in _FRONT), "")
    front = (before or after) in _FRONT
    if low[at] == "ı":
        # Where y is a vowel, ı is not: "ekonomıkalyq".
        if re.search(r"(?<![aeioöóuüúäáıý])y", low):
            return "и"
        alone = not (before or after) and not re.search("[qğǵ]", low)
        return "і" if front or alone else "ы"
    if low[at] == "y":
        return "ы" if before in _BACK else "і"
    return "і" if front or not (before or after) else "и"


def _from_arabic(low: str) -> str:
    low = low.translate(_WITH_HAMZA)
    hamza = any(letter in _HAMZA for letter in low)
    plain = "".join(letter for letter in low if letter not in _HAMZA)
    # "With" (мен) goes with either kind of vowels.
    stem = plain[:-3] if plain.endswith(("مەن", "بەن", "پەن")) else plain
    front = hamza or any(letter in _FRONT_ARABIC for letter in stem)
    letters: list[str] = []
    for letter in plain:
        if letter in _ARABIC_ROUND:
            # In a word without hamza only the first vowel follows its ە and ك.
            wide = letter == "ا" and (
                any(other in _VOWELS for other in letters) or letters[-1:] in (["қ"], ["ғ"])
            )
            letters.append(_ARABIC_ROUND[letter][front and not wide])
        elif letter == "ي":
            before = letters[-1] if letters else ""
            letters.append("й" if before and before in _VOWELS else "и")
        else:
            letters.append(_ARABIC_LETTERS.get(letter, letter))
    return _joined("".join(letters))


def _joined(spelled: str) -> str:
    """Two sounds that one Cyrillic letter writes: й and а are я; и before а is kept (компания)."""
    spelled = re.sub("иа", "ия", re.sub("иу", "ию", spelled))
    return spelled.replace("йа", "я").replace("йу", "ю")


def _of_loan(spelled: str) -> str:
    """A loan as Cyrillic writes it: міністр, пірезіденттің."""
    plain = _plain(spelled)
    for length in range(min(len(plain), _LONGEST), 2, -1):
        loan = _loans().get(plain[:length])
        if loan is not None and (length > 4 or loan not in _table()["loans"]):
            last = next((c for c in reversed(loan) if c in _BACK or c in _FRONT), "")
            tail = spelled[length:]
            return loan + (tail.translate(_TO_BACK) if last in _BACK and last else tail)
    return spelled


def _plain(spelled: str) -> str:
    """The letters without what the scripts tell apart: и and і, э and е, ө and о."""
    return spelled.translate(_PLAIN)


@cache
def _table() -> dict[str, list[str]]:
    file = resources.files(__package__) / "scripts.toml"
    table: dict[str, list[str]] = tomli.loads(file.read_text("utf-8"))
    return table


@cache
def _loans() -> dict[str, str]:
    table = _table()
    return {_plain(loan): loan for loan in (*table["words"], *table["loans"])}


@cache
def _known() -> tuple[str, ...]:
    """Beginnings of words that a capital letter at the head of a sentence makes no name."""
    return (*_table()["loans"], *_table()["heads"])
