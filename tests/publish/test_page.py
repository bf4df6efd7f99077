"""The HTML page: whole, linked, and safe to open."""

import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from lxml import html as parser

from sholu.model import Review, Span
from sholu.publish import html

from .press import card, empty_review, review_of, rich_review

LANGS = ("kk", "ru", "en")


def parsed(review: Review, lang: str = "en") -> parser.HtmlElement:
    return parser.fromstring(html(review, lang))


def words_of(page: parser.HtmlElement, anchor: str) -> str:
    pieces = page.xpath(f'//mark[@id="{anchor}" or @data-of="{anchor}"]')
    return "".join(piece.text_content() for piece in pieces)


@pytest.mark.parametrize("lang", LANGS)
def test_every_statement_opens_its_words_in_its_article(lang: str) -> None:
    review = rich_review()
    page = parsed(review, lang)
    for number, item in enumerate(review.statements, start=1):
        (quotation,) = page.xpath(f'//figure[@id="q{number}"]')
        place = quotation.xpath('.//span[@class="links"]/a[starts-with(@href, "#")]/@href')[0][1:]
        assert words_of(page, place) == item.statement.content.text
        article = page.xpath(f'//mark[@id="{place}"]/ancestor::details')[0]
        wanted = [document.id for document in review.documents].index(item.document) + 1
        assert article.get("id") == f"a{wanted}"
        assert page.xpath(f'//mark[@id="{place}"]/following::a[@class="back"][1]')


@pytest.mark.parametrize("lang", LANGS)
def test_every_link_inside_the_page_leads_somewhere(lang: str) -> None:
    page = parsed(rich_review(), lang)
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    targets = {link[1:] for link in page.xpath('//a[starts-with(@href, "#")]/@href')}
    assert targets <= set(anchors)
    assert set(page.xpath("//@aria-labelledby")) <= set(anchors)


def test_articles_that_are_quoted_stand_in_the_page_as_given() -> None:
    review = rich_review()
    page = parsed(review)
    texts = [text.text_content() for text in page.xpath('//div[@class="text"]')]
    quoted = [text for text in texts if text]
    assert quoted == texts
    assert len(quoted) > 3
    assert set(quoted) <= {document.text for document in review.documents}
    marked = page.xpath('//div[@class="text"][.//mark]')
    assert len(marked) == len(texts)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_asked_of_any_network(lang: str) -> None:
    source = html(rich_review(), lang)
    page = parser.fromstring(source)
    assert page.xpath("//@src | //@srcset | //@data | //@poster | //@action | //@background") == []
    assert page.xpath("//link | //iframe | //object | //embed | //img | //base") == []
    assert all(element.tag == "a" for element in page.xpath("//*[@href]"))
    styles = "".join(page.xpath("//style/text()"))
    assert "@import" not in styles
    assert "url(" not in styles
    assert "http" not in "".join(page.xpath("//script/text()"))
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@pytest.mark.parametrize("lang", LANGS)
def test_headings_descend_one_level_at_a_time(lang: str) -> None:
    page = parsed(rich_review(), lang)
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGS)
def test_words_in_print_name_their_language(lang: str) -> None:
    page = parsed(rich_review(), lang)
    assert page.get("lang") == lang
    quotations = page.xpath("//blockquote")
    assert quotations
    assert all(quotation.get("lang") is not None for quotation in quotations)
    langs = {figure.get("data-lang") for figure in page.xpath("//figure[@data-lang]")}
    assert langs == {"kk", "ru", "en", ""}


@pytest.mark.parametrize("lang", LANGS)
def test_tables_and_pictures_speak_to_those_who_hear_the_page(lang: str) -> None:
    page = parsed(rich_review(), lang)
    assert all(table.xpath("./caption") for table in page.xpath("//table"))
    assert all(cell.get("scope") in ("col", "row") for cell in page.xpath("//th"))
    assert all(row.xpath('./th[@scope="row"]') for row in page.xpath("//tbody/tr"))
    assert all(picture.get("aria-label") for picture in page.xpath("//svg"))
    assert page.xpath("//body/a[1]/@href") == ["#review"]
    assert all(field.xpath("ancestor::label") for field in page.xpath("//select"))


@pytest.mark.parametrize(
    ("lang", "direct", "indirect", "parts"),
    [
        ("kk", "«Бұл сапардан көп үміт күтеміз»", "The visit is", "«Біз күттік», «енді жұмыс"),
        ("ru", "«Бұл сапардан көп үміт күтеміз»", "The visit is", "«Біз күттік», «енді жұмыс"),
        ("en", "“Бұл сапардан көп үміт күтеміз”", "The visit is", "“Біз күттік”, “енді жұмыс"),
    ],
)
def test_marks_stand_around_direct_speech_alone(
    lang: str, direct: str, indirect: str, parts: str
) -> None:
    page = parsed(rich_review(), lang)
    quotations = [str(quote.text_content()) for quote in page.xpath("//blockquote")]
    assert direct in quotations
    assert any(text.startswith(indirect) for text in quotations)
    assert any(text.startswith(parts) for text in quotations)


