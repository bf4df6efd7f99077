"""Which names of a sentence may be what it is about."""

from sholu.read.page import Sentence, Token
from sholu.read.voices.people import genitives
from sholu.read.voices.printed import Printed, run_end

# How many tokens may stand before the subject of a sentence.
_EARLY = 6
# The same where what belongs to a noun stands before it, clauses too.
_EARLY_IN_FINAL = 10


def may_be_subject(sentence: Sentence, number: int, printed: Printed) -> bool:
    """Whether the name at a token may be what its sentence is about: early, and in no case."""
    pack = printed.page.pack
    if number > (_EARLY_IN_FINAL if pack.order == "final" else _EARLY):
        return False
    end = run_end(sentence.tokens, number)
    if _begins_enumeration(sentence.tokens, end, printed):
        return False
    style = printed.style_behind(sentence.tokens, end)
    if style is not None:
        # «Дэвис ханымның»: the style has the case.
        return style.low in pack.table("groups").get("behind_name", ())
    return pack.may_be_subject(sentence.tokens[end - 1].text)


def may_be_topic(sentence: Sentence, number: int, printed: Printed) -> bool:
    """Whether a sentence begins with a name in the genitive: "Дэвистің ұлы …", of Davis's son."""
    if number > 0:
        return False
    end = run_end(sentence.tokens, number)
    last = printed.style_behind(sentence.tokens, end) or sentence.tokens[end - 1]
    return last.low.endswith(genitives(printed.page.pack))


def _begins_enumeration(tokens: list[Token], end: int, printed: Printed) -> bool:
    """Whether another name follows the comma behind a name: "Orn, Rita Marsh and …"."""
    behind = tokens[end : end + 2]
    if len(behind) < 2 or behind[0].text != "," or not behind[1].capital:
        return False
    return not behind[1].text.isupper() and not printed.kinds(behind[1].text)
