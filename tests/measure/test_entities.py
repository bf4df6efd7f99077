import pytest

from sholu.measure.entities import same_country, same_voice
from sholu.measure.sample_gold import NamedVoice
from sholu.model import Voice


def outlet(name: str, country: str | None = None) -> Voice:
    return Voice(id=name.lower().replace(" ", "-"), name=name, type="outlet", country=country)


def group(country: str | None = None, *blocs: str) -> Voice:
    return Voice(id="g", name="сарапшылар", type="group", country=country, blocs=blocs)


PAIR = Voice(
    id="both",
    name="Harbour News мен Port Daily",
    type="group",
    members=(outlet("Harbour News", "XA"), outlet("Port Daily", "XA")),
)


@pytest.mark.parametrize(
    ("wanted", "voice"),
    [
        (NamedVoice(name="Harbour News"), outlet("Harbour News")),
        (NamedVoice(name="Mira Olden"), Voice(id="w", name="Мира Олден", type="person")),
        (NamedVoice(name="Harbour News; Port Daily"), PAIR),
        (NamedVoice(name="Xenian experts", country="XA"), group("XA")),
        (NamedVoice(name="many experts"), group()),
        (NamedVoice(name="leaders of the Southern Bloc", bloc="SB"), group(None, "sb")),
        (
            NamedVoice(name="Olden Institute"),
            Voice(id="o", name="ОИ", type="institution", names={"en": "Olden Institute"}),
        ),
    ],
)
def test_same(wanted: NamedVoice, voice: Voice) -> None:
    assert same_voice(wanted, voice)


@pytest.mark.parametrize(
    ("wanted", "voice"),
    [
        (NamedVoice(name="Harbour News"), None),
        (NamedVoice(name="Harbour News"), outlet("Port Daily")),
        (NamedVoice(name="Harbour News; Port Daily"), outlet("Harbour News")),
        (NamedVoice(name="Xenian experts", country="XA"), group("XB")),
        (NamedVoice(name="Xenian experts", country="XA"), outlet("Harbour News", "XA")),
        (NamedVoice(name="leaders of the Southern Bloc", bloc="SB"), group(None, "nb")),
    ],
)
def test_different(wanted: NamedVoice, voice: Voice | None) -> None:
    assert not same_voice(wanted, voice)


def test_country_of_members() -> None:
    assert same_country(NamedVoice(name="both", country="XA"), PAIR)
    assert not same_country(NamedVoice(name="both", country="XB"), PAIR)
