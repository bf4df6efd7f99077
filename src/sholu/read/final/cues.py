"""Words of saying in a sentence whose verb stands last."""

from dataclasses import dataclass

from sholu.read.final.words import Words
from sholu.read.page import QUOTED, WORD, Token

# How many words may stand between a complementiser and its verb; more where whoever speaks is
# among them, and behind quoted words.
_NEAR = 4
_NAMED = 8
_FAR = 16
# Kinds of ending behind which "еді" makes a finite verb: "айтқан еді", "айтушы еді".
_BEFORE_AUXILIARY = frozenset({"finite", "habitual"})


@dataclass(slots=True)
class Cue:
    """Words of saying among a sentence's tokens.

    Attributes:
        first, last: token indexes, both included; a "деп" or "ретінде" beside the verb is within.
        verb: index of the first token of the verb itself.
        form: "finite", "converb", "participle", "nominal", "like" or "according".
        kind: class of the verb: say, judge, quote, think, passive, cite, de; "other" where a
            phrase says nothing, "any" where the verb is not listed.
        joined: "that" where a complementiser joins the clause (деп), "as" for a label (ретінде).
    """

    first: int
    last: int
    verb: int
    form: str
    kind: str
    joined: str | None = None
    announced: bool = False


def find_cues(tokens: list[Token], words: Words) -> list[Cue]:
    """Every cue of a sentence in order; none stands inside a quotation."""
    cues: list[Cue] = []
    index = 0
    while index < len(tokens):
        cue = _cue_at(tokens, index, words)
        if cue is None:
            index += 1
            continue
        if cues and _goes_on(tokens, cues[-1], cue):
            cues[-1].last, cues[-1].form = cue.last, cue.form
        else:
            cues.append(cue)
        index = cue.last + 1
    return cues


def _goes_on(tokens: list[Token], cue: Cue, following: Cue) -> bool:
    """Two verbs of saying side by side are one: "айтып шағымданды", "айтып, шағымданды"."""
    if cue.form != "converb" or following.joined is not None:
        return False
    if following.first == cue.last + 1 and cue.kind in ("say", "de"):
        # "diyerek eleştirdi", "söyleyerek kınadı".
        return following.kind in ("say", "judge", "quote")
    between = tokens[cue.last + 1 : following.first]
    return {cue.kind, following.kind} == {"say"} and all(token.text == "," for token in between)


def _cue_at(tokens: list[Token], index: int, words: Words) -> Cue | None:
    token = tokens[index]
    if token.kind != WORD or token.low in words.particles:
        return None
    low = token.low
    if words.name_cases and token.capital and index:
        # "Der Spiegel": no verb has a capital within a sentence.
        return None
    if low in words.labels:
        return _after_joint(tokens, index, words)
    if low in words.genitive_phrases or low in words.dative_phrases:
        phrase = _phrase(tokens, index, words)
        if phrase is not None:
            return phrase
    if words.is_bare_speech(low):
        return _bare_speech(tokens, index, words)
    return _verb(tokens, index, index, words)


def _after_joint(tokens: list[Token], index: int, words: Words) -> Cue | None:
    """ "деп VERB", "ретінде VERB"; with adverbs or quoted objects between the two."""
    joint = "that" if tokens[index].low in words.complementisers else "as"
    if joint == "that" and (speech := _still_saying(tokens, index, words)) is not None:
        return speech
    at = index + 1
    skipped = 0
    longest = _NAMED if joint == "that" else _NEAR
    named = False
    if joint == "that" and index and tokens[index - 1].kind != WORD:
        # "…», – деп Айша Төлен Nordpress-ке берген сұхбатында айтты": the speaker stands between.
        longest = _FAR
        at += at < len(tokens) and tokens[at].text == ","
    while at < len(tokens) and skipped < longest:
        if tokens[at].kind != WORD and not (longest == _FAR and tokens[at].kind == QUOTED):
            break
        cue = _verb(tokens, at, index, words)
        if cue is not None and (skipped < _NEAR or _ends_far_off(cue, named, longest)):
            cue.joined = joint
            return cue
        named = named or tokens[at].capital or words.noun_kind(tokens[at].low) == "media"
        if tokens[at].low in words.complementisers or tokens[at].low in words.auxiliaries:
            break
        if _closes_clause(tokens[at].low, words):
            # "«…» деп, келмейтінін айтты": two things said; "… деп санайтынын айтты": one.
            return Cue(index, index, index, "converb", "any", "that") if longest == _FAR else None
        at += 1
        skipped += 1
    if joint == "as":
        return None
    return _unlisted(tokens, index, words)


def _ends_far_off(cue: Cue, named: bool, longest: int) -> bool:
    """Whether a verb at a distance belongs to "деп": "… деп Der Spiegel сенбі күні хабарлады"."""
    return cue.form == "finite" and (longest == _FAR or (named and cue.kind == "say"))


def _closes_clause(low: str, words: Words) -> bool:
    """Whether a verb turned into a noun closes a clause of its own: "болғанын", "болғанына"."""
    return low.endswith(words.accusative_clause) or (
        low.endswith(words.dative_clause) and not low.endswith(words.infinitives)
    )


