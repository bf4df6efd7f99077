"""Inflection of Kazakh nouns: endings taken off a printed word, a case joined to a name.

The endings of a noun follow each other in the order -лық, plural, possessive, case. `strip` looks
the tail of a word up among all chains of endings that the allomorphs of `sounds` can make.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from sholu.language.kk.pronunciation import pronounced
from sholu.language.kk.sounds import (
    FINALS,
    HARMONIES,
    HARMONY,
    Case,
    Harmony,
    Sound,
    allomorph,
    harmonise,
    sound_of,
)

# How much each ending speaks for the reading that takes it off; the word as printed has nought.
_CASES: Final = {
    "genitive": 3.0,
    "dative": 2.0,
    "accusative": 1.5,
    "locative": 2.0,
    "ablative": 2.5,
    "instrumental": 2.0,
    "place": 4.0,
    "likeness": -0.5,
    "manner": -0.5,
}
# Weight, form behind a consonant, form behind a vowel. The familiar "thy" (-ың) is left out: the
# press hardly prints it, and nearly every ң at the end of a word is the genitive's.
_POSSESSIVES: Final = (
    (0.5, "Ы", "сЫ"),
    (-1.0, "Ым", "м"),
    (-0.5, "ЫмЫз", "мЫз"),
    (-1.0, "ЫңЫз", "ңЫз"),
)
_PLURAL: Final = 2.0
_BELONGING: Final = -1.5
_VOICED: Final = {"қ": "ғ", "к": "г", "п": "б"}
# What a voiced consonant before an ending in a vowel may stand for, likeliest first; a г behind a
# front vowel is always a voiced к (тілек, тілегі), elsewhere a loan's own (педагогы, рейтингі).
_UNVOICED: Final = {"ғ": "қ", "г": "гк", "б": "пб"}
# A narrow vowel may have dropped out between these: халқы (халық), орны (орын), қаупі (қауіп).
_DROPPED: Final = re.compile("[рлйу][қкпнзс]$")
# Letters of words that may break harmony: those of loans, и and у, and к and г beside back vowels.
_LOOSE: Final[dict[Harmony, re.Pattern[str]]] = {
    "back": re.compile("[вфцчщёэьъюяиу]"),
    "front": re.compile("[вфцчщёэьъюяиукг]"),
}
_HYPHEN: Final = re.compile("[-‐‑–'’ʼ`]")
# Capitals or Latin letters with a Kazakh ending written straight behind them: АҚШтың, Reutersке.
_FOREIGN: Final = re.compile(
    r"(?P<base>[A-Za-z0-9.&]{2,}|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9.&]{2,})(?P<tail>[а-яёәғқңөұүһі]+)$"
)
_MOST: Final = 8


class _Chain(NamedTuple):
    """Endings joined into one, and the stems they stand behind; harmony None fits any."""

    finals: str
    harmony: Harmony | None
    weight: float


class _Built(NamedTuple):
    """Endings joined so far, the sound they end on, what speaks for taking them off."""

    text: str
    sound: Sound
    weight: float


def strip(word: str) -> tuple[str, ...]:
    """The possible base forms of a printed word, likeliest first, at most eight.

    The word itself is always among them, except behind a hyphen or an apostrophe ("Reuters-тің"
    gives "Reuters" alone). Letters keep their case; only a final consonant voiced by the ending
    is restored (тілегі: тілек) and a vowel dropped before it (халқы: халық). No base is shorter
    than two letters. The endings agree with the stem in harmony and in their first consonant;
    words with letters of loans, or vowels of both kinds, may break harmony.
    """
    if base := bare(word):
        return (base,)
    lower = word.lower()
    if len(lower) != len(word):
        return (word,)
    chains, longest = _chains()
    found = {word: 0.0}
    for cut in range(max(2, len(lower) - longest), len(lower)):
        tail = lower[cut:]
        if tail in chains:
            best = max(_weight(lower[:cut], tail, chain) for chain in chains[tail])
            if best > _NEVER:
                for base, loss in _restored(word[:cut], tail):
                    found.setdefault(base, best - loss)
    return tuple(sorted(found, key=found.__getitem__, reverse=True)[:_MOST])


def bare(word: str) -> str | None:
    """The word before an ending joined by a hyphen or apostrophe, or to Latin letters or capitals.

    "АҚШ-тың" and "АҚШтың" give "АҚШ", "2025-тің" gives "2025"; None where there is no such joint.
    """
    if word.isalpha():
        if not (word[0].isascii() or word[:2].isupper()):
            return None
    else:
        *before, tail = _HYPHEN.split(word)
        if before and tail.lower() in _chains()[0]:
            base = word[: -len(tail) - 1]
            return base if len(base) > 1 or not base.isalpha() else None
    match = _FOREIGN.match(word)
    return match["base"] if match and match["tail"] in _chains()[0] else None


_NEVER: Final = -9.0


def _weight(stem: str, tail: str, chain: _Chain) -> float:
    """What speaks for this stem behind the chain's endings; _NEVER where they cannot stand."""
    last = stem[-2] if stem[-1] in "ьъ" else stem[-1]
    if last not in chain.finals:
        return _NEVER
    weight = chain.weight - _disharmony(stem, chain.harmony)
    if len(stem) < 4:
        weight -= 5.0 - len(stem)
    if last == "с" and tail.startswith("тан"):
        weight -= 4.0  # Қазақстан is no ablative
    return max(weight, _NEVER)


