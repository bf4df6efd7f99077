"""Base forms of a printed Azerbaijani word."""

from typing import Final

from sholu.language import endings
from sholu.language.letters import lower_dotless

_NOUN: Final = endings.Endings(
    lower=lower_dotless,
    plural=("lar", "lər"),
    possessive=(
        *("ı", "i", "u", "ü", "sı", "si", "su", "sü", "ları", "ləri"),
        *("ım", "im", "um", "üm", "ımız", "imiz", "umuz", "ümüz", "mız", "miz", "muz", "müz"),
    ),
    case=(
        *("ın", "in", "un", "ün", "nın", "nin", "nun", "nün"),
        *("a", "ə", "ya", "yə", "na", "nə", "ı", "i", "u", "ü", "nı", "ni", "nu", "nü"),
        *("da", "də", "nda", "ndə", "dan", "dən", "ndan", "ndən", "la", "lə", "yla", "ylə"),
        *("dakı", "dəki", "ndakı", "ndəki", "ca", "cə", "lı", "li", "lu", "lü"),
    ),
    back="aıou",
    front="əeiöü",
    hardened={"y": "k", "ğ": "q"},
    split=False,
)

spelling = lower_dotless


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first, as `Pack.stems` gives them."""
    return endings.stems(word, _NOUN)
