"""What of a Kazakh word decides the form of its endings, and the forms of every ending.

An ending is chosen by the last vowel of the stem (back or front) and by its last sound. Source:
R. Mukhamedova, "Kazakh: A Comprehensive Grammar" (Routledge, 2016), on vowel harmony,
assimilation and the inflection of nouns; loanwords as Kazakh newspapers print them.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

Harmony = Literal["back", "front"]
Case = Literal["genitive", "dative", "accusative", "locative", "ablative", "instrumental"]

HARMONIES: Final[tuple[Harmony, ...]] = ("back", "front")
HARMONY: Final[dict[str, Harmony]] = {
    letter: harmony
    for harmony, letters in zip(HARMONIES, ("аоұыя", "әөүіеэё"), strict=True)
    for letter in letters
}

# Last sounds that ask for one form of an ending, in the order of the columns of _SHAPES.
FINALS: Final = {
    "vowel": "аәеоөұүыіэяё",
    "sonorant": "рйиую",
    "lateral": "л",
    "nasal": "мнң",
    "sibilant": "зж",
    # The voiced stops and в of loanwords are said voiceless at the end: клубтың, Киевке.
    "voiceless": "пфкқтсшщчцхһбвгғд",
}
_COLUMN: Final = {
    letter: column for column, letters in enumerate(FINALS.values()) for letter in letters
}

# First consonant of the ending after each kind of last sound, and the rest of it. А stands for
# а or е, Ы for ы or і.
_SHAPES: Final = {
    "belonging": ("ллдддт", "Ық"),
    "plural": ("ллдддт", "Ар"),
    "genitive": ("нддндт", "Ың"),
    "dative": ("ғғғғғқ", "А"),
    "accusative": ("нддддт", "Ы"),
    "locative": ("дддддт", "А"),
    "ablative": ("дддндт", "Ан"),
    "instrumental": ("ммммбп", "ен"),
    "place": ("дддддт", "АғЫ"),
    "likeness": ("дддддт", "Ай"),
    "manner": ("шшшшшш", "А"),
}
# The same behind a possessive of the third person.
_AFTER_THIRD: Final = {
    "genitive": "нЫң",
    "dative": "нА",
    "accusative": "н",
    "locative": "ндА",
    "ablative": "нАн",
    "instrumental": "мен",
    "place": "ндАғЫ",
    "likeness": "ндАй",
    "manner": "ншА",
}
# Ends of words that ask for a harmony whatever their last vowel: Kazakh family names in -ов and
# -ев follow their root (Назарбаевтың, Жээнбековтің), "су" is water (Жетісудың), a soft л is front
# (ансамбльдің), so is к behind a consonant (банктің, Нью-Йоркте) and a soft sign behind и, у and ю
# (Беларусьтің).
_OUTWEIGHING: Final[tuple[tuple[Harmony, re.Pattern[str]], ...]] = (
    ("back", re.compile(r"(?:[ао]|[ұы]\w)ев$|су$")),
    ("front", re.compile(r"(?:бек|бет|ген|кен|тен|бен|реп|[әөүі]\w{1,2})ов$")),
    ("front", re.compile(r"ль$|[бвгджзлмнпрстфх]к$|[иую]\wь$")),
)
_BACK: Final = str.maketrans("АЫ", "аы")
_FRONT: Final = str.maketrans("АЫғқ", "еігк")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """What the endings behind a word agree with.

    Attributes:
        harmony: of its last vowel.
        last: the last sound, one lower-case Cyrillic letter.
        third: the word ends in a possessive of the third person (министрлігі).
    """

    harmony: Harmony
    last: str
    third: bool = False


def harmonise(shape: str, harmony: Harmony) -> str:
    """The letters of a shape, whose А, Ы, ғ and қ are open, behind a stem of this harmony."""
    return shape.translate(_BACK if harmony == "back" else _FRONT)


def allomorph(ending: str, sound: Sound) -> str:
    """The form of an ending (a case, "plural", "belonging" ...) behind a word of this sound."""
    if sound.third and ending in _AFTER_THIRD:
        return harmonise(_AFTER_THIRD[ending], sound.harmony)
    initials, rest = _SHAPES[ending]
    return harmonise(initials[_COLUMN[sound.last]] + rest, sound.harmony)


def sound_of(word: str, *, third: bool = False) -> Sound | None:
    """The sound of a lower-case Cyrillic word; None where no letter of it tells.

    и, у and ю take the harmony of the vowel before them; alone they are front where the vowel is и
    (Чилидің), back otherwise. Spellings that outweigh the last vowel stand in _OUTWEIGHING.
    """
    last = next((c for c in reversed(word) if c in _COLUMN), None)
    if last is None:
        return None
    return Sound(harmony=_harmony(word), last=last, third=third)


def _harmony(word: str) -> Harmony:
    for harmony, spelling in _OUTWEIGHING:
        if spelling.search(word):
            return harmony
    for letter in reversed(word):
        if letter in HARMONY:
            return HARMONY[letter]
        if letter == "и":
            return "front"
    return "back"
