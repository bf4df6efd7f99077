"""Looking documents up by their words, on either database.

Every version's words stand in the table `terms`, as printed and by their base forms: FTS5 on
SQLite, two `tsvector`s on PostgreSQL. Both are given words already cut (`language.terms`), so that
both find the same.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    cast,
    column,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from sholu.archive.schema import document, heard, version
from sholu.archive.wanted import Wanted, wanted
from sholu.language.terms import terms
from sholu.model import Selection

_LITE = table("terms", column("rowid"))
_POST = table("terms", column("seq"), column("surface"), column("stems"))
_INTO_LITE = text("INSERT INTO terms (rowid, surface, stems) VALUES (:seq, :surface, :stems)")
_INTO_POST = text(
    "INSERT INTO terms VALUES (:seq, CAST(:surface AS tsvector), CAST(:stems AS tsvector))"
)
_NOTE = text("INSERT INTO word (word) VALUES (:word) ON CONFLICT DO NOTHING")
_LAST_WORD = text("SELECT coalesce(max(rowid), 0) FROM word")
_NOTE_PARTS = text("INSERT INTO word_part (word) SELECT word FROM word WHERE rowid > :last")
# Both databases give words in the order of their letters' numbers.
_PARTS_LITE = text("SELECT word FROM word_part WHERE word MATCH :part ORDER BY word LIMIT :most")
_PARTS_POST = text(
    'SELECT word FROM word WHERE word LIKE :part ORDER BY word COLLATE "C" LIMIT :most'
)
# Where more words than these have a middle, the first of them in order are looked for.
_MOST_WORDS = 500
# PostgreSQL knows no place beyond this one, and no more places of one word: phrases that stand
# behind them are found on SQLite alone.
_LAST_PLACE = 16_383
_MOST_PLACES = 255


def index(connection: Connection, seq: int, words: str, lang: str) -> frozenset[str]:
    """Make a version findable by its words; gives them as printed, in small letters."""
    found = tuple(terms(words, lang))
    printed = tuple(term.surface for term in found)
    stems = tuple(dict.fromkeys(stem for term in found for stem in term.stems))
    if connection.dialect.name == "postgresql":
        row = {"surface": _vector(printed), "stems": " ".join(f"'{stem}'" for stem in stems)}
        connection.execute(_INTO_POST, {"seq": seq, **row})
    else:
        row = {"surface": " ".join(printed), "stems": " ".join(stems)}
        connection.execute(_INTO_LITE, {"seq": seq, **row})
    return frozenset(printed)


def note_words(connection: Connection, words: Iterable[str]) -> None:
    """Make words findable by their middle; those noted before stay as they are."""
    rows = [{"word": one} for one in sorted(words)]
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(_NOTE, rows)
        return
    # Rows of `word` are never deleted, so that new ones have the highest numbers.
    last = connection.execute(_LAST_WORD).scalar_one()
    connection.execute(_NOTE, rows)
    connection.execute(_NOTE_PARTS, {"last": last})


def matching(connection: Connection, selection: Selection, *columns: Any) -> Select[Any]:
    """Rows of the current versions that a selection means, the last kept first."""
    lite = connection.dialect.name == "sqlite"
    pieces = [_with_middles(connection, one) for one in wanted(selection.words)]
    rows = select(*(columns or (version,)))
    base = version.join(
        document,
        and_(document.c.id == version.c.document_id, document.c.current == version.c.number),
    )
    if not pieces:
        return rows.select_from(base).where(*_bounds(selection)).order_by(version.c.seq.desc())
    if lite:
        match = " AND ".join(_lite_query(one) for one in pieces)
        rows = rows.select_from(base.join(_LITE, _LITE.c.rowid == version.c.seq)).where(
            literal_column("terms").op("MATCH")(bindparam("match", match))
        )
        return rows.where(*_bounds(selection)).order_by(_LITE.c.rowid.desc())
    rows = rows.select_from(base.join(_POST, _POST.c.seq == version.c.seq))
    conditions = [_post_condition(one) for one in pieces]
    return rows.where(*conditions, *_bounds(selection)).order_by(version.c.seq.desc())


def _bounds(selection: Selection) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if selection.since:
        found.append(version.c.day >= selection.since)
    if selection.until:
        found.append(version.c.day <= selection.until)
    if selection.outlets:
        found.append(
            or_(version.c.outlet_id.in_(selection.outlets), version.c.outlet.in_(selection.outlets))
        )
    if selection.countries:
        found.append(version.c.country.in_([one.upper() for one in selection.countries]))
    if selection.langs:
        found.append(version.c.told_lang.in_([one.lower() for one in selection.langs]))
    if selection.voices:
        speaking = select(heard.c.seq).where(heard.c.voice_id.in_(selection.voices))
        found.append(version.c.seq.in_(speaking))
    return found


def _with_middles(connection: Connection, one: Wanted) -> Wanted:
    """A part of a word as the words that have it, which then stand in place of its stems."""
    if not one.middle:
        return one
    lite = connection.dialect.name == "sqlite"
    part = f'"{one.phrase[0]}"' if lite else f"%{one.phrase[0]}%"
    asked = {"part": part, "most": _MOST_WORDS}
    found = connection.execute(_PARTS_LITE if lite else _PARTS_POST, asked).scalars()
    return Wanted(one.phrase, stems=tuple(found))


def _lite_query(one: Wanted) -> str:
    """What FTS5 looks for; words hold letters and digits alone, so that quoting them is safe."""
    phrase = '"' + " ".join(one.phrase) + '"' + (" *" if one.begins else "")
    stems = " OR ".join(f'"{stem}"' for stem in one.stems)
    printed = f"{{surface}} : {phrase}"
    return f"(({printed}) OR ({{surface stems}} : ({stems})))" if stems else f"({printed})"


def _post_condition(one: Wanted) -> ColumnElement[bool]:
    phrase = " <-> ".join(f"'{word}'" for word in one.phrase) + (":*" if one.begins else "")
    stems = " | ".join(f"'{stem}'" for stem in one.stems)
    printed = _holds(_POST.c.surface, f"({phrase}) | {stems}" if stems else phrase)
    return or_(printed, _holds(_POST.c.stems, stems)) if stems else printed


def _holds(vector: ColumnElement[Any], query: str) -> ColumnElement[bool]:
    return vector.bool_op("@@")(cast(query, TSQUERY))


def _vector(printed: Sequence[str]) -> str:
    """The words with their places as PostgreSQL writes them."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(printed, 1):
        at = places.setdefault(word, [])
        if place <= _LAST_PLACE and len(at) < _MOST_PLACES:
            at.append(str(place))
    return " ".join(f"'{word}'" + (":" + ",".join(at) if at else "") for word, at in places.items())
