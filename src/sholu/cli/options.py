"""Arguments that several verbs share, with what their help says."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from sholu.cli.settings import Lang

Paths = Annotated[
    str,
    Parameter(
        allow_leading_hyphen=True,
        help="Files and folders with articles, archives, or - for standard input (JSON Lines or "
        "one text).",
    ),
]
Format = Annotated[
    Literal["text", "jsonl"], Parameter(help="Lines for people, or JSON Lines for programs.")
]
Worlds = Annotated[
    tuple[Path, ...],
    Parameter(
        name="--world",
        negative=(),
        show_default=False,
        help="A file of outlets, people and institutions to know besides the bundled ones; "
        "may be given more than once.",
    ),
]
Language = Annotated[
    Lang | None,
    Parameter(
        help="Language of the review's own words; by default SHOLU_LANG, or that of the locale, "
        "or English."
    ),
]
Out = Annotated[Path, Parameter(help="Folder to write the review into.")]
ArchiveName = Annotated[
    str | None,
    Parameter(
        name="--archive",
        help="A path, or an address of PostgreSQL; by default SHOLU_ARCHIVE, or "
        "sholu-archive.sqlite in this folder.",
    ),
]
Since = Annotated[
    str | None, Parameter(help="First day of publication, like 2025-11-10; of archives only.")
]
Until = Annotated[
    str | None, Parameter(help="Last day of publication, like 2025-11-16; of archives only.")
]
About = Annotated[
    str,
    Parameter(
        help='Words that must stand in an article, in any form; "in quotation marks" as printed; '
        "begin* and *middle* by a part; of archives only."
    ),
]
Outlets = Annotated[
    tuple[str, ...], Parameter(help="Only of this outlet; may be repeated.", negative=())
]
Countries = Annotated[
    tuple[str, ...],
    Parameter(help="Only of outlets of this country (KZ); may be repeated.", negative=()),
]
Langs = Annotated[
    tuple[str, ...], Parameter(help="Only in this language (kk); may be repeated.", negative=())
]
Voices = Annotated[
    tuple[str, ...],
    Parameter(help="Only with words of this voice, by its id; may be repeated.", negative=()),
]