def test_markup_in_an_article_is_text() -> None:
    evil = "</style><script>alert(1)</script><img src=x onerror=alert(2)> & \"'"
    review = review_of(evil, (0, len(evil)))
    review = replace(
        review,
        documents=(replace(card("only", evil, evil, "en", None, None), url='javascript:"x"'),),
        event=replace(review.event, title={"en": evil}, place={"en": evil}, kind=evil),
    )
    page = parsed(review)
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img") == []
    assert page.xpath('//a[contains(@href, "javascript")]') == []
    assert page.xpath("//h1")[0].text == evil
    assert page.xpath('//div[@class="text"]')[0].text_content() == evil
    assert page.xpath("//title")[0].text == evil


def test_the_policy_names_the_style_and_the_script_of_the_page() -> None:
    policy = parsed(rich_review()).xpath("//meta[@http-equiv]/@content")[0]
    assert len(re.findall(r"'sha256-[A-Za-z0-9+/]{43}='", policy)) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_review_says_so(lang: str) -> None:
    page = parsed(empty_review(), lang)
    shown = page.xpath("//main/section/@id")
    assert shown == ["numbers", "sections"]
    assert page.xpath('//section[@id="sections"]/p[@class="lead"]')[0].text
    assert page.xpath("//nav//a/@href") == ["#numbers", "#sections"]


def test_an_article_without_date_outlet_and_language_says_so() -> None:
    review = review_of("Quiet words.", (0, 5), lang=None)
    review = replace(review, documents=(replace(review.documents[0], outlet=None, published=None),))
    line = parsed(review).xpath('//figure//span[@class="source"]')[0].text_content()
    assert line == "outlet unknown · no date · language unknown"


def test_right_to_left_words_keep_their_direction() -> None:
    text = "قال الوزير إن الزيارة ناجحة"
    page = parsed(review_of(text, (4, 10), lang="ar"))
    (quote,) = page.xpath("//blockquote")
    assert (quote.get("lang"), quote.get("dir")) == ("ar", "auto")
    assert page.xpath('//div[@class="text"]/@dir') == ["auto"]


@pytest.mark.parametrize("odd", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb"], ids=ascii)
def test_what_no_page_can_hold_is_shown_as_a_replacement(odd: str) -> None:
    source = html(review_of(odd, (0, 3)), "en")
    assert source.encode("utf-8")
    assert "a\ufffdb" in source


def test_line_breaks_of_any_kind_keep_their_offsets() -> None:
    text = "one\r\ntwo\rthree\nfour"
    page = parsed(review_of(text, (9, 14)))
    assert page.xpath('//div[@class="text"]')[0].text_content() == text
    assert page.xpath("//mark")[0].text_content() == "three"


def test_the_same_review_gives_the_same_page() -> None:
    assert html(rich_review(), "kk") == html(rich_review(), "kk")


def test_addresses_are_linked_only_to_the_web() -> None:
    links = parsed(rich_review()).xpath('//a[not(starts-with(@href, "#"))]')
    assert links
    for link in links:
        assert urlsplit(link.get("href")).scheme == "https"
        assert "noreferrer" in link.get("rel")


def test_a_span_may_be_empty() -> None:
    review = review_of("Words.", (2, 2))
    assert review.statements[0].statement.content == Span(start=2, end=2, text="")
    assert parsed(review).xpath("//mark")[0].text_content() == ""


def test_a_statement_that_no_section_lists_stands_under_its_own() -> None:
    review = rich_review()
    first, *others = review.sections
    page = parsed(replace(review, sections=(replace(first, statements=("after/1",)), *others[1:])))
    assert len(page.xpath("//figure[@id]")) == len(review.statements)
    blocs = page.xpath('//section[@class="bloc"]')
    titles = [bloc.xpath("string(./h3/text())").strip() for bloc in blocs]
    assert titles == ["Torlandia", "Narbia", "Others", "elmar"]


def test_a_statement_that_two_sections_list_stands_once() -> None:
    review = rich_review()
    first, second, *others = review.sections
    second = replace(second, statements=(*second.statements, "ru/1"))
    page = parsed(replace(review, sections=(first, second, *others)))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


def test_words_of_saying_stand_beside_reported_speech() -> None:
    """A clause alone is often no sentence, so its cue is printed with it as in the article."""
    quotations = parsed(rich_review(), "kk").xpath('//blockquote[span[@class="cue"]]')
    spoken = [str(quote.text_content()) for quote in quotations]
    assert "бұл сапарды «сирек кездесетін сәттілік» деп атады" in spoken
