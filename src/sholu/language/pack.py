"""A language pack: TOML tables, and the base forms of a word."""

from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from importlib import import_module, resources
from types import MappingProxyType
from typing import Any, Literal, get_args

import tomli

from sholu.language.cutting import Cutter, listed_words
from sholu.model import SholuError

Table = MappingProxyType[str, Any]
Order = Literal["final", "initial", "second", "unspaced"]

# Tables whose words a language without spaces is cut into.
_OF_WORDS = ("assess", "people", "voices")


class Pack:
    """What is known of one language. Made once a process by `pack`.

    Attributes:
        code: ISO 639-1.
        stems: possible base forms of one printed word, likeliest first.
        spelling: a printed word as the tables spell it: in small letters, and in one script where
            the language has two.
        citation: a phrase as a heading prints it, out of the case it stood in.
        full_name: a person's name out of the case it stood in, where that is sure.
        given_name: "feminine" or "masculine" for a word that is a given name; null where it is none
            that the language's dictionary knows.
        may_be_verb: whether a lower-cased word that ends as verbs do is one in its likeliest
            reading; true where no dictionary tells.
        may_be_subject: whether a printed name may stand in the case of a subject; true where the
            language has no cases.
        fold: a text in one script where the language has two, as long as before.
        order: where the verb of saying stands: "final" (Kazakh, Turkish), "initial" (English,
            French, Russian) or "second" (German); or "unspaced", where no spaces tell the words
            (Chinese).
        names_from: languages whose names for people and bodies stand in its texts too.
    """

    def __init__(self, code: str) -> None:
        self._folder = resources.files(__package__) / code
        self._tables: dict[str, Table] = {}
        self.code = code
        order = self.table("text")["order"]
        if order not in get_args(Order):
            known = ", ".join(get_args(Order))
            raise SholuError(f"language/{code}/text.toml: order is {order!r}, none of {known}")
        self.order: Order = order
        self.names_from: tuple[str, ...] = tuple(self.table("text").get("names_from", ()))
        morphology = import_module(f"{__package__}.{code}.morphology")
        stems: Callable[[str], tuple[str, ...]] = morphology.stems
        self.citation: Callable[[str], str] = getattr(morphology, "citation", str)
        self.fold: Callable[[str], str] = getattr(morphology, "fold", str)
        self.full_name: Callable[[str], str] = getattr(morphology, "full_name", str)
        self.given_name: Callable[[str], str | None] = getattr(
            morphology, "given_name", lambda word: None
        )
        self.may_be_subject: Callable[[str], bool] = getattr(
            morphology, "may_be_subject", self._shows_no_ending
        )
        self.stems: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=200_000)(stems)
        self.may_be_verb: Callable[[str], bool] = getattr(
            morphology, "may_be_verb", lambda word: True
        )
        spelling: Callable[[str], str] = getattr(morphology, "spelling", str.lower)
        self.spelling: Callable[[str], str] = lru_cache(maxsize=200_000)(spelling)

    def _shows_no_ending(self, word: str) -> bool:
        """Whether a printed name is its own base form, in a language whose cases are endings."""
        if self.order != "final":
            return True
        return self.stems(word)[0] in (word, self.spelling(word))

    def table(self, name: str) -> Table:
        """The contents of `<name>.toml`, read once; empty where the pack has no such file."""
        if name not in self._tables:
            file = self._folder / f"{name}.toml"
            content = tomli.loads(file.read_text("utf-8")) if file.is_file() else {}
            self._tables[name] = MappingProxyType(content)
        return self._tables[name]

    @cached_property
    def cutter(self) -> Cutter | None:
        """What cuts text into words where no spaces do, by the words that the tables list."""
        if self.order != "unspaced":
            return None
        words = (word for name in _OF_WORDS for word in listed_words(self.table(name)))
        return Cutter(words, self.fold)


@cache
def available(table: str = "text") -> tuple[str, ...]:
    """Codes of the languages whose pack has a table, sorted; every pack has "text"."""
    rooms = resources.files(__package__).iterdir()
    return tuple(sorted(room.name for room in rooms if (room / f"{table}.toml").is_file()))


@cache
def pack(code: str) -> Pack:
    """The pack of one language; `KeyError` where there is none."""
    if code not in available():
        raise KeyError(code)
    return Pack(code)