def _still_saying(tokens: list[Token], index: int, words: Words) -> Cue | None:
    """ "… деп отыр": the bare verb of speech going on; not "-йын деп", what is meant to be done."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or not following.low.startswith(words.going_on):
        return None
    kinds = _auxiliary(following.low, words)
    meant = index > 0 and tokens[index - 1].low.endswith(words.intention)
    if kinds is None or "finite" not in kinds or meant:
        return None
    last, form = _run_on(tokens, index + 1, kinds, words)
    return Cue(index, last, index, form, "de") if form == "finite" else None


def _unlisted(tokens: list[Token], index: int, words: Words) -> Cue | None:
    """ "деп" with whatever verb: enough beside quoted words, not without them."""
    if index + 1 < len(tokens):
        following = tokens[index + 1].low
        if following.startswith(words.naming) or following.endswith(words.infinitives):
            return None
        noun = words.of(tokens[index + 1]) == "genitive" and not tokens[index + 1].capital
        if noun and not words.verb_forms(following):
            # "«Юань» деп атасынын аты менен …": no verb, but whose name it is.
            return None
    at = index + 1
    last = index
    while at < len(tokens) and tokens[at].kind == WORD and at - index <= 2:
        last = at
        at += 1
    form = "finite" if at >= len(tokens) or tokens[at].text[0] in ".,!?;:" else "converb"
    return Cue(index, last, min(index + 1, last), form, "any", "that")


def _phrase(tokens: list[Token], index: int, words: Words) -> Cue | None:
    for parts in words.genitive_phrases.get(tokens[index].low, ()):
        end = index + len(parts)
        if [token.low for token in tokens[index:end]] == list(parts):
            return Cue(index, end - 1, index, "according", "say")
    if tokens[index].low in words.dative_phrases and index > 0:
        before = tokens[index - 1]
        named = before.capital or words.noun_kind(before.low) in words.dative_nouns
        named = named or before.low in words.oblique_pronouns
        named = named and not before.low.startswith(words.norms)
        if named and words.of(before) == "dative":
            return Cue(index, index, index, "according", "dative")
    return None


def _bare_speech(tokens: list[Token], index: int, words: Words) -> Cue | None:
    kinds = words.speech_kinds(tokens[index].low) or frozenset()
    last, form = _run_on(tokens, index, kinds, words)
    if form is None or (form == "converb" and tokens[index].low not in words.speech_converbs):
        return None
    announced = index > 0 and tokens[index - 1].low in words.announcing
    return Cue(index - announced, last, index, form, "de", None, announced)


def _verb(tokens: list[Token], index: int, first: int, words: Words) -> Cue | None:
    """A listed verb whose first word stands at `index`."""
    farthest = index
    if tokens[index].low in words.first_words:
        farthest = min(len(tokens) - 1, index + 3)
    for end in range(farthest, index - 1, -1):
        forms = words.verb_forms(tokens[end].low)
        if not forms or any(token.kind != WORD for token in tokens[index : end + 1]):
            continue
        before = tuple(token.low for token in tokens[index:end])
        for (fixed, kind), kinds in forms:
            if fixed != before:
                continue
            last, form = _run_on(tokens, end, kinds, words)
            if form is None:
                continue
            begin = first
            announced = begin > 0 and tokens[begin - 1].low in words.announcing
            return Cue(begin - announced, last, index, form, kind, None, announced)
    return None


def _run_on(
    tokens: list[Token], index: int, kinds: frozenset[str], words: Words
) -> tuple[int, str | None]:
    """Take in what only colours the verb, and say what form the whole has."""
    last = index
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is not None and (
        following.low in words.negations or following.low.startswith(words.unable)
    ):
        return last, None
    if "converb" in kinds and following is not None:
        aux = _auxiliary(following.low, words)
        if aux is not None:
            return _run_on(tokens, last + 1, aux, words)
    if following is not None and following.low in words.after_perfect and kinds & _BEFORE_AUXILIARY:
        return last + 1, "finite"
    if "according" in kinds:
        return last, "according"
    if following is not None and _measures(following.low, kinds, words):
        return last + 1, "according"
    if following is not None and "participle" in kinds and following.low in words.as_words:
        return last + 1, "like"
    if "like" in kinds:
        return last, "like"
    if "participle" in kinds and _modifies(following, words):
        return last, "participle"
    for form in ("finite", "converb", "nominal"):
        if form in kinds:
            return last, form
    return last, None


def _measures(following: str, kinds: frozenset[str], words: Words) -> bool:
    """ "хабарлауы бойынша", "хабарлауына сәйкес": the verb as a noun, with what goes by it."""
    if "nominal" in kinds and following in words.by:
        return True
    return "directed" in kinds and following in words.dative_phrases


def _auxiliary(low: str, words: Words) -> frozenset[str] | None:
    for cut in range(2, len(low) + 1):
        if low[:cut] in words.auxiliaries:
            kinds = words.endings.get(low[cut:])
            if kinds is not None:
                return kinds
            if cut == len(low):
                return frozenset({"finite"})
    return None


def _modifies(following: Token | None, words: Words) -> bool:
    """Whether a participle stands before a noun rather than at the end of its clause."""
    return (
        following is not None
        and following.kind == WORD
        and following.low not in words.complementisers
        and following.low not in words.connectives
    )
