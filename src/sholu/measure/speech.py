"""English verbs of speech, to tell reported speech from reported thought."""

import re

_VERBS = """
acknowledge add admit affirm allege announce answer argue ask assert assure boast brag caution
claim clarify comment complain concede confess confirm contend counter declare deny disclose
emphasize emphasise exclaim explain express inform insist joke lament lie maintain mention note
observe opine plead pledge point predict proclaim promise quip reassure recall recount reiterate
remark remind repeat reply report respond retort reveal say scream shout speak state stress
swear talk tell testify tweet underline underscore vow warn whisper write yell
"""
_IRREGULAR = "said told spoke spoken wrote written swore sworn pled"
_DOUBLED = frozenset({"admit", "quip", "brag"})
_WORD = re.compile(r"[a-z]+")


def has_verb_of_speech(cue: str) -> bool:
    """Whether the cue holds an English verb of saying or writing, in whatever form."""
    return any(word in _FORMS for word in _WORD.findall(cue.lower()))


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    forms = {verb, verb + "s", stem + "ed", stem + "ing", verb + "ing"}
    if verb in _DOUBLED:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    if verb.endswith(("ss", "sh", "ch")):
        forms.add(verb + "es")
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    if verb == "lie":
        forms.add("lying")
    return forms


_FORMS = frozenset(_IRREGULAR.split()).union(*map(_forms, _VERBS.split()))
