"""Base forms of a printed word."""


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first; itself always among them."""
    return (word if len(word) > 1 and word.isupper() else word.lower(),)
