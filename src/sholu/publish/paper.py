"""A Word document being written: styles, languages, links, tables, and bytes without a clock."""

import datetime
import io
import zipfile
from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from sholu.publish.sheet import Term

# What Word calls the languages of a review; of a quotation, its ISO 639-1 code says enough.
_TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "ckb", "ug", "yi")
# Between the margins of a page, in centimetres.
_WIDTH = 16.6
_INK = RGBColor(0x1F, 0x1C, 0x18)
_SOFT = RGBColor(0x5A, 0x54, 0x4B)
# The day that stands in the properties of a review none of whose articles is dated.
_NO_DAY = "2000-01-01"
# The first moment that a zip file can name.
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Paper:
    """A document in `lang`, with the title already on it."""

    def __init__(self, *, lang: str, title: str, day: str | None) -> None:
        self._document: Any = docx.Document()
        self._set_page()
        self._set_styles(_TAGS.get(lang, lang))
        self._set_properties(lang, title, day or _NO_DAY)
        self._style_ids = {style.name: style.style_id for style in self._document.styles}
        self._paragraph("Title", title)

    def heading(self, text: str, level: int, lang: str | None = None) -> None:
        """A heading of level 1 to 3."""
        paragraph = self._paragraph(f"Heading {level}")
        _add_run(paragraph, Term(text=text, lang=lang))

    def line(self, terms: Iterable[Term], *, strong: int = 0, keep: bool = False) -> None:
        """A paragraph, the first `strong` terms of it in bold.

        Like one with bold words, a paragraph to `keep` stays on the page of what follows it.
        """
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True if strong or keep else None
        for number, term in enumerate(terms):
            _add_run(paragraph, term).bold = True if number < strong else None

    def bullets(self, items: Iterable[str]) -> None:
        """A list."""
        for item in items:
            self._paragraph("List Bullet", item)

    def quote(self, words: Term) -> None:
        """Words in print, marked as being in their own language."""
        paragraph = self._paragraph("Quote")
        if words.lang in _RIGHT_TO_LEFT:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        _add_run(paragraph, words)

    def source(self, line: str, link: str, url: str | None) -> None:
        """The source line under a quotation, with a link to where it was printed."""
        paragraph = self._paragraph("Source line", line)
        if url is not None:
            paragraph.add_run(" · ")
            self._add_link(paragraph, link, url)

    def grid(self, head: Iterable[str], widths: Iterable[float] = ()) -> Any:
        """A table with its head, repeated on every page.

        `widths` are in centimetres; without them the first column takes a quarter.
        """
        cells = list(head)
        table = self._document.add_table(rows=1, cols=len(cells), style="Table Grid")
        table.autofit = False
        rest = _WIDTH * 0.75 / max(1, len(cells) - 1)
        measures = list(widths) or [_WIDTH * 0.25, *[rest] * (len(cells) - 1)]
        for column, width in zip(table.columns, measures, strict=True):
            column.width = Cm(width)
        for cell, column, text in zip(table.rows[0].cells, table.columns, cells, strict=True):
            cell.width = column.width
            _fill(cell, Term(text=text), strong=True)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def cells(self, table: Any, row: Iterable[str | Term], *, strong: bool = False) -> None:
        """One more row of a table, kept on one page."""
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, column, value in zip(added.cells, table.columns, row, strict=True):
            cell.width = column.width
            _fill(cell, value if isinstance(value, Term) else Term(text=value), strong=strong)

    def bytes(self) -> bytes:
        """The file; the same document gives the same bytes at any time."""
        written = io.BytesIO()
        self._document.save(written)
        return _without_clock(written)

    def _paragraph(self, style: str, text: str = "") -> Any:
        """A paragraph by the id of its style: python-docx takes 1.5 ms to look up a name."""
        paragraph = self._document.add_paragraph(text)
        paragraph._p.style = self._style_ids[style]
        return paragraph

    def _add_link(self, paragraph: Any, text: str, url: str) -> None:
        name = self._document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), name)
        run = paragraph.add_run(text)
        run.font.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    def _set_page(self) -> None:
        page = self._document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2.2)
        page.top_margin = page.bottom_margin = Cm(2.2)

    def _set_styles(self, tag: str) -> None:
        styles = self._document.styles
        normal = styles["Normal"]
        _set_font(normal, "Times New Roman", 11)
        _set_language(normal.element.get_or_add_rPr(), tag)
        normal.paragraph_format.space_after = Pt(6)
        for name, size in (("Title", 24), ("Heading 1", 17), ("Heading 2", 13), ("Heading 3", 11)):
            _set_font(styles[name], "Times New Roman", size)
            styles[name].font.color.rgb = _INK
        quote = styles["Quote"]
        _set_font(quote, "Times New Roman", 11)
        quote.font.italic = False
        quote.font.color.rgb = _INK
        quote.paragraph_format.left_indent = Cm(0.8)
        quote.paragraph_format.space_after = Pt(2)
        quote.paragraph_format.keep_with_next = True
        for border in styles["Title"].element.iter(qn("w:bottom")):
            border.set(qn("w:color"), str(_INK))
        source = styles.add_style("Source line", WD_STYLE_TYPE.PARAGRAPH)
        source.base_style = normal
        source.font.size = Pt(9)
        source.font.color.rgb = _SOFT
        source.paragraph_format.left_indent = Cm(0.8)
        source.paragraph_format.space_after = Pt(9)

    def _set_properties(self, lang: str, title: str, day: str) -> None:
        properties = self._document.core_properties
        properties.title = title[:255]
        properties.author = "Sholu"
        properties.last_modified_by = "Sholu"
        properties.comments = ""
        properties.language = _TAGS.get(lang, lang)
        properties.created = properties.modified = _moment(day)


def _moment(day: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(day)
    except ValueError:
        return datetime.datetime.fromisoformat(_NO_DAY)


def _add_run(paragraph: Any, term: Term) -> Any:
    run = paragraph.add_run(term.text)
    if term.lang is not None:
        _set_language(run._r.get_or_add_rPr(), _TAGS.get(term.lang, term.lang))
        if term.lang in _RIGHT_TO_LEFT:
            run.font.rtl = True
    return run


def _set_language(properties: Any, tag: str) -> None:
    """The language of a run or style; `w:lang` stands near the end of its properties."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    language.set(qn("w:bidi"), tag)
    properties.append(language)


def _set_font(style: Any, name: str, size: float) -> None:
    style.font.name = name
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _fill(cell: Any, term: Term, *, strong: bool) -> None:
    run = _add_run(cell.paragraphs[0], term)
    run.bold = strong or None
    run.font.size = Pt(9.5)


def _without_clock(written: io.BytesIO) -> bytes:
    """The same zip with every member at one fixed moment."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(fixed, "w") as taken:
        for member in given.infolist():
            entry = zipfile.ZipInfo(member.filename, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            taken.writestr(entry, given.read(member))
    return fixed.getvalue()
