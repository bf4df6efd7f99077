"""Pages in the shapes of real news sites, in six languages: text, title, date and language."""

import pytest

from tests.collect.web.stored import Score, score, stored_pages, table


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [score(stored) for stored in stored_pages()]


def test_there_are_pages_enough(scores):
    assert len(scores) >= 40
    assert {one.stored.lang for one in scores} == {"kk", "ru", "en", "tr", "de", "fr"}


def test_the_text_of_the_pages_is_found(scores):
    print(table(scores))
    assert sum(one.f1 for one in scores) / len(scores) >= 0.98
    assert [one.stored.name for one in scores if one.f1 < 0.9] == []


@pytest.mark.parametrize("what", ["date", "title", "lang"])
def test_what_the_pages_say_of_themselves_is_found(scores, what):
    wrong = [one.stored.name for one in scores if not getattr(one, what)]
    assert len(wrong) <= 0.05 * len(scores), wrong
