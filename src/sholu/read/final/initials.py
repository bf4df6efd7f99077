"""Initials before a family name: "Г. Марченко" is one name, not the end of a clause."""

from sholu.read.page import WORD, Token

# Letters of the longest initial: "Дж.", "Ch.".
_LONGEST = 2


def with_initials_joined(tokens: list[Token]) -> list[Token]:
    """The tokens with each family name and the initials before it as one.

    The joined token is spelled like both and inflects like the name, so `low` is the name's alone.
    """
    if not any(token.text == "." for token in tokens[:-1]):
        return tokens
    joined: list[Token] = []
    for token in tokens:
        while token.capital and _follows_initial(joined):
            joined.pop()
            initial = joined.pop()
            between = " " * (token.start - initial.end - 1)
            text = f"{initial.text}.{between}{token.text}"
            token = Token(initial.start, token.end, text, token.low, WORD)
        joined.append(token)
    return joined


def _follows_initial(tokens: list[Token]) -> bool:
    if len(tokens) < 2 or tokens[-1].text != ".":
        return False
    initial = tokens[-2]
    return (
        initial.capital
        and initial.end == tokens[-1].start
        and len(initial.text.rsplit(".", 1)[-1]) <= _LONGEST
        and len(initial.text) <= 2 * _LONGEST
    )
