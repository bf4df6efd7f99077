"""The bundled sample is whole: its lines, its world and the README agree with each other."""

import json
import re
import tomllib
from collections import Counter
from datetime import date, datetime
from importlib.resources import files
from urllib.parse import urlsplit

import pytest

FOLDER = files("sholu") / "sample"
ARTICLES = [
    json.loads(line)
    for line in (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()
]
BY_ID = {article["id"]: article for article in ARTICLES}
WORLD = tomllib.loads((FOLDER / "world.toml").read_text(encoding="utf-8"))
README = (FOLDER / "README.md").read_text(encoding="utf-8")
FIELDS = {"id", "url", "title", "outlet", "country", "lang", "published", "text"}
COPIES = [
    ("tumar-copy-signing", "kerdalia-signing"),
    ("khazmun-copy-signing", "lazmir-signing"),
    ("darsina-copy-signing", "lns-signing"),
]
each_article = pytest.mark.parametrize("article", ARTICLES, ids=[a["id"] for a in ARTICLES])


def shingles(text: str) -> set[tuple[str, ...]]:
    """All runs of five words, lower-cased."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def section(heading: str) -> str:
    """The README from a bold heading up to the next one."""
    start = README.index(f"**{heading}")
    following = README.find("\n**", start)
    return README[start : following if following >= 0 else len(README)]


@each_article
def test_every_field_is_there_and_filled(article: dict[str, str]) -> None:
    assert set(article) == FIELDS
    assert all(isinstance(value, str) and value.strip() for value in article.values())


@each_article
def test_text_is_short_prose_without_its_title(article: dict[str, str]) -> None:
    paragraphs = article["text"].split("\n")
    assert 80 <= len(article["text"].split()) <= 350
    assert all(p and p == p.strip() for p in paragraphs)
    assert article["title"] not in article["text"]


@each_article
def test_outlet_country_and_host_are_those_of_the_world(article: dict[str, str]) -> None:
    [outlet] = [o for o in WORLD["outlet"] if o["name"] == article["outlet"]]
    host = urlsplit(article["url"]).hostname or ""
    assert (article["country"], host) == (outlet["country"], outlet["domain"])
    assert host.endswith(".example")


@each_article
def test_published_within_two_months_round_the_visit(article: dict[str, str]) -> None:
    moment = datetime.fromisoformat(article["published"])
    assert date(2026, 2, 10) <= moment.date() <= date(2026, 4, 10)
    assert (moment.tzinfo is not None) == ("T" in article["published"])


def test_ids_and_urls_are_unique() -> None:
    assert len(BY_ID) == len(ARTICLES)
    assert len({article["url"] for article in ARTICLES}) == len(ARTICLES)


def test_articles_stand_in_order_of_publication() -> None:
    days = [article["published"][:10] for article in ARTICLES]
    assert days == sorted(days)


def test_there_is_enough_of_everything() -> None:
    languages = Counter(article["lang"] for article in ARTICLES)
    assert len(ARTICLES) >= 34
    assert set(languages) == {"kk", "ru", "en"}
    assert languages["kk"] >= 13
    assert min(languages["ru"], languages["en"]) >= 10
    assert len({article["outlet"] for article in ARTICLES}) >= 16
    assert len({article["country"] for article in ARTICLES}) >= 8


def test_every_country_is_an_invented_one() -> None:
    states = {state["id"] for state in WORLD["state"]}
    assert {article["country"] for article in ARTICLES} == states
    assert all(re.fullmatch(r"X[A-Z]", state) for state in states)


def test_ids_of_the_world_are_unique() -> None:
    ids = [entry["id"] for kind in WORLD.values() for entry in kind]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", ["state", "bloc", "region", "institution", "person", "section"])
def test_whoever_is_in_the_world_has_a_name_in_each_language(kind: str) -> None:
    for entry in WORLD[kind]:
        assert {"kk", "ru", "en"} <= set(entry["names"]), entry["id"]


def test_outlets_are_named_in_both_alphabets() -> None:
    for outlet in WORLD["outlet"]:
        names = " ".join(outlet["names"])
        assert outlet["name"] in outlet["names"]
        assert re.search(r"[A-Za-z]", names), outlet["id"]
        assert re.search(r"[Ѐ-ӿ]", names), outlet["id"]


def test_two_outlets_share_an_owner() -> None:
    owners = Counter(o["owner"] for o in WORLD["outlet"] if "owner" in o)
    assert max(owners.values()) == 2


def test_every_state_has_a_section() -> None:
    placed = {state for entry in WORLD["section"] for state in entry.get("states", ())}
    assert placed == {state["id"] for state in WORLD["state"]}


@each_article
def test_readme_tells_what_the_article_shows(article: dict[str, str]) -> None:
    day = date.fromisoformat(article["published"][:10])
    month = ("Feb", "Mar", "Apr")[day.month - 2]
    start = f"| {day.day} {month} | `{article['id']}` | {article['country']} {article['lang']} | "
    assert len([line for line in README.splitlines() if line.startswith(start)]) == 1


def test_readme_names_no_article_that_is_not_there() -> None:
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", README))
    assert named == set(BY_ID)


@pytest.mark.parametrize(("copy", "original"), COPIES, ids=[copy for copy, _ in COPIES])
def test_copies_carry_the_words_and_the_credit_of_their_original(copy: str, original: str) -> None:
    carried, source = shingles(BY_ID[copy]["text"]), shingles(BY_ID[original]["text"])
    assert len(carried & source) >= 0.6 * len(carried | source)
    [agency] = [o for o in WORLD["outlet"] if o["name"] == BY_ID[original]["outlet"]]
    assert any(name in BY_ID[copy]["text"] for name in agency["names"])
    assert BY_ID[copy]["outlet"] != BY_ID[original]["outlet"]


def test_articles_that_are_no_copies_share_few_words() -> None:
    known = {frozenset(pair) for pair in COPIES}
    shingled = {key: shingles(article["text"]) for key, article in BY_ID.items()}
    for one, ours in shingled.items():
        for other, theirs in shingled.items():
            copies = {key for pair in known for key in pair}
            if one < other and not {one, other} & copies:
                assert len(ours & theirs) < 0.1 * min(len(ours), len(theirs)), (one, other)


def test_each_theme_is_said_by_three_publishers_in_two_languages() -> None:
    rows = [line for line in section("Themes").splitlines() if "`" in line]
    owner = {o["name"]: o.get("owner", o["name"]) for o in WORLD["outlet"]}
    assert len(rows) >= 5
    for row in rows:
        articles = [BY_ID[key] for key in re.findall(r"`([a-z0-9-]+)`", row)]
        assert len({owner[article["outlet"]] for article in articles}) >= 3, row
        assert len({article["lang"] for article in articles}) >= 2, row
