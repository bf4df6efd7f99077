"""What may stand between a verb and what it says: the one spoken to, adverbials."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Scan


def behind_hearer(scan: Scan, at: int) -> int:
    """Behind the one spoken to ("told reporters", "told the New York Times")."""
    begin = at
    if at < scan.size and scan.is_(at, Word.OBJECT):
        return at + 1
    while at < scan.size and at - begin < 14 and not _stops_phrase(scan, at):
        word = scan.words[at]
        if word & Word.COMPLEMENTISER or word & (Word.TIME | Word.TO | Word.QUESTION):
            break
        if at > begin:
            if word & Word.AUXILIARY and not scan.capital(at - 1):
                first = begin + 2 if scan.is_(begin, Word.DETERMINER) else begin + 1
                return first if first < at and not scan.capital(first) else at
            if word & (Word.PRONOUN | Word.AUXILIARY) or (
                word & Word.PREPOSITION and not word & Word.OF
            ):
                break
            joins = Word.OF | Word.COORDINATOR | Word.DETERMINER
            if word & Word.DETERMINER and not scan.is_(at - 1, joins):
                break
            if (
                scan.capital(at)
                and not scan.capital(at - 1)
                and scan.tokens[at - 1].text != "."
                and not scan.is_(at - 1, Word.COORDINATOR)
                and not scan.is_(at - 1, Word.DETERMINER | Word.OF)
            ):
                break
        elif word & Word.PREPOSITION:
            break
        at += 1
    return at


def behind_phrase(scan: Scan, at: int) -> int:
    """Behind an adverbial that begins with a preposition ("in a statement on Friday")."""
    at += 1
    begin = at
    if scan.is_(at, Word.COMPLEMENTISER) and scan.is_(at, Word.RELATIVE):
        at += 1
    while at < scan.size and at - begin < 14 and not _stops_phrase(scan, at):
        word = scan.words[at]
        if word & (Word.COMPLEMENTISER | Word.PREPOSITION | Word.TIME):
            break
        if word & Word.AUXILIARY:
            return max(begin, _last_noun_phrase(scan, begin, at))
        if at > begin:
            if word & (Word.PRONOUN | Word.DETERMINER) and not scan.is_(
                at - 1, Word.COORDINATOR | Word.DETERMINER
            ):
                break
            if (
                scan.capital(at)
                and not scan.capital(at - 1)
                and scan.tokens[at - 1].text != "."
                and not scan.is_(at - 1, Word.DETERMINER | Word.OF)
            ):
                break
        at += 1
    return at


def _stops_phrase(scan: Scan, at: int) -> bool:
    """Whether a mark there ends a noun phrase: not the full stop inside "the U.N. Council"."""
    if scan.tokens[at].text == "." and at + 1 < scan.size:
        return not scan.capital(at + 1)
    return scan.mark(at)


def _last_noun_phrase(scan: Scan, begin: int, end: int) -> int:
    """Where the last noun of a stretch begins: its first capital, or its last plain word."""
    at = end - 1
    while at > begin + 1 and scan.capital(at - 1) == scan.capital(at):
        at -= 1
    return at
