"""Turkic languages in Cyrillic and Arabic letters, told apart by them and by their commonest words.

Letters that one of them has and its neighbours do not are surer than any statistics; the model of
`identify` does not know Karakalpak.
"""

import re
from collections.abc import Mapping
from typing import Final

KARAKALPAK: Final = "kaa"

_LETTER: Final = re.compile(r"[^\W\d_]")

# Cyrillic. Kazakh alone has all of ә ғ қ ң ө ұ ү һ і.
_KAZAKH_OWN: Final = re.compile("[іұ]")
_KAZAKH_ANY: Final = re.compile("[әғқңөұүһі]")
_DEEP: Final = re.compile("[қғҳ]")
# Front endings and stems that Kazakh writes with і, and ый where it has и alone.
_KARAKALPAK_FORMS: Final = re.compile("(?:[ндт]иң|лери|лерин|лик)\\b|жый|быйыл|қыйын|гизб")
# Kazakh has ә without any of its other letters in a short line: words and endings tell.
_TATAR: Final = re.compile(
    r"\b(?:белән|өчен|дип|турында|буенча|ике|аның|яңа|булуын|дүрт)\b|\w(?:ләр|нәр)\b|фикерен"
)
# Letters under which a line shows nothing.
_ENOUGH: Final = 20
# The least share of such letters in a text: one Kazakh name leaves a Russian page Russian.
_LEAST: Final = 0.04

# Arabic. Uyghur opens words with yeh hamza and has letters for e and ü of its own.
_TURKIC_ARABIC: Final = re.compile("[\u06d5\u06c7\u06cb\u06ad]")
_HAMZA: Final = re.compile("[\u0674-\u0678]|(?<!\\w)\u0621")
_UYGHUR: Final = re.compile("[\u0626\u06d0\u06c8]")
_KURDISH: Final = re.compile("[\u0695\u06b5\u06ce\u06ca]")


def by_cyrillic(text: str, common: Mapping[str, int]) -> str | None:
    """The Turkic language of a Cyrillic text that its letters show; None where they do not.

    Args:
        text: in Cyrillic letters.
        common: how many of its words are common ones of each language.
    """
    low = text.lower()
    letters = len(_LETTER.findall(low))
    own = len(_KAZAKH_ANY.findall(low))
    if re.search("[ҡҙҫ]", low):
        return "ba"
    if re.search("[ӣӯҷїєґҹҝ]", low) or own + len(re.findall("[ўҳ]", low)) <= _LEAST * letters:
        return None
    if re.search("[ўҳ]", low):
        return _of_uzbekistan(low)
    if "җ" in low:
        return "ug" if _DEEP.search(low) else "tt"
    if _KAZAKH_OWN.search(low):
        return "kk" if re.search("[әғқңөұүһ]", low) else None
    if _DEEP.search(low):
        return _without_own(low, common)
    return "tt" if _TATAR.search(low) else None


def _of_uzbekistan(low: str) -> str | None:
    """Uzbek or Karakalpak, by ў and ҳ; Belarusian has ў as well."""
    if re.search("[әөүңы]", low):
        return KARAKALPAK if re.search("[әөүңқғҳ]", low) else None
    return "uz" if not re.search("[іщ]", low) else None


def _without_own(low: str, common: Mapping[str, int]) -> str | None:
    """Of Kazakh, Karakalpak, Uyghur and Uzbek, where no letter belongs to one alone."""
    if len(_LETTER.findall(low)) < _ENOUGH:
        return None
    if "ы" not in low:
        return "ug" if re.search("[әөүң]", low) else "uz"
    known = common.get(KARAKALPAK, 0) > common.get("kk", 0) + 1
    return KARAKALPAK if known or _KARAKALPAK_FORMS.search(low) else "kk"


def by_arabic(text: str) -> str | None:
    """Kazakh or Uyghur in Arabic letters; None for anything else."""
    letters = len(_LETTER.findall(text))
    if _KURDISH.search(text) or len(_TURKIC_ARABIC.findall(text)) <= _LEAST * letters:
        return None
    if len(_UYGHUR.findall(text)) > len(_HAMZA.findall(text)):
        return "ug"
    return "kk"
