"""One sentence seen through the lexicon: what each of its tokens may be, and its cues."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sholu.read.initial.lexicon import Cue, Lexicon, Word
from sholu.read.page import PUNCTUATION, QUOTED, WORD, Sentence, Token

_DASHES = frozenset("-–—―")
_NOTHING = 0
# A capital letter inside a sentence makes a name of a small word, except of these.
_ALSO_NAMES = Word.DETERMINER | Word.TIME | Word.ROLE | Word.DOCUMENT | Word.TITLE | Word.PRONOUN
_FRESH = frozenset(":;.?!…")
_NO_VERB_BEHIND = Word.DETERMINER | Word.POSSESSIVE


@dataclass(slots=True)
class Hit:
    """A verb or phrase of saying found in a sentence.

    Attributes:
        at, end: its tokens, half open.
        start: its first token with the auxiliaries before it.
        passive: "was told".
        negated: "did not say", "refused to say".
        unreal: "could say".
        tied: the pronoun that a hyphen ties to the verb or its auxiliary ("a-t-il dit").
    """

    cue: Cue
    at: int
    end: int
    start: int
    passive: bool = False
    negated: bool = False
    unreal: bool = False
    tied: int | None = None

    def takes(self, what: str) -> bool:
        """Whether `what` may follow it."""
        return what in self.cue.takes


@dataclass(slots=True)
class Scan:
    """A sentence's tokens with what each may be.

    Attributes:
        size: number of tokens without the sentence's final punctuation.
        titled: whether most words begin with a capital, as in a headline; null until asked.
        subjects: the noun phrases found before verbs so far, by the verb's first token.
    """

    text: str
    tokens: Sequence[Token]
    words: list[int]
    lexicon: Lexicon
    size: int
    hits: list[Hit] = field(default_factory=list)
    titled: bool | None = None
    subjects: dict[int, tuple[int, int] | None] = field(default_factory=dict)

    def comma(self, at: int) -> bool:
        """Whether a comma stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text == ","

    def pause(self, at: int) -> bool:
        """Whether a comma stands there, or a quotation that ends in one."""
        if not 0 <= at < len(self.tokens):
            return False
        quote = self.tokens[at].quote
        if quote is None:
            return self.comma(at)
        return self.text[quote.start : quote.end].rstrip("'’”\"")[-1:] == ","

    def dash(self, at: int) -> bool:
        """Whether a dash stands there, free on both sides."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text in _DASHES

    def quoted(self, at: int) -> bool:
        """Whether a whole quotation stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == QUOTED

    def mark(self, at: int) -> bool:
        """Whether it is punctuation, a quotation or outside the sentence."""
        return not 0 <= at < self.size or self.tokens[at].kind in (PUNCTUATION, QUOTED)

    def capital(self, at: int) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.tokens[at].capital

    def low(self, at: int) -> str:
        """The token there, lower-cased; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def cue_like(self, hit: Hit) -> bool:
        """Whether the verb is so plainly one of saying that any noun phrase opens a clause."""
        return "question" in hit.cue.takes and hit.cue.sense == "say"

    def ends(self, at: int, name: str) -> bool:
        """Whether the token has one of the endings listed under `name`.

        Words and endings listed under "not_" and the name are none ("безопасности", no infinitive).
        """
        lexicon = self.lexicon
        low = self.low(at)
        if not low.endswith(lexicon.endings.get(name, ())):
            return False
        other = "not_" + name
        return not (
            low in lexicon.links.get(other, ()) or low.endswith(lexicon.endings.get(other, ()))
        )

    def link(self, at: int, name: str) -> bool:
        """Whether the token is one of the small words listed under `name`."""
        return self.low(at) in self.lexicon.links.get(name, ())

    def tied(self, at: int) -> bool:
        """Whether a hyphen ties the token to the one before it ("dit-il")."""
        if not 0 < at < len(self.tokens):
            return False
        start = self.tokens[at].start
        return self.tokens[at - 1].end < start and self.text[start - 1] == "-"

    def is_(self, at: int, word: int) -> bool:
        """Whether the token there may be any of `word`."""
        return 0 <= at < len(self.words) and bool(self.words[at] & word)


def dateline(scan: Scan) -> int:
    """The token behind a leading "NORVIK, May 5 (Agency) -"; 0 where there is none."""
    first = scan.tokens[0].text if scan.tokens else ""
    if len(first) < 3 or not first.isupper():
        return 0
    for at in range(1, min(scan.size, 12)):
        if scan.dash(at):
            return at + 1
        token = scan.tokens[at]
        if token.kind == WORD and not (token.capital or scan.words[at] & Word.TIME):
            return 0
    return 0


def may_speak(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a cue or a quotation stands among the tokens at all."""
    cues = lexicon.cues
    return any(token.low in cues or token.kind == QUOTED for token in tokens)


