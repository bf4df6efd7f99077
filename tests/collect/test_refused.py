"""What gives no document is named once, with its place, its reason and the mend."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sholu.collect import gather
from sholu.collect.files import encoding
from sholu.model import Document, Skipped, UsageError

RUSSIAN = "Министр сообщил журналистам, что мост через реку откроется в мае следующего года."
GOOD = '{"text": "A good line."}'
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(40)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.txt", b"", "is empty", id="empty text"),
        pytest.param("a.jsonl", b"", "is empty", id="empty lines"),
        pytest.param("a.json", b"", "is empty", id="empty JSON"),
        pytest.param("a.csv", b"", "is empty", id="empty table"),
        pytest.param("a.html", b"", "is empty", id="empty page"),
        pytest.param("a.warc.gz", b"", "is empty", id="empty archive"),
        pytest.param("a.txt", b" \n\t ", "has no text", id="blank text"),
        pytest.param("a.jsonl", b"\n\n", "has no text", id="blank lines"),
        pytest.param("a.json", b"[]", "has no text", id="empty array"),
        pytest.param("a.csv", b"id,text\n", "has no rows", id="only a header"),
        pytest.param("a.html", b"<html><body></body></html>", "has no article", id="bare page"),
        pytest.param("a.txt", JPEG, "is not text (it is a JPEG picture)", id="picture"),
        pytest.param("a.jsonl", JPEG, "is not text (it is a JPEG picture)", id="picture as lines"),
        pytest.param("a.html", JPEG, "is not text (it is a JPEG picture)", id="picture as page"),
        pytest.param("a.txt", b"one\0two", "is not text (it holds NUL bytes)", id="NUL"),
        pytest.param("a.txt", b"\xff\x00\xfe", "is not text (it holds NUL bytes)", id="bytes"),
        pytest.param("a.txt", b"%PDF-1.7", "is not text (it is a PDF)", id="PDF"),
        pytest.param(
            "a.txt",
            RUSSIAN.encode("cp1251"),
            "is not UTF-8 (it looks like Windows-1251: convert it with `iconv -f cp1251 -t utf-8`)",
            id="Windows-1251",
        ),
        pytest.param(
            "a.txt", RUSSIAN.encode()[:-2], "is not UTF-8 (the byte at offset", id="cut off"
        ),
        pytest.param(
            "a.txt", "un café noir".encode("latin-1"), "is not UTF-8 (the byte at", id="Latin-1"
        ),
        pytest.param("a.txt", RUSSIAN.encode("utf-32"), "is not UTF-8 (it is UTF-32", id="UTF-32"),
        pytest.param(
            "a.txt", RUSSIAN.encode("utf-16")[:-1], "is not whole UTF-16", id="cut UTF-16"
        ),
        pytest.param("a.txt", b"x" * 5_000_001, "is over 5,000,000 characters", id="huge"),
        pytest.param("a.txt", b"x" * 20_000_001, "is over 20 MB", id="over the bytes"),
        pytest.param("a.csv", b"a,b\n1,2\n", "has no column named `text`", id="columns"),
        pytest.param("a.warc", b"no archive at all", "is broken", id="no archive"),
        pytest.param("a.docx", b"PK\3\4", "is the kind '.docx', which is not read", id="kind"),
        pytest.param("LICENSE", b"text", "is a file without an extension", id="no extension"),
        pytest.param("world.toml", b"", "is not a document: name a world file", id="world"),
    ],
)
def test_a_file_is_named_and_the_rest_goes_on(collect, name, data, reason):
    documents, skipped = collect({name: data, "b.txt": "A good file.", "0.txt": "Another."})
    assert [found.id for found in documents] == ["0", "b"]
    assert len(skipped) == 1
    assert skipped[0].source.startswith(f"in/{name}")
    assert skipped[0].reason.startswith(reason)
    assert not skipped[0].reason.endswith(".")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"text": "x"', "is not JSON (column 13: expecting ',' delimiter)", id="cut"),
        pytest.param("text", "is not JSON (column 1: expecting value)", id="no JSON"),
        pytest.param('"text"', "is not an object: write a document as", id="a string"),
        pytest.param("[1]", "is not an object: write a document as", id="a list"),
        pytest.param('{"id": "a"}', "has no text", id="missing"),
        pytest.param('{"text": null}', "has no text", id="null"),
        pytest.param('{"text": " \\n"}', "has no text", id="blank"),
        pytest.param('{"text": 5}', "`text` is a number, not a string", id="number"),
        pytest.param('{"text": ["a"]}', "`text` is a list, not a string", id="list"),
        pytest.param('{"text": "a", "id": 5}', "`id` is a number: write it as a", id="id"),
        pytest.param('{"text": "a", "title": {}}', "`title` is an object", id="title"),
        pytest.param('{"text": "a", "url": true}', "`url` is true or false", id="url"),
        pytest.param(
            '{"text": "a", "published": "yesterday"}',
            "`published` is 'yesterday': write it as a date like 2025-11-15",
            id="no date",
        ),
        pytest.param('{"text": "a", "published": "2025-13-01"}', "`published` is", id="no month"),
        pytest.param(
            '{"text": "ab\\ud83d"}',
            "`text` holds half a character (a lone surrogate \\ud83d at offset 2)",
            id="lone surrogate",
        ),
        pytest.param('{"text": "a", "id": "\\udc00"}', "`id` holds half a char", id="surrogate id"),
        pytest.param("[" * 100_000, "is nested too deeply", id="deep"),
        pytest.param('{"text": "a", "n": ' + "9" * 5000 + "}", "holds a number", id="long number"),
    ],
)
def test_a_line_is_named_and_the_rest_goes_on(collect, line, reason):
    documents, skipped = collect({"news.jsonl": f"{GOOD}\n{line}\n" + '{"text": "Last."}'})
    assert [found.id for found in documents] == ["news:1", "news:3"]
    assert [item.source for item in skipped] == ["in/news.jsonl:2"]
    assert skipped[0].reason.startswith(reason)


def test_a_line_in_another_encoding_is_named(collect):
    line = f'{{"text": "{RUSSIAN}"}}'.encode("cp1251")
    documents, (skipped,) = collect({"a.jsonl": GOOD.encode() + b"\n" + line + b"\n"})
    assert len(documents) == 1
    assert (skipped.source, "Windows-1251" in skipped.reason) == ("in/a.jsonl:2", True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            f'{{"text": "{RUSSIAN}"}}\n'.encode("cp1251") * 3, "(it looks like", id="Windows-1251"
        ),
        pytest.param(bytes(range(255, -1, -1)) * 3, "is not", id="no text at all"),
        pytest.param(b"\0\1\n\0\1\n\0\1\n", "is not text (it holds NUL", id="NUL bytes"),
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_file_that_is_no_utf8_from_the_start_is_named_once(collect, name, data, reason):
    documents, (skipped,) = collect({name: data})
    assert (documents, skipped.source) == ([], f"in/{name}")
    assert reason in skipped.reason


def test_a_first_line_that_is_cut_inside_a_character_is_that_lines_matter(collect):
    broken = f'{{"text": "{RUSSIAN}'.encode()[:-2] + b'"}\n'
    documents, (skipped,) = collect({"a.jsonl": broken + f'{{"text": "{RUSSIAN}"}}'.encode()})
    assert [found.id for found in documents] == ["a:2"]
    assert skipped.source == "in/a.jsonl:1"


def test_a_pair_of_surrogates_is_one_character(collect):
    (found,), skipped = collect({"a.jsonl": '{"text": "ab\\ud83d\\ude00"}'})
    assert (found.text, len(found.text)) == ("ab\U0001f600", 3)
    assert not skipped


def test_an_endless_line_is_passed_without_holding_it(collect, monkeypatch):
    monkeypatch.setattr(encoding, "MAX_BYTES", 200)
    data = f'{GOOD}\n{{"text": "{"x" * 100_000}"}}\n{{"text": "Last."}}\n'
    documents, skipped = collect({"a.jsonl": data})
    assert [found.id for found in documents] == ["a:1", "a:3"]
    assert [(item.source, item.reason[:22]) for item in skipped] == [
        ("in/a.jsonl:2", "is a line of over 20 M")
    ]


def test_json_names_line_and_column(collect):
    _, (skipped,) = collect({"a.json": '[\n{"text": "a"},\n{"text" "b"}]'})
    assert skipped == Skipped(
        source="in/a.json:3", reason="is not JSON (column 9: expecting ':' delimiter)"
    )


def test_rows_of_a_table_are_named(collect):
    rows = 'id,text\n1,fine\n2,too,many\n3,"ab"c\n4,\n5,last\n6,"never closed\n'
    documents, skipped = collect({"t.csv": rows})
    assert [found.id for found in documents] == ["1", "5"]
    assert [item.source for item in skipped] == [f"in/t.csv:{n}" for n in (3, 4, 5, 7)]


def test_a_table_is_read_down_to_a_broken_line(collect):
    rows = b"id,text\n1,fine\n" + RUSSIAN.encode("cp1251") + b"\n3,below\n"
    (found,), (skipped,) = collect({"t.csv": rows})
    assert (found.id, skipped.source) == ("1", "in/t.csv:3")
    assert skipped.reason.endswith("; the rows above it were read")


class TestIds:
    def test_another_text_under_the_same_id_is_named_with_the_place_of_the_first(self, collect):
        lines = '{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n'
        (found,), (skipped,) = collect({"n.jsonl": lines})
        assert found.text == "One."
        assert skipped == Skipped(
            source="in/n.jsonl:2",
            reason="has the id 'a' of another text, at in/n.jsonl:1: give it an id of its own",
        )

    def test_the_same_text_under_the_same_id_is_one_document(self, collect):
        lines = '{"id": "a", "text": "One."}\n{"id": "a", "text": "One."}\n'
        documents, skipped = collect({"n.jsonl": lines, "o.jsonl": lines})
        assert [found.source for found in documents] == ["in/n.jsonl:1"]
        assert not skipped

    def test_files_of_one_name_are_told_apart_by_their_path(self, collect):
        files = {"a/x.txt": "One.", "b/x.txt": "One.", "b/x.md": "Two.", "b/y.jsonl": GOOD}
        documents, skipped = collect(files | {"c/y.jsonl": GOOD})
        assert [found.id for found in documents] == [
            "x",
            "b/x.md",
            "b/x.txt",
            "y:1",
            "c/y.jsonl:1",
        ]
        assert not skipped

    def test_a_given_id_that_a_file_name_repeats(self, collect):
        documents, skipped = collect({"a.jsonl": '{"id": "b", "text": "One."}', "b.txt": "Two."})
        assert [found.id for found in documents] == ["b", "b.txt"]
        assert not skipped


class TestPaths:
    def test_a_path_that_does_not_exist_is_refused_at_once(self, collect):
        with pytest.raises(UsageError, match=r"no file or folder 'nowhere\.txt'"):
            gather(["nowhere.txt"])

    def test_no_path_is_refused(self):
        with pytest.raises(UsageError, match="name at least one file"):
            gather([])

    def test_folders_are_read_through_in_the_order_of_names(self, collect):
        files = {"b.txt": "B.", "a/z.txt": "Z.", "a/c/q.md": "Q.", ".hidden/x.txt": "X."}
        documents, skipped = collect(files | {".x.txt": "X.", "c.TXT": "C."})
        assert [found.id for found in documents] == ["q", "z", "b", "c"]
        assert not skipped

    def test_a_review_written_among_the_articles_is_none_of_them(self, collect):
        review = ("index.html", "review.docx", "review.json", "review.md")
        files = {f"sholu-review/{name}": "The review." for name in review}
        documents, skipped = collect(files | {"a.txt": "A.", "b/review.md": "An article."})
        assert [found.id for found in documents] == ["a", "review"]
        assert not skipped

    def test_a_file_named_twice_comes_once(self, collect):
        documents, skipped = collect({"a.txt": "A."}, ["in/a.txt", "in", "./in/a.txt"])
        assert len(documents) == 1
        assert not skipped

    def test_a_folder_without_files_is_named(self, collect):
        assert collect({}) == ([], [Skipped(source="in", reason="is a folder without files")])

    def test_links_that_lead_nowhere_or_round(self, collect):
        Path("in").mkdir()
        Path("in/dead.txt").symlink_to("gone.txt")
        Path("in/round").symlink_to("../in")
        documents, skipped = collect({"a.txt": "A."})
        assert len(documents) == 1
        assert [(item.source, item.reason) for item in skipped] == [
            ("in/dead.txt", "cannot be read (no such file or directory)"),
            (
                "in/round",
                "is a link to a folder and was not followed: name that folder itself",
            ),
        ]

    def test_a_pipe_is_not_waited_for(self, collect):
        Path("in").mkdir()
        os.mkfifo("in/pipe.txt")
        documents, (skipped,) = collect({"a.txt": "A."})
        assert len(documents) == 1
        assert skipped.reason == "is not a file (a pipe or a device)"

    def test_a_file_that_may_not_be_read_is_named(self, collect, monkeypatch):
        opened = Path.open

        def refuse(path: Path, *args, **options):
            if path.name == "secret.txt":
                raise PermissionError(13, "Permission denied")
            return opened(path, *args, **options)

        monkeypatch.setattr(Path, "open", refuse)
        Path("in").mkdir()
        Path("in/secret.txt").touch()
        documents, (skipped,) = collect({"z.txt": "Z."})
        assert [found.id for found in documents] == ["z"]
        assert skipped.reason == "cannot be read (permission denied): run `chmod +r` on it"

    def test_a_name_that_is_no_utf8(self, collect):
        Path("in").mkdir()
        Path(os.fsdecode(b"in/caf\xe9.txt")).write_bytes(b"Text.")
        (found,), _ = collect({})
        assert found.id == "caf\ufffd"


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        pytest.param(f'{GOOD}\n{{"text": "b", "id": "x"}}\n', ["stdin:1", "x"], id="lines"),
        pytest.param('\ufeff{"text": "a"}', ["stdin:1"], id="lines with a mark"),
        pytest.param("date 2025-11-15 Plain text.", ["stdin"], id="text"),
        pytest.param('[\n {"text": "a"}]', ["stdin:1"], id="array"),
        pytest.param("[1] A note opens the text.", ["stdin"], id="text in brackets"),
    ],
)
def test_standard_input(data, ids):
    found = list(gather(["-", "-"], stdin=io.BytesIO(data.encode())))
    assert [item.id for item in found if isinstance(item, Document)] == ids
    assert len(found) == len(ids)


def test_empty_standard_input():
    assert list(gather(["-"], stdin=io.BytesIO())) == [
        Skipped(source="standard input", reason="is empty")
    ]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text(alphabet='{}[]":,text\n\r;\\u0d8 \ufeff', max_size=120).map(str.encode),
        st.lists(st.text(alphabet='abc",;\r\n\t\0', max_size=12), max_size=6).map(
            lambda cells: ("id,text\n" + ",".join(cells)).encode()
        ),
    ),
    kind=st.sampled_from(["txt", "md", "jsonl", "json", "csv", "html", "warc", "warc.gz"]),
)
def test_whatever_the_bytes_there_is_a_document_or_a_reason(tmp_path, data, kind):
    path = tmp_path / f"file.{kind}"
    path.write_bytes(data)
    found = list(gather([path]))
    assert found or not data.strip() or kind.startswith("warc")
    for item in found:
        if isinstance(item, Document):
            assert item.text.strip()
            item.text.encode()
        else:
            assert item.reason
            assert "\n" not in item.source
