"""The verbs. Each is one call into the house; a room is imported when a verb needs it."""

import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from sholu.cli.archives import coverage_of, gather_all, selection
from sholu.cli.collecting import collect, sources, watch
from sholu.cli.keeping import archive, search
from sholu.cli.lines import complain, record, summary, told, unread_languages
from sholu.cli.options import About, Format, Language, Out, Paths, Since, Until, Worlds
from sholu.cli.progress import Progress
from sholu.cli.settings import (
    Lang,
    checked_paths,
    load_world,
    open_page,
    prepare_folder,
    review_language,
)
from sholu.model import Coverage, Document, Review, Skipped, UsageError

if TYPE_CHECKING:
    from sholu.world import World

app = App(
    name="sholu",
    help="Reads the coverage of an event in many languages and writes the press review of it.",
    help_format="plaintext",
    version=lambda: version("sholu"),
    help_epilogue="Try it: sholu demo",
    suppress_keyboard_interrupt=False,
)


@app.command
def read(
    *paths: Paths,
    since: Since = None,
    until: Until = None,
    about: About = "",
    format: Format = "text",
    world: Worlds = (),
) -> int:
    """Print who said what in these documents, with what is expected and who stays silent.

    Example: sholu read articles/ --format jsonl > readings.jsonl
    """
    import msgspec

    from sholu.read import read as read_document

    meant = selection(words=about, since=since, until=until)
    known = load_world(world)
    found = gather_all(checked_paths(paths), meant, known)
    problems = done = 0
    with Progress(bar=not sys.stdout.isatty()) as progress:
        for item in found:
            if isinstance(item, Skipped):
                problems += 1
                progress.note(f"{item.source}: {item.reason}")
                continue
            reading = read_document(item, world=known)
            if reading.lang is None:
                progress.note(f"{item.source}: is {unread_languages(reading)}, which is not read")
            if format == "jsonl":
                print(msgspec.json.encode(reading).decode())
            else:
                print("\n".join(told(item, reading)), end="\n\n")
            done += 1
            progress("documents read", done, None)
    return _outcome(problems, done)


@app.command
def review(
    *paths: Paths,
    event: Annotated[
        str | None, Parameter(help="Title of the event; found in the articles where not given.")
    ] = None,
    lang: Language = None,
    since: Since = None,
    until: Until = None,
    about: About = "",
    out: Out = Path("sholu-review"),
    format: Format = "text",
    world: Worlds = (),
) -> int:
    """Write the press review of an event: a page, a Word document, Markdown and JSON.

    Example: sholu review articles/ --event "State visit to Torvenia" --lang kk --out visit
    """
    meant = selection(words=about, since=since, until=until)
    known = load_world(world)
    found = gather_all(checked_paths(paths), meant, known)
    language = review_language(lang)
    prepare_folder(out)
    _, code = _review(
        found,
        known,
        event=event,
        lang=language,
        out=out,
        format=format,
        coverage=coverage_of(paths, meant, known),
    )
    return code


@app.command
def demo(
    *,
    lang: Language = None,
    out: Out = Path("sholu-review"),
    format: Format = "text",
    no_open: Annotated[
        bool, Parameter(negative=(), help="Do not open the page in a browser.")
    ] = False,
) -> int:
    """Review the bundled sample, forty articles about an invented state visit, and open the page.

    Example: sholu demo --lang kk
    """
    from importlib.resources import as_file, files

    from sholu.collect import gather

    language = review_language(lang)
    prepare_folder(out)
    with as_file(files("sholu.sample")) as sample:
        page, code = _review(
            gather([sample / "articles.jsonl"]),
            load_world((sample / "world.toml",)),
            event=None,
            lang=language,
            out=out,
            format=format,
        )
    if page is not None and not no_open:
        open_page(page)
    return code


app.command(collect)
app.command(watch)
app.command(sources)
app.command(search)
app.command(archive)


@app.command
def accuracy(
    gold: Annotated[Path, Parameter(help="A folder of hand-made gold, or one file of it.")],
    /,
    *,
    world: Worlds = (),
) -> int:
    """Print how well documents are read, measured against gold made by hand.

    Example: sholu accuracy gold/
    """
    from sholu.measure import measure

    if not gold.exists():
        raise UsageError(f"there is no file or folder {str(gold)!r}")
    print(measure(gold, world=load_world(world)), end="")
    return 0


def _review(
    found: Iterable[Document | Skipped],
    world: "World",
    *,
    event: str | None,
    lang: Lang,
    out: Path,
    format: str,
    coverage: Coverage | None = None,
) -> tuple[Path | None, int]:
    """Review what was found into `out`; gives the page, null where nothing could be read."""
    from sholu.read import read as read_document
    from sholu.review import review as review_documents

    with Progress() as progress:
        documents, skipped = _apart(found, progress)
        if not documents:
            return None, _outcome(len(skipped), 0)
        readings = []
        for document in documents:
            readings.append(read_document(document, world=world))
            progress("documents read", len(readings), len(documents))
        made = review_documents(
            documents,
            readings,
            world=world,
            skipped=skipped,
            event=event,
            lang=lang,
            coverage=coverage,
            progress=progress,
        )
        page = _publish(made, lang, out)
    print("\n".join(summary(made, page, len(skipped))) if format == "text" else record(made, page))
    return page, _outcome(len(skipped), len(documents))


def _apart(
    found: Iterable[Document | Skipped], progress: Progress
) -> tuple[list[Document], list[Skipped]]:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for item in found:
        if isinstance(item, Skipped):
            skipped.append(item)
            progress.note(f"{item.source}: {item.reason}")
        else:
            documents.append(item)
        progress("documents gathered", len(documents), None)
    return documents, skipped


def _publish(made: Review, lang: Lang, out: Path) -> Path:
    """Write the review in every format, whole or not at all; returns the page."""
    from sholu import publish

    contents = {
        "review.json": publish.json(made),
        "review.md": publish.markdown(made, lang).encode(),
        "review.docx": publish.docx(made, lang),
        "index.html": publish.html(made, lang).encode(),
    }
    for name, data in contents.items():
        (out / f".{name}.part").write_bytes(data)
    for name in contents:
        (out / f".{name}.part").replace(out / name)
    return out / "index.html"


def _outcome(problems: int, done: int) -> int:
    if not done:
        complain("no document could be read")
    return 1 if problems or not done else 0