def scan(text: str, sentence: Sentence, lexicon: Lexicon) -> Scan:
    """Look a sentence up."""
    tokens = sentence.tokens
    known = lexicon.words
    words = [known.get(token.low, _NOTHING) for token in tokens]
    # "Le Phare" is a name where articles are written small.
    also_names = _ALSO_NAMES & ~Word.DETERMINER if lexicon.prepositional else _ALSO_NAMES
    for at in range(1, len(tokens)):
        if words[at] and tokens[at].capital and tokens[at - 1].text not in _FRESH:
            words[at] &= also_names
    size = len(tokens)
    while size and tokens[size - 1].kind == PUNCTUATION and tokens[size - 1].text[0] in ".!?…:;":
        size -= 1
    found = Scan(text, tokens, words, lexicon, size)
    found.hits = _hits(found)
    return found


def _hits(scan: Scan) -> list[Hit]:
    hits = []
    cues, tokens = scan.lexicon.cues, scan.tokens
    inverted = scan.lexicon.inverted
    at = 0
    while at < scan.size:
        options = cues.get(tokens[at].low)
        if options is not None:
            hit = _hit(scan, at, options)
            if hit is not None:
                if hit.cue.form != "idle":
                    hits.append(hit)
                at = hit.end
                continue
        elif inverted and (_is_manner(scan, at) or _is_tied_manner(scan, at)):
            hit = Hit(Cue((tokens[at].low,), "finite", "say", _QUOTE), at, at + 1, at)
            hits.append(_with_auxiliaries(scan, hit))
        at += 1
    return hits


_QUOTE = frozenset(("quote",))


def _is_manner(scan: Scan, at: int) -> bool:
    """Whether any verb stands behind a quotation and its dash ("«Едем!» – машет он")."""
    token = scan.tokens[at]
    if not scan.dash(at - 1) or scan.words[at] or token.capital:
        return False
    before = at - 3 if scan.comma(at - 2) else at - 2
    if token.kind != WORD or not scan.quoted(before) or scan.ends(at + 1, "infinitive"):
        return False
    return scan.ends(at, "verb") and scan.lexicon.may_be_verb(token.low)


def _is_tied_manner(scan: Scan, at: int) -> bool:
    """Whether any verb with its pronoun tied to it follows a quotation ("« … », sourit-elle")."""
    tied = at + 1 if scan.tied(at + 1) else at - 1
    if not scan.tied(tied) or not scan.is_(tied, Word.PRONOUN) or scan.is_(at, Word.AUXILIARY):
        return False
    if scan.tokens[at].kind != WORD or (tied < at and not scan.ends(at, "participle_perfect")):
        return False
    first = min(tied - 1, at)
    while first > 0 and scan.is_(first - 1, Word.OBJECT | Word.NEGATION):
        first -= 1
    return scan.comma(first - 1) and scan.quoted(first - 2)


def _hit(scan: Scan, at: int, options: tuple[Cue, ...]) -> Hit | None:
    tokens = scan.tokens
    for cue in options:
        end = at + len(cue.words)
        if end > scan.size:
            continue
        if len(cue.words) > 1 and (
            tokens[at + 1].low != cue.words[1]
            or any(tokens[at + i].low != word for i, word in enumerate(cue.words))
        ):
            continue
        hit = _as_verb(scan, Hit(cue, at, end, at))
        if hit is not None:
            return hit
    return None


