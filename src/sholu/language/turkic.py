"""Turkic languages told apart by their letters and commonest words, in each of their scripts.

Letters that one of them has and its neighbours do not are surer than any statistics; the model of
`identify` knows neither Karakalpak nor Kazakh in Latin letters.
"""

import re
from typing import Final

KARAKALPAK: Final = "kaa"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTER: Final = re.compile(r"[^\W\d_]")

# Cyrillic. Kazakh alone has all of ә ғ қ ң ө ұ ү һ і.
_KAZAKH_OWN: Final = re.compile("[іұ]")
_KAZAKH_ANY: Final = re.compile("[әғқңөұүһі]")
_DEEP: Final = re.compile("[қғҳ]")
_KARAKALPAK_CYRILLIC: Final = _words(
    "ҳәм менен ушын еки бир болып кейин бойынша жылы бул арқалы ҳаққында себепли етип усы оның"
)
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

# Latin. q before anything but u, and letters that English has not.
_Q: Final = re.compile("q(?!u[aeio])")
_ACUTE: Final = re.compile("[áǵńóúý]")
# Letters of other languages, of which none stands in a Kazakh or Karakalpak word.
_NEITHER: Final = re.compile("[əąćęłśźžňč]|[og][ʻ‘]|g['’]|(?<=[a-z])o['’]")
_Y_VOWEL: Final = re.compile("(?<=[^\\Waeiouäöüūáóúıý])y(?=[^\\Waeiouäöüūáóúıý]|\\b)|ý")
_KAZAKH_LATIN: Final = _words(
    "jäne jáne jane üşin üşın úshin ushin üshin qazaqstan qazaq qazaqstannyñ qazaqstannıñ osy osı "
    "bolyp bolıp boldy boldı elimizdiñ elimizdiń jyly jılı boıynsha boyınşa boiynşa aitty aıtty "
    "ayttı turaly turalı künı kúni endı endi būl degen deidı deıdi deydi keiın keıin keyin arqyly "
    "arqılı sūrady kezınde kezinde arasynda arasında birneshe bırneşe birneşe sııaqty siaqty "
    "siyaqtı ärbır árbir ötken ótken eken kerek"
)
_KARAKALPAK_LATIN: Final = _words(
    "hám menen ushın bolıp boyınsha keyin kerek ótken arqalı haqqında eki bir etip usı onıń jılı "
    "sebepli"
)

# Arabic. Uyghur opens words with yeh hamza and has letters for e and ü of its own.
_TURKIC_ARABIC: Final = re.compile("[\u06d5\u06c7\u06cb\u06ad]")
_HAMZA: Final = re.compile("[\u0674-\u0678]|(?<!\\w)\u0621")
_UYGHUR: Final = re.compile("[\u0626\u06d0\u06c8]")
_KURDISH: Final = re.compile("[\u0695\u06b5\u06ce\u06ca]")


def by_cyrillic(text: str) -> str | None:
    """The Turkic language of a Cyrillic text that its letters show; None where they do not."""
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
        return _without_own(low)
    return "tt" if _TATAR.search(low) else None


def _of_uzbekistan(low: str) -> str | None:
    """Uzbek or Karakalpak, by ў and ҳ; Belarusian has ў as well."""
    if re.search("[әөүңы]", low):
        return KARAKALPAK if re.search("[әөүңқғҳ]", low) else None
    return "uz" if not re.search("[іщ]", low) else None


def _without_own(low: str) -> str | None:
    """Of Kazakh, Karakalpak, Uyghur and Uzbek, where no letter belongs to one alone."""
    if len(_LETTER.findall(low)) < _ENOUGH:
        return None
    if "ы" not in low:
        return "ug" if re.search("[әөүң]", low) else "uz"
    words = set(_WORD.findall(low))
    known = len(words & _KARAKALPAK_CYRILLIC) > 1
    return KARAKALPAK if known or _KARAKALPAK_FORMS.search(low) else "kk"


def by_latin(text: str) -> str | None:
    """Kazakh or Karakalpak in Latin letters; None for anything else."""
    low = text.lower()
    if _NEITHER.search(low):
        return None
    words = set(_WORD.findall(low))
    karakalpak = len(words & _KARAKALPAK_LATIN)
    if len(words & _KAZAKH_LATIN) > max(1, karakalpak):
        return "kk"
    narrow = len(_Y_VOWEL.findall(low))
    q = _Q.search(low) is not None
    if "ñ" in low and re.search("[ışğ]", low):
        return "kk"
    if q and re.search("[äğşū]", low) and (narrow > 1 or ("ı" in low and "j" in low)):
        return "kk"
    if narrow > 1 and len(_ACUTE.findall(low)) > 1 and (q or re.search("[ǵń]", low)):
        return "kk"
    if narrow == 0 and _ACUTE.search(low) and low.count("ı") > 1:
        sure = q or re.search("[ǵń]", low) or karakalpak
        return KARAKALPAK if sure else None
    return None


def by_arabic(text: str) -> str | None:
    """Kazakh or Uyghur in Arabic letters; None for anything else."""
    letters = len(_LETTER.findall(text))
    if _KURDISH.search(text) or len(_TURKIC_ARABIC.findall(text)) <= _LEAST * letters:
        return None
    if len(_UYGHUR.findall(text)) > len(_HAMZA.findall(text)):
        return "ug"
    return "kk"
