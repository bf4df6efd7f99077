import pytest

from sholu.measure.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reuters", "reuters"),
        ("Mira Olden", "Olden"),
        ("Мира Олден", "Mira Olden"),
        ("Жанар Қуатова", "Zhanar Kuatova"),
        ("Хасан Шарипов", "Khasan Sharipov"),
        ("Jomart", "Жомарт"),
        ("Shchedrova", "Щедрова"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Mira Olden", "Mira Brand"), ("Мира Олден", "Jon Brand"), ("", "Brand")]
)
def test_different(one: str, other: str) -> None:
    assert not same_name(one, other)
