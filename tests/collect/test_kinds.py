"""Each kind of file gives its documents, with the fields that it names."""

import datetime
import gzip
import io
import sys

import pytest

ARTICLE = "The minister of Nordavia said the bridge would open in May."
PAGE = """<!doctype html><html lang="kk-KZ"><head><title>Көпір ашылады</title>
<meta charset="{charset}"><meta property="og:site_name" content="Солтүстік хабары">
<meta property="article:published_time" content="2025-11-15T10:00:00+05:00">
<link rel="canonical" href="https://north.example/bridge"></head>
<body><nav><a href="/">Басты бет</a></nav><article><h1>Көпір ашылады</h1>
<p>Министр көпірдің мамыр айында ашылатынын журналистерге хабарлады.</p>
<p>Құрылыс екі жылға созылды, оған үш компания қатысты деді ол.</p></article>
<footer>Барлық құқық қорғалған</footer></body></html>"""


def warc(*pages: tuple[str, str, bytes], compress: bool = True) -> bytes:
    """An archive of (url, content type, body)."""
    out = b""
    for url, kind, body in pages:
        block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        out += gzip.compress(record) if compress else record
    return out


def test_plain_text_stays_as_given_and_its_leading_date_dates_it(collect):
    text = " date 2025-11-15 Көпір туралы\r\nМинистр көпір ашылады деді.\n"
    (found,), skipped = collect({"2025-11-15-bridge.kk.txt": text})
    assert not skipped
    assert found.id == "2025-11-15-bridge.kk"
    assert found.text == text
    assert found.published == "2025-11-15"
    assert found.source == "in/2025-11-15-bridge.kk.txt"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("date 2025-11-15\nText", "2025-11-15", id="at the start"),
        pytest.param("\n date 2025-11-15 Text", "2025-11-15", id="after blanks"),
        pytest.param("Text with date 2025-11-15", None, id="not leading"),
        pytest.param("date 2025-02-30 Text", None, id="no such day"),
        pytest.param("update 2025-11-15 Text", None, id="another word"),
    ],
)
def test_leading_date(collect, text, published):
    (found,), _ = collect({"a.md": text})
    assert (found.published, found.text) == (published, text)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ARTICLE.encode(), id="UTF-8"),
        pytest.param(ARTICLE.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(ARTICLE.encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param(b"\xfe\xff" + ARTICLE.encode("utf-16-be"), id="UTF-16 big-endian"),
    ],
)
def test_byte_order_marks_are_no_part_of_the_text(collect, data):
    (found,), skipped = collect({"a.txt": data})
    assert found.text == ARTICLE
    assert not skipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_lines(collect, encoding):
    lines = (
        f'{{"text": "{ARTICLE}", "id": "bridge", "url": "https://n.example/1", "title": "Bridge",'
        ' "outlet": "North News", "country": "xa", "lang": "en-GB", "published":'
        ' "2025-11-15T08:00:00Z", "tags": ["passed over"]}\n'
        '\n{"text": "Мост откроется.", "title": null, "lang": ""}\n'
    )
    (first, second), skipped = collect({"news.jsonl": lines.encode(encoding)})
    assert not skipped
    assert (first.id, first.url, first.title) == ("bridge", "https://n.example/1", "Bridge")
    assert (first.outlet, first.country, first.lang) == ("North News", "XA", "en")
    assert (first.published, first.day) == ("2025-11-15T08:00:00Z", "2025-11-15")
    assert (second.id, second.source) == ("news:3", "in/news.jsonl:3")
    assert second.title is second.lang is second.published is None


def test_json_holds_one_document_or_an_array(collect):
    one = f'{{"text": "{ARTICLE}"}}'
    documents, skipped = collect({"one.json": one, "two.json": f'[{one}, {{"text": "Other"}}]'})
    assert [found.id for found in documents] == ["one", "two:1", "two:2"]
    assert documents[2].source == "in/two.json, document 2"
    assert not skipped


