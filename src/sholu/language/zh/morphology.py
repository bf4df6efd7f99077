"""Chinese words have one form; those in traditional characters are brought to simplified ones."""

from sholu.language.folding import folder

fold = folder("zh")


def spelling(word: str) -> str:
    """A word as the tables spell it: in simplified characters and small letters."""
    return fold(word).lower()


def stems(word: str) -> tuple[str, ...]:
    """The word itself in simplified characters; acronyms keep their capitals."""
    plain = fold(word)
    return (plain,) if plain.isupper() and len(plain) > 1 else (plain.lower(),)
