"""Base forms of a printed Turkish word."""

from typing import Final

from sholu.language import endings
from sholu.language.letters import lower_dotless

_NOUN: Final = endings.Endings(
    lower=lower_dotless,
    plural=("lar", "ler"),
    possessive=(
        *("ı", "i", "u", "ü", "sı", "si", "su", "sü", "ları", "leri"),
        *("ım", "im", "um", "üm", "ımız", "imiz", "umuz", "ümüz", "mız", "miz", "muz", "müz"),
    ),
    case=(
        *("ın", "in", "un", "ün", "nın", "nin", "nun", "nün"),
        *("a", "e", "ya", "ye", "na", "ne", "ı", "i", "u", "ü", "yı", "yi", "yu", "yü"),
        *("nı", "ni", "nu", "nü", "da", "de", "ta", "te", "nda", "nde"),
        *("dan", "den", "tan", "ten", "ndan", "nden", "la", "le", "yla", "yle"),
        *("daki", "deki", "taki", "teki", "ndaki", "ndeki", "ca", "ce", "ça", "çe"),
        *("lı", "li", "lu", "lü"),
    ),
    back="aıou",
    front="eiöü",
    hardened={"ğ": "k", "b": "p", "c": "ç", "d": "t"},
    split=True,
)


spelling = lower_dotless


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first, as `Pack.stems` gives them."""
    return endings.stems(word, _NOUN)
