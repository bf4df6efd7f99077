"""Whom a source is."""

from dataclasses import dataclass, field
from typing import Literal

VoiceType = Literal["person", "outlet", "institution", "group", "state", "document", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A person, outlet, institution, group, state or document that speaks.

    A voice the world does not know stays a voice under its own words: `type` is then what the
    words show ("unknown" where they show nothing) and `known` is false.

    Attributes:
        id: stable across documents for a known voice; for the others made of their own words.
        name: canonical in the document's language, or the fullest form the document prints.
        country: ISO 3166-1 alpha-2 (XA to XZ for invented states), null where not stated.
        blocs: ids of the blocs it belongs to on the document's date, sorted.
        role: office or trade as printed or known ("president", "саясаттанушы").
        names: canonical names by language code, for the languages in which one is known.
        members: the single voices, where several speak one statement together.
    """

    id: str
    name: str
    type: VoiceType
    country: str | None = None
    blocs: tuple[str, ...] = ()
    role: str | None = None
    names: dict[str, str] = field(default_factory=dict, compare=False, hash=False)
    members: tuple["Voice", ...] = ()
    known: bool = False

    def name_in(self, lang: str) -> str:
        """The name to print in a review written in `lang`."""
        return self.names.get(lang, self.name)