def _disharmony(stem: str, harmony: Harmony | None) -> float:
    """What speaks against an ending of this harmony behind the stem."""
    if harmony is None:
        return 0.0
    kinds = [HARMONY[letter] for letter in stem if letter in HARMONY]
    if not kinds or kinds[-1] == harmony:
        return 0.0
    return 1.0 if harmony in kinds or _LOOSE[harmony].search(stem) else 99.0


def _restored(stem: str, tail: str) -> Iterator[tuple[str, float]]:
    """The stem as it stands without an ending, and what each reading of it loses in weight."""
    last = stem[-1].lower()
    if tail[0] not in "ыіае":
        yield stem, 0.0
        return
    for loss, consonant in enumerate(_voiceless(stem.lower())):
        base = stem[:-1] + (consonant if stem[-1].islower() else consonant.upper())
        # A қ left as it is before a vowel has lost the vowel before it: халқы, not қазағы.
        if last != "қ":
            yield base, 0.4 * loss
        if tail[0] in "ыі" and _DROPPED.search(base):
            yield base[:-1] + tail[0] + base[-1], 0.4


def _voiceless(stem: str) -> str:
    """The consonants the last one of a stem may be without an ending in a vowel behind it."""
    if stem[-1] == "г" and HARMONY.get(stem[-2]) == "front":
        return "к"
    return _UNVOICED.get(stem[-1], stem[-1])


@cache
def _chains() -> tuple[dict[str, tuple[_Chain, ...]], int]:
    """Chains by their letters, and the length of the longest."""
    found: defaultdict[str, dict[tuple[Harmony, float], str]] = defaultdict(dict)
    for harmony, finals in product(HARMONIES, FINALS.values()):
        for chain in _inflected(Sound(harmony=harmony, last=finals[0])):
            key = harmony, chain.weight
            found[chain.text][key] = found[chain.text].get(key, "") + finals
    chains = {
        text: tuple(_Chain(finals, harmony, weight) for (harmony, weight), finals in kinds.items())
        for text, kinds in found.items()
    }
    # The instrumental is the same in both harmonies: it says nothing of the stem.
    for text, kinds in chains.items():
        if text in _ANY_HARMONY:
            chains[text] = tuple(kind._replace(harmony=None) for kind in kinds)
    return chains, max(map(len, chains))


_ANY_HARMONY: Final = frozenset(("мен", "бен", "пен"))


def _inflected(sound: Sound) -> Iterator[_Built]:
    """All chains of endings behind a stem of this sound."""
    stem = _Built("", sound, 0.0)
    nouns = [stem, _behind(stem, "belonging", _BELONGING)]
    numbers = [form for noun in nouns for form in (noun, _behind(noun, "plural", _PLURAL))]
    owned = [form for number in numbers for form in (number, *_possessed(number))]
    for form in owned:
        yield from (form,) if form.text else ()
        yield from _cases(form)


def _cases(form: _Built) -> Iterator[_Built]:
    for case, weight in _CASES.items():
        yield _behind(form, case, weight)
    if form.text and form.sound.last == "м" and not form.text.endswith("мен"):
        # Behind "my" the dative has no consonant: елім, еліме.
        yield _join(form, harmonise("А", form.sound.harmony), _CASES["dative"])


def _possessed(form: _Built) -> Iterator[_Built]:
    behind_vowel = form.sound.last in FINALS["vowel"]
    for weight, consonant, vowel in _POSSESSIVES:
        text = harmonise(vowel if behind_vowel else consonant, form.sound.harmony)
        joined = _join(form, text, weight)
        third = consonant == "Ы"
        yield joined._replace(
            sound=Sound(harmony=form.sound.harmony, last=joined.text[-1], third=third)
        )


def _behind(form: _Built, ending: str, weight: float) -> _Built:
    return _join(form, allomorph(ending, form.sound), weight)


def _join(form: _Built, text: str, weight: float) -> _Built:
    """Another ending behind the form, whose last қ or к a vowel voices."""
    before = form.text
    if before and text[0] in "ыіае" and before[-1] in _VOICED:
        before = before[:-1] + _VOICED[before[-1]]
    sound = Sound(harmony=form.sound.harmony, last=text[-1])
    return _Built(before + text, sound, form.weight + weight)


def attach(name: str, case: Case, *, plural: bool = False) -> str:
    """A name in a case, as Kazakh newsrooms print it.

    Kazakh and Russian words take the ending straight; names in Latin letters, abbreviations,
    numbers and names in closing marks take it behind a hyphen, chosen by how they are said
    ("Reuters-тің", "БҰҰ-ның", "2025-тің"). A name whose last word is a possessive (Сыртқы істер
    министрлігі, Біріккен Ұлттар Ұйымы, Әбішұлы) is declined as one. A name without a letter or
    digit comes back unchanged.
    """
    spoken = pronounced(name)
    if spoken is None:
        return name
    base, hyphen, sound = name, "-" if spoken.apart else "", spoken.sound
    if plural and sound.third:
        base, sound = _plural_possessive(name)
    elif plural:
        base = name + hyphen + allomorph("plural", sound)
        hyphen, sound = "", Sound(harmony=sound.harmony, last="р")
    return base + hyphen + allomorph(case, sound)


def _plural_possessive(name: str) -> tuple[str, Sound]:
    """министрлігі as министрліктері, with the sound it ends on."""
    cut = 2 if name.endswith(("сы", "сі")) else 1
    base = name[:-cut]
    if cut == 1:
        base = base[:-1] + _voiceless(base.lower())[0]
    stem = sound_of(base.lower()) or Sound(harmony="back", last="а")
    sound = Sound(harmony=stem.harmony, last=harmonise("Ы", stem.harmony), third=True)
    return base + allomorph("plural", stem) + sound.last, sound