@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_csv(collect, mark):
    rows = [["Id", "TEXT", "published"], ["b", '"Two\nlines"', "2025-11-15"], ["", "Last", ""]]
    (first, last), skipped = collect({"t.csv": "\r\n".join(mark.join(row) for row in rows)})
    assert not skipped
    assert (first.id, first.text, first.published) == ("b", "Two\nlines", "2025-11-15")
    assert (last.id, last.published, last.source) == ("t:4", None, "in/t.csv:4")


@pytest.mark.parametrize("charset", ["utf-8", "kz1048"])
def test_html_gives_the_article_without_the_menu(collect, charset):
    (found,), skipped = collect({"p.html": PAGE.format(charset=charset).encode(charset)})
    assert not skipped
    assert "Министр көпірдің мамыр айында ашылатынын" in found.text
    assert "Басты бет" not in found.text
    assert (found.title, found.published) == (
        "Көпір ашылады",
        "2025-11-15T10:00:00+05:00",
    )
    assert (found.outlet, found.url) == ("Солтүстік хабары", "https://north.example/bridge")
    assert (found.id, found.lang) == ("p", "kk")


def test_a_page_in_windows_1251_need_not_say_so(collect):
    text = "Мост откроется в мае, сказал министр. Его строили два года три компании."
    page = f"<html><head><title>x</title></head><body><div><p>{text}</p></div></body></html>"
    (found,), skipped = collect({"a.html": page.encode("cp1251")})
    assert not skipped
    assert (found.text, found.lang) == (text, "ru")


@pytest.mark.parametrize("compress", [True, False], ids=["warc.gz", "warc"])
def test_warc_gives_its_pages(collect, compress):
    page = PAGE.format(charset="utf-8").encode()
    data = warc(
        ("https://north.example/logo.png", "image/png", b"\x89PNG"),
        ("https://north.example/bridge", "text/html; charset=utf-8", page),
        ("https://north.example/old", "text/html; charset=kz1048", page.decode().encode("kz1048")),
        compress=compress,
    )
    name = "crawl.warc.gz" if compress else "crawl.warc"
    documents, skipped = collect({name: data})
    assert not skipped
    assert [found.id for found in documents] == ["crawl:2", "crawl:3"]
    assert documents[0].text == documents[1].text
    assert documents[0].source == f"in/{name}, record 2"


@pytest.mark.parametrize("compress", [True, False], ids=["warc.gz", "warc"])
def test_a_warc_that_breaks_off_is_read_as_far_as_it_goes(collect, compress):
    page = PAGE.format(charset="utf-8").encode()
    data = warc(
        *((f"https://north.example/{n}", "text/html", page) for n in range(2)), compress=compress
    )
    documents, skipped = collect({"a.warc.gz": data[:-400]})
    assert [found.id for found in documents] == ["a:1"]
    assert [item.source for item in skipped] == ["in/a.warc.gz, record 2"]


def test_a_warc_zipped_as_a_whole_is_named(collect):
    page = PAGE.format(charset="utf-8").encode()
    plain = warc(
        *((f"https://north.example/{n}", "text/html", page) for n in range(2)), compress=False
    )
    _, skipped = collect({"a.warc.gz": gzip.compress(plain)})
    assert len(skipped) == 1
    assert skipped[0].source.startswith("in/a.warc.gz, record")


def test_parquet_without_pyarrow_names_the_extra(collect, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    documents, (skipped,) = collect({"t.parquet": b"PAR1", "a.txt": ARTICLE})
    assert len(documents) == 1
    assert skipped.reason == "needs pyarrow to be read: run `pip install 'sholu[tables]'`"


def test_parquet(collect, tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table(
        {
            "text": [ARTICLE, None, "Other"],
            "published": [datetime.date(2025, 11, 15), None, None],
            "shares": [1, 2, 3],
        }
    )
    out = io.BytesIO()
    parquet.write_table(table, out)
    documents, skipped = collect({"t.parquet": out.getvalue(), "u.parquet": out.getvalue()[:-20]})
    assert [(found.id, found.published) for found in documents] == [
        ("t:1", "2025-11-15"),
        ("t:3", None),
    ]
    assert [(item.source, item.reason) for item in skipped] == [
        ("in/t.parquet, row 2", "has no text"),
        ("in/u.parquet", "is not a whole Parquet file"),
    ]
