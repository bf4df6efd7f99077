"""What can go wrong, as a tree:

SholuError
├── UsageError      the command or a setting cannot be carried out as given
├── DocumentError   a source could not be turned into a document
├── ArchiveError    the archive cannot be opened, or what it holds does not hold together
├── WorldError      a world file does not say what it should
└── SpanError       a span does not hold in the text it claims to come from (a defect of ours)

Every message says what is wrong, where, and how to mend it, in one sentence.
"""


class SholuError(Exception):
    """The root of every error that Sholu raises on purpose."""


class UsageError(SholuError):
    """The command, an option or a setting cannot be carried out as given."""


class DocumentError(SholuError):
    """A source could not be turned into a document.

    Args:
        source: the file (and line) as the user named it.
        reason: one plain phrase, without a final full stop.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class ArchiveError(SholuError):
    """The archive cannot be opened, or what it holds does not hold together."""


class WorldError(SholuError):
    """A world file does not say what it should."""


class SpanError(SholuError):
    """A span does not hold in the text it claims to come from."""
