"""What of a Kazakh word decides the form of its endings, and the forms of every ending.

An ending is chosen by the last vowel of the stem (back or front) and by its last sound. Sources:
K. Musaev, «Казахский язык» (2008), and R. Muhamedowa, "Kazakh: A Comprehensive Grammar" (2016),
chapters on vowel harmony, assimilation and the noun.
"""

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
# Said with a glide (ій, уу); they stand in words of either harmony.
NEUTRAL: Final = frozenset("иую")

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

    и, у and ю take the harmony of the vowel before them, and of a soft sign behind them
    (Беларусьтің); alone they are front where the vowel is и (Чилидің), back otherwise. In the
    surnames on -аев and -оев the ending follows the root (Назарбаевтың).
    """
    last = next((c for c in reversed(word) if c in _COLUMN), None)
    if last is None:
        return None
    return Sound(harmony=_harmony(word), last=last, third=third)


def _harmony(word: str) -> Harmony:
    root = word[:-2] if word.endswith(("аев", "оев")) else word
    for letter in reversed(root):
        if letter in HARMONY:
            return HARMONY[letter]
        if letter in NEUTRAL and word.endswith("ь"):
            return "front"
        if letter == "и":
            return "front"
    return "back"
