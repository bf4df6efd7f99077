"""What collecting, watching and archives have to say, as lines for people and for programs."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sholu.cli.lines import in_marks, one_line, whose
from sholu.model import Coverage, SourceHealth, Statement, Version

if TYPE_CHECKING:
    from sholu.read import Change

_WIDTH = 100


def brought(
    new: int, changed: int, problems: int, archive: str, *, format: str, later: int = 0
) -> str:
    """What a round of collecting came to; `later` are to be fetched by the next one."""
    if format == "jsonl":
        import msgspec

        counts = {"archive": archive, "new": new, "changed": changed, "problems": problems}
        return msgspec.json.encode(counts | {"later": later}).decode()
    trouble = f", {problems} could not be had" if problems else ""
    left = f", {later} left for the next time" if later else ""
    return one_line(f"{archive}: {new} new articles, {changed} changed{trouble}{left}")


def health_lines(found: Sequence[SourceHealth], *, format: str) -> Iterator[str]:
    """How every source is: a table for people, with what went wrong under its source."""
    if format == "jsonl":
        yield from _json(found)
        return
    if not found:
        return
    width = max(len(one.id) for one in found)
    row = f"{{:<{width}}}  {{:<16}}  {{:>8}}  {{:>8}}  {{:>7}}  {{}}"
    yield row.format("source", "last success", "articles", "waiting", "rhythm", "state").rstrip()
    for one in found:
        rhythm = f"{one.rhythm:.1f} h" if one.rhythm is not None else "-"
        success = one.succeeded[:16].replace("T", " ") if one.succeeded else "never"
        shown = (one.id, success, one.documents, one.waiting, rhythm, _state(one))
        yield one_line(row.format(*shown))
    yield _sums(found)


def coverage_lines(account: Coverage, *, format: str) -> Iterator[str]:
    """What was tried, read and lost."""
    if format == "jsonl":
        yield from _json([account])
        return
    span = f"{account.since or 'the beginning'} to {account.until or 'now'}"
    yield f"From {span}: {account.documents} articles"
    yield f"  by language: {_counts(account.by_lang)}"
    yield f"  by country: {_counts(account.by_country)}"
    yield f"Sources watched: {account.sources}, of which {account.healthy} answered well"
    yield f"Tries: {_counts(account.tries)}"
    yield f"Articles named by a source that could not be had: {_counts(account.lost)}"
    for one in account.unread:
        yield one_line(f"  not read: {one.source}: {one.reason or 'was not looked at'}")


def found_lines(found: Iterable[tuple[Version, str]], *, format: str) -> Iterator[str]:
    """Articles that were looked up, each with words around what was looked for."""
    import msgspec

    for version, snippet in found:
        document = version.document
        if format == "jsonl":
            row = {
                "id": document.id,
                "title": document.title,
                "url": document.url,
                "outlet": version.outlet or document.outlet,
                "lang": version.lang,
                "published": document.published,
                "version": version.number,
                "snippet": snippet,
            }
            yield msgspec.json.encode(row).decode()
            continue
        facts = (document.published, version.outlet or document.outlet, version.lang, document.id)
        yield one_line(f"{document.title or 'Untitled'} ({', '.join(f for f in facts if f)})")
        if document.url:
            yield one_line(f"  {document.url}")
        yield from textwrap.wrap(
            one_line(snippet), _WIDTH, initial_indent="  ", subsequent_indent="  "
        )


def history_lines(
    versions: Sequence[Version], changed: "Sequence[Sequence[Change]]", *, format: str
) -> Iterator[str]:
    """Every version, with what of its quotations is not what it was in the one before."""
    if format == "jsonl":
        import msgspec

        for version, since in zip(versions, ((), *changed), strict=True):
            row = {
                "id": version.document.id,
                "version": version.number,
                "kept": version.kept,
                "title": version.document.title,
                "sha256": version.document.sha256,
                "changes": since,
            }
            yield msgspec.json.encode(row).decode()
        return
    for version, since in zip(versions, ((), *changed), strict=True):
        document = version.document
        size = f"{len(document.text):,} characters"
        title = document.title or "Untitled"
        yield one_line(f"version {version.number}, kept {version.kept}: {title} ({size})")
        for change in since:
            yield one_line(f"  {_change(change)}")
        if version.number > 1 and not since:
            yield "  no quotation changed"


def _change(change: "Change") -> str:
    was, now = _told(change.before), _told(change.after)
    if change.kind == "reattributed":
        return f"put under another voice: before {was}; now {now}"
    if change.kind == "reworded":
        return f"reworded: before {was}; now {now}"
    return f"{change.kind}: {now or was}"


def _told(said: Statement | None) -> str:
    return f"{whose(said.voice, said.source)}: {in_marks(said)}" if said else ""


def _state(one: SourceHealth) -> str:
    if one.dropped:
        return "no longer watched"
    if one.tried is None:
        return "not looked at yet"
    words = []
    if one.failures:
        times = "once" if one.failures == 1 else f"{one.failures} times in a row"
        words.append(f"failed {times}: {one.reason or one.outcome}")
    if one.quiet is not None:
        words.append(f"quiet for {_hours(one.quiet)}, longer than its rhythm")
    if one.quarantined:
        words.append(f"{one.quarantined} set aside")
    return "; ".join(words) or "well"


def _sums(found: Sequence[SourceHealth]) -> str:
    watched = [one for one in found if not one.dropped]
    failing = sum(one.failures > 0 for one in watched)
    quiet = sum(one.quiet is not None for one in watched)
    documents = sum(one.documents for one in found)
    return f"{len(watched)} sources watched, {failing} failing, {quiet} quiet; {documents} articles"


def _hours(hours: float) -> str:
    return f"{hours:.0f} hours" if hours < 72 else f"{hours / 24:.0f} days"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items()) or "none"


def _json(found: Iterable[object]) -> Iterator[str]:
    import msgspec

    for one in found:
        yield msgspec.json.encode(one).decode()
