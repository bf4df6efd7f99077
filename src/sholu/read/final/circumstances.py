"""When, where and to whom a thing was said: what stands between a speaker and the clause."""

from sholu.read.final.sentence import SentenceReader
from sholu.read.page import PUNCTUATION, QUOTED, WORD

# How many words may say where and when a thing was said.
_LONGEST_VENUE = 10


def skip_circumstances(
    reader: SentenceReader, begin: int, high: int, *, asked: bool = False
) -> int:
    """Behind the subject: when and where it was said, and to whom; from whom it is asked."""
    words = reader.words
    at = begin
    while at + 1 < high and reader.tokens[at].low in words.particles:
        # "Тек жартысы ғана | … айтты".
        at += 1
    while words.subject_comma and at < high and reader.tokens[at].text == ",":
        at += 1
    while at < high and reader.tokens[at].low in words.when:
        at += 1
    place = at
    for index in range(at, min(high, at + _LONGEST_VENUE)):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION:
            break
        if token.low.rsplit("-", 1)[-1] in words.venues:
            at = index + 1
    wanted = "ablative" if asked else "dative"
    behind = _skip_recipient(reader, at, high, wanted, anyone=at > place)
    while at < behind < high and reader.tokens[behind].low in words.when:
        behind += 1
    return behind


def _skip_recipient(
    reader: SentenceReader, at: int, high: int, wanted: str, *, anyone: bool
) -> int:
    """Behind a noun in the dative that can speak, with what describes it: "сот алқасына".

    Behind where it was said, `anyone` may be told: "жиында басшыларға | … айтты".
    """
    words = reader.words
    sure = False
    if at + 1 < high and reader.tokens[at].low in words.oblique_pronouns:
        # "Ол маған … айтты".
        told = words.of(reader.tokens[at]) == wanted
        told = told or (wanted == "dative" and reader.tokens[at].low in words.dative_pronouns)
        return at + told
    for index in range(at, min(high - 1, at + 5)):
        token = reader.tokens[index]
        if token.kind == QUOTED:
            continue
        opens = token.low in words.openings and token.low not in words.describing
        if token.kind != WORD or token.low in words.pronouns or opens:
            return at
        case = words.of(token)
        if case == wanted:
            following = reader.tokens[index + 1]
            owned = index > at and words.of(reader.tokens[index - 1]) == "genitive"
            if index + 2 >= high or (owned and not token.low.endswith(words.possessed)):
                return at
            kind = words.noun_kind(token.low)
            speaks = kind not in (None, "documents")
            if kind == "roles" and wanted == "dative" and words.hearers and not anyone:
                speaks = token.low.startswith(words.hearers)
            speaks = speaks or _is_addressed(reader, index, high)
            speaks = speaks and (not sure or token.low.startswith(words.hearers))
            linked = following.low in words.postpositions or following.low.endswith(
                words.participles
            )
            # "Парламентке | сайлауға түсетінін": it belongs to what is done.
            done = words.of(following) == "dative" and following.low.endswith(words.infinitives)
            linked = linked or done
            return index + 1 if speaks and not linked else at
        placed = case == "locative" and bool(words.hearers)
        if case not in ("nominative", "genitive", "attributive") and not placed:
            return at
        # "Көкбұлақта журналистерге | … айтты": behind a place only those who surely listen.
        anyone = anyone and not placed
        sure = sure or placed
    return at


def _is_addressed(reader: SentenceReader, index: int, high: int) -> bool:
    """Whether a name in the dative is told something: its clause has a subject of its own.

    "Bakan Ankara'ya | askerlerin …"; not "Bakan Ankara'ya gideceğini".
    """
    words = reader.words
    if not words.relative or not reader.tokens[index].capital:
        return False
    for token in reader.tokens[index + 1 : min(high, index + 6)]:
        if token.text == "," or words.of(token) == "genitive":
            return True
        if token.low.endswith(words.accusative_clause):
            return False
    return False


def skip_converb(reader: SentenceReader, begin: int, high: int) -> int:
    """Behind what the speaker did before speaking: "кездесуден шығып, | … айтты"."""
    for index in range(begin, high - 2):
        token, comma = reader.tokens[index], reader.tokens[index + 1]
        if token.kind == PUNCTUATION:
            break
        if comma.text == "," and token.kind == WORD:
            done = token.low.endswith(reader.words.converbs) and not token.capital
            return index + 2 if done else begin
    return begin
