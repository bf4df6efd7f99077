"""Whether what a cue leads to counts as a statement: an act of speech, or an opinion in words."""

from sholu.read.draft import Draft
from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Hit, Scan


def is_statement(scan: Scan, hit: Hit, draft: Draft) -> bool:
    """Whether it is an act of speech, or an opinion or thought in quoted words."""
    if hit.cue.form == "impersonal" and draft.source is None:
        return False
    if draft.kind == "indirect" and (hit.unreal or _is_mentioned(scan, draft)):
        return False
    if hit.takes("person") and draft.kind == "indirect" and not _is_person(scan, draft):
        return False
    if hit.cue.sense == "say":
        return True
    if hit.cue.sense == "judge" and (scan.lexicon.opinions or _is_aside(draft)):
        return True
    if hit.cue.sense == "think" and (_is_aside(draft) or _is_fear(scan, hit, draft)):
        return True
    if hit.cue.sense == "judge" and scan.low(hit.end) == ":" and draft.source is not None:
        return True
    return draft.kind != "indirect" and not scan.quoted(hit.end)


def is_named_only(scan: Scan, hit: Hit, draft: Draft) -> bool:
    """Whether something is only named, and not called anything ("назвал причины аварии")."""
    if draft.kind != "indirect" or not hit.takes("label"):
        return False
    if "instrumental" not in scan.lexicon.endings:
        return False
    begin, end = draft.content
    inside = (i for i, token in enumerate(scan.tokens) if begin <= token.start < end)
    return not any(scan.ends(i, "instrumental") for i in inside)


def _is_fear(scan: Scan, hit: Hit, draft: Draft) -> bool:
    """Whether somebody is said to fear that something may happen."""
    if not hit.takes("fear") or hit.cue.form != "finite" or draft.source is None:
        return False
    at = scan.token_at(draft.content[0])
    first = scan.token_at(draft.source[0])
    return scan.is_(at - 1, Word.COMPLEMENTISER) and not scan.link(first, "speakers")


def _is_aside(draft: Draft) -> bool:
    """Whether the cue stands within or behind its content ("the dam, he believes, will hold")."""
    return draft.cue is not None and draft.content[0] < draft.cue[0]


def _is_mentioned(scan: Scan, draft: Draft) -> bool:
    """Whether the saying is only spoken of ("what he says his plan would do")."""
    if scan.lexicon.inverted or draft.source is None or draft.cue is None:
        return False
    if not draft.source[0] < draft.cue[0] < draft.content[0]:
        return False
    at = scan.token_at(draft.source[0])
    said = scan.token_at(draft.content[0])
    if not at or not scan.link(at - 1, "what") or scan.is_(said - 1, Word.COMPLEMENTISER):
        return False
    return not scan.is_(said, Word.AUXILIARY)


def _is_person(scan: Scan, draft: Draft) -> bool:
    """Whether the source may be somebody, not a thing that a pronoun names."""
    if draft.source is None:
        return True
    at = scan.token_at(draft.source[0])
    return not scan.link(at, "things")
