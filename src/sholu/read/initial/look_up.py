"""A sentence looked up: each token with what it may be, then its words of saying."""

from collections.abc import Sequence

from sholu.read.initial.hits import find_hits
from sholu.read.initial.lexicon import Lexicon, Word
from sholu.read.initial.scan import Scan
from sholu.read.page import NUMBER, PUNCTUATION, QUOTED, Sentence, Token

_NOTHING = 0
# A capital letter inside a sentence makes a name of a small word, except of these.
_ALSO_NAMES = Word.DETERMINER | Word.TIME | Word.ROLE | Word.DOCUMENT | Word.TITLE | Word.PRONOUN
_FRESH = frozenset(":;.?!…")


def may_speak(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a cue or a quotation stands among the tokens at all."""
    cues = lexicon.cues
    return any(token.low in cues or token.kind == QUOTED for token in tokens)


def _is_surname(tokens: Sequence[Token], words: Sequence[int], at: int) -> bool:
    """Whether an auxiliary that is a month, too, is a surname behind a name ("Jane May")."""
    if not (words[at] & Word.AUXILIARY and words[at] & Word.TIME):
        return False
    dated = at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER
    return tokens[at - 1].capital and not words[at - 1] and not dated


def look_up(text: str, sentence: Sentence, lexicon: Lexicon) -> Scan:
    """Look a sentence up."""
    tokens = sentence.tokens
    known = lexicon.words
    words = [known.get(token.low, _NOTHING) for token in tokens]
    # "Le Phare" is a name where articles are written small.
    also_names = _ALSO_NAMES & ~Word.DETERMINER if lexicon.prepositional else _ALSO_NAMES
    for at in range(1, len(tokens)):
        if words[at] and tokens[at].capital and tokens[at - 1].text not in _FRESH:
            words[at] = _NOTHING if _is_surname(tokens, words, at) else words[at] & also_names
    size = len(tokens)
    while size and tokens[size - 1].kind == PUNCTUATION and tokens[size - 1].text[0] in ".!?…:;":
        size -= 1
    found = Scan(text, tokens, words, lexicon, size)
    found.hits = find_hits(found)
    return found