def _as_verb(scan: Scan, hit: Hit) -> Hit | None:
    """The hit with its auxiliaries; nothing where the word is a noun here."""
    if hit.cue.form in ("phrase", "whose", "impersonal", "idle"):
        return hit
    if hit.cue.form == "noun":
        return hit if clause_of_noun(scan, hit.end) is not None else None
    at = hit.at
    if scan.link(hit.end, "particles"):
        return None
    if scan.tokens[at].capital and at and _is_name(scan, at):
        return None
    if scan.words[at] & Word.NOUN and len(hit.cue.words) == 1 and not _acts_as_verb(scan, at):
        return None
    owned = scan.ends(at - 1, "possessive") and not scan.link(at - 1, "contracted")
    if hit.cue.form == "participle" and owned:
        return None
    before = scan.words[at - 1] if at else _NOTHING
    if scan.lexicon.prepositional and scan.link(at - 1, "objects") and not _is_noun(scan, at):
        before &= ~Word.DETERMINER
    if before & Word.TO and not scan.lexicon.inverted:
        if hit.cue.form != "finite":
            return None
        hit.cue = Cue(hit.cue.words, "infinitive", hit.cue.sense, hit.cue.takes)
    elif (
        before & _NO_VERB_BEHIND
        and not before & (Word.QUANTIFIER | Word.PRONOUN | Word.RELATIVE)
        and not (scan.lexicon.inverted and before & Word.OBJECT)
    ) or (hit.cue.form == "finite" and before & Word.PREPOSITION and not before & Word.OPENER):
        return None
    if hit.cue.form == "finite" and _is_participle(scan, at):
        return None
    asks = before & Word.QUESTION and not before & Word.RELATIVE and not scan.lexicon.inverted
    if asks and hit.cue.sense == "think":
        return None
    _with_auxiliaries(scan, hit)
    governor = hit.start - 2 if hit.cue.form == "infinitive" else hit.start - 1
    hit.negated = hit.negated or scan.link(governor, "unsaid")
    if hit.passive and hit.cue.form == "participle":
        hit.cue = Cue(hit.cue.words, "finite", hit.cue.sense, hit.cue.takes)
        hit.passive = False
    if hit.cue.form == "participle" and scan.link(at - 1, "gerund"):
        hit.start = at - 1
    if hit.takes("self") and not _turns_on_itself(scan, hit):
        return None
    if scan.link(hit.start - 1, "reflexive") and not hit.cue.takes & {"self", "itself"}:
        return None
    return _compound(scan, hit) if hit.cue.form == "past" else hit


_BESIDE_VERB = Word.AUXILIARY | Word.ADVERB | Word.NEGATION


def _with_auxiliaries(scan: Scan, hit: Hit) -> Hit:
    """Take in the auxiliaries before the verb, and note what they make of it."""
    begin = hit.at
    while begin and (
        scan.words[begin - 1] & _BESIDE_VERB
        or (scan.tied(begin - 1) and scan.is_(begin - 2, Word.AUXILIARY))
        or (scan.lexicon.inverted and scan.ends(begin - 1, "adverb"))
    ):
        begin -= 1
        word = scan.words[begin]
        if word & (Word.AUXILIARY | Word.NEGATION) and not scan.tied(begin):
            hit.start = begin
        hit.passive = hit.passive or bool(word & Word.PASSIVE)
        hit.negated = hit.negated or bool(word & Word.NEGATION)
        hit.unreal = hit.unreal or scan.link(begin, "unreal")
        if scan.tied(begin):
            hit.tied = begin
    if hit.tied is None and scan.tied(hit.end) and scan.is_(hit.end, Word.PRONOUN):
        hit.tied = hit.end
    if hit.passive and scan.lexicon.links.get("self") and _itself(scan, hit) is not None:
        hit.passive = False
    return hit


def _itself(scan: Scan, hit: Hit) -> int | None:
    """The reflexive pronoun before the verb and its auxiliaries ("s'est engagé")."""
    at = hit.start - 1
    while scan.is_(at, Word.OBJECT) and not scan.link(at, "self"):
        at -= 1
    return at if scan.link(at, "self") else None


def _turns_on_itself(scan: Scan, hit: Hit) -> bool:
    """Take the reflexive pronoun into a verb that asks for it; whether it stands there."""
    at = _itself(scan, hit)
    if at is not None:
        hit.start = at
    return at is not None


def _compound(scan: Scan, hit: Hit) -> Hit | None:
    """The past participle as the verb it makes with its auxiliary, its own or one before it."""
    if not hit.passive and not any(scan.is_(at, Word.AUXILIARY) for at in range(hit.start, hit.at)):
        joined = scan.is_(hit.start - 1, Word.COORDINATOR) and any(
            scan.is_(at, Word.AUXILIARY) and not scan.is_(at, Word.PASSIVE)
            for at in range(hit.start - 1)
        )
        if not joined or scan.link(hit.end, "by"):
            return None
    hit.cue = Cue(hit.cue.words, "finite", hit.cue.sense, hit.cue.takes)
    return hit


def clause_of_noun(scan: Scan, end: int) -> int | None:
    """The complementiser behind a noun of saying, who says it between them or not.

    "his claim that ...", "a warning from the port that ...".
    """
    for at in range(end, min(scan.size - 1, end + 8)):
        if scan.is_(at, Word.COMPLEMENTISER):
            said = at == end or scan.link(end, "said_by")
            relative = scan.is_(at + 1, Word.AUXILIARY) or scan.mark(at + 1)
            return at if said and (scan.quoted(at + 1) or not relative) else None
        if scan.mark(at) or scan.is_(at, Word.AUXILIARY):
            return None
    return None


