"""Articles keep their text, and marks the words they stand for."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from sholu.publish.article import marked
from sholu.publish.sheet import Place

LETTERS = st.text(alphabet="аб <&>\"'\n«ұ", max_size=40)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[Place, ...]]:
    text = draw(LETTERS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    cuts = draw(st.lists(ends, max_size=8))
    places = [
        Place(
            anchor=f"p{number}",
            start=min(cut),
            end=max(cut),
            kind="statement",
            back=f"q{number}" if number % 2 else None,
        )
        for number, cut in enumerate(cuts)
    ]
    return text, tuple(places)


def words_of(page: parser.HtmlElement, anchor: str) -> str:
    pieces = page.xpath(f'//mark[@id="{anchor}" or @data-of="{anchor}"]')
    return "".join(piece.text_content() for piece in pieces)


@given(articles())
def test_the_text_and_every_marked_place_stay_as_given(
    article: tuple[str, tuple[Place, ...]],
) -> None:
    text, places = article
    page = parser.fromstring(f"<div>{marked(text, places, 'back')}</div>")
    assert page.text_content() == text
    for place in places:
        assert len(page.xpath(f'//mark[@id="{place.anchor}"]')) == 1
        assert words_of(page, place.anchor) == text[place.start : place.end]


def test_a_place_that_crosses_another_is_cut_at_its_end() -> None:
    places = (
        Place(anchor="p1", start=0, end=4, kind="statement", back="q1"),
        Place(anchor="p2", start=2, end=6, kind="evidence"),
    )
    assert marked("abcdefg", places, "<back>") == (
        '<mark id="p1" class="statement" tabindex="-1">ab'
        '<mark id="p2" class="evidence" tabindex="-1">cd</mark></mark>'
        '<a class="back" href="#q1" aria-label="&lt;back&gt;"></a>'
        '<mark data-of="p2" class="evidence" tabindex="-1">ef</mark>g'
    )
