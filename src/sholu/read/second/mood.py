"""Reported speech that runs on over sentences without a verb of saying, told by its mood.

"Der Damm sei sicher, sagte X. Man habe ihn geprüft." — the second sentence is still what X says.
"""

from dataclasses import dataclass

from sholu.read.draft import Draft, Range
from sholu.read.second.field import main_verb
from sholu.read.second.noun import speaks
from sholu.read.second.scan import Scan
from sholu.read.second.subject import main_subject
from sholu.read.second.trim import cut


@dataclass(slots=True)
class Speaker:
    """Who was speaking last in a line.

    Attributes:
        source: the words that name them; None where nothing does.
        reported: whether the sentence before was what somebody says.
        running: the statement that goes on, as long as nothing else comes between.
        quoting: whether the line ended with a quotation without words beside it.
    """

    source: Range | None = None
    reported: bool = False
    running: Draft | None = None
    quoting: bool = False


def run_on(scan: Scan, speaker: Speaker) -> Draft | None:
    """A sentence as what the last speaker goes on saying; None where its mood does not tell.

    A sentence right behind one that runs on is joined to it, and gives no draft of its own.
    """
    verb = main_verb(scan)
    if verb is None:
        return None
    sure = scan.is_(verb, "reported")
    if not sure and not (speaker.reported and scan.is_(verb, "reported_or_not")):
        return None
    if sure and speaker.source is None and not speaker.reported:
        return None
    piece = cut(scan, 0, scan.size)
    if piece is None:
        return None
    return Draft(kind=piece[0], content=piece[1], source=speaker.source)


def listen(scan: Scan, drafts: list[Draft], speaker: Speaker) -> None:
    """Keep who has spoken in a sentence, or of whom it told."""
    spoken = [draft for draft in drafts if not draft.nested]
    if spoken:
        speaker.source = spoken[-1].source or speaker.source
        speaker.reported = True
        return
    subject = main_subject(scan)
    speaker.reported = False
    if subject is not None and (speaker.source is None or speaks(scan, subject)):
        speaker.source = scan.span(subject)