def _is_participle(scan: Scan, at: int) -> bool:
    """Whether a past form has no subject ("when asked", "from publicly disclosed figures")."""
    if scan.lexicon.inverted or not scan.ends(at, "participle_past"):
        return False
    before = at - 1
    while before >= 0 and (scan.is_(before, Word.ADVERB) or scan.ends(before, "adverb")):
        before -= 1
    if before < 0:
        return False
    if scan.is_(before, Word.SUBORDINATOR):
        return True
    return before < at - 1 and scan.is_(before, Word.PREPOSITION) and not scan.is_(before, Word.TO)


def _is_name(scan: Scan, at: int) -> bool:
    """Whether a capital letter makes a name of a verb form ("the Rules Committee")."""
    before = scan.tokens[at - 1]
    if before.kind != WORD and before.text not in ",":
        return False
    if scan.titled is None:
        plain = [token for token in scan.tokens if token.kind == WORD and len(token.text) > 3]
        scan.titled = 3 * sum(token.capital for token in plain) > 2 * len(plain)
    return not scan.titled


def _is_noun(scan: Scan, at: int) -> bool:
    """Whether a form behind a word that is an article or an object may be a noun."""
    return bool(scan.words[at] & Word.NOUN) and not scan.is_(at - 2, Word.PRONOUN | Word.NEGATION)


def _acts_as_verb(scan: Scan, at: int) -> bool:
    """Whether a form that may be a noun is a verb here ("critics claim that", "she notes")."""
    if scan.lexicon.prepositional and at and not scan.is_(at - 1, Word.OF):
        # An article or a preposition would stand before the noun.
        return True
    after = at + 1
    while scan.is_(after, Word.TIME) or scan.is_(after, Word.ADVERB):
        after += 1
    before = at - 1
    while before >= 0 and scan.is_(before, Word.ADVERB):
        before -= 1
    if before >= 0 and scan.is_(before, Word.AUXILIARY | Word.TO):
        return True
    if before >= 0 and scan.is_(before, Word.PRONOUN) and not scan.is_(before, Word.DETERMINER):
        return True
    if before < 0 or scan.ends(before, "possessive") or _behind_adjective(scan, at, before):
        return False
    if scan.link(before, "several") and scan.ends(at, "plural"):
        return False
    quoted = next((i for i in range(at - 1, max(-1, at - 9), -1) if scan.quoted(i)), None)
    if quoted is not None and not any(is_verb(scan, i) for i in range(quoted + 1, at)):
        return scan.pause(quoted) or scan.comma(quoted + 1)
    if after >= scan.size:
        return before >= 1 and (scan.capital(before) or scan.is_(before, Word.ROLE | Word.DOCUMENT))
    if scan.quoted(after):
        return True
    if scan.tokens[after].text == ":":
        return not scan.is_(before, Word.DETERMINER) or scan.is_(before, Word.PRONOUN)
    if scan.comma(after):
        return scan.quoted(after + 1) and not scan.ends(before, "possessive")
    if scan.is_(after, Word.COMPLEMENTISER | Word.OBJECT):
        return True
    if scan.capital(after) and not scan.words[after] and _is_main(scan, at, after):
        return True
    capital = before >= 0 and scan.capital(before)
    known = before >= 0 and scan.is_(before, Word.ROLE | Word.DOCUMENT)
    if scan.is_(after, Word.PRONOUN | Word.DETERMINER) and not scan.is_(after, Word.AUXILIARY):
        if scan.comma(before) and scan.ends(at, "plural"):
            return True
        return capital or known or scan.ends(before, "plural")
    return False


def _behind_adjective(scan: Scan, at: int, before: int) -> bool:
    """Whether an article and an adjective make it a noun ("a narrow ruling", "the new report")."""
    if scan.ends(at, "plural") or before < 1 or scan.words[before]:
        return False
    if scan.capital(before):
        return False
    return scan.is_(before - 1, Word.DETERMINER) or scan.ends(before - 1, "possessive")


def _is_main(scan: Scan, at: int, after: int) -> bool:
    """Whether no verb stands before the form and one behind it ("Roe claims Doe was there")."""
    if not (scan.ends(at, "plural") or scan.ends(at - 1, "plural")):
        return False
    if at == 0 or scan.mark(at - 1) or any(is_verb(scan, index) for index in range(at)):
        return False
    return any(is_verb(scan, index) for index in range(after, min(scan.size, after + 8)))


def is_verb(scan: Scan, at: int) -> bool:
    """Whether the token looks like a finite verb, by list or by its ending."""
    token = scan.tokens[at]
    if scan.words[at] & (Word.AUXILIARY | Word.VERB) or token.low in scan.lexicon.verbs:
        return True
    if token.kind != WORD or scan.words[at] or token.capital or len(token.low) < 4:
        return False
    return scan.ends(at, "verb") and scan.lexicon.may_be_verb(token.low)
