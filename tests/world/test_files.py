"""World files: extension, replacement, and errors that say what is wrong."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from sholu.model import WorldError
from sholu.world import World


def _file(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_the_bundled_world_is_read_once() -> None:
    assert World.bundled() is World.bundled()


def test_a_file_adds_to_the_bundled_world(tmp_path: Path) -> None:
    mine = _file(tmp_path, '[[outlet]]\nid = "quay"\nname = "Quay Herald"\ncountry = "XC"\n')
    world = World.load(mine)
    assert world.resolve("Quay Herald", "en")
    assert world.voice("KZ", "en").name == "Kazakhstan"


def test_a_later_entry_replaces_the_earlier_one_whole(tmp_path: Path) -> None:
    first = _file(
        tmp_path, '[[outlet]]\nid = "quay"\nname = "Quay Herald"\nowner = "Quay"\n', "1.toml"
    )
    second = _file(tmp_path, '[[outlet]]\nid = "quay"\nname = "Quay Echo"\n', "2.toml")
    world = World.load(first, second)
    assert world.voice("quay", "en").name == "Quay Echo"
    assert world.publisher_of("quay") == "quay"
    assert world.outlet("Quay Herald") is None


def test_a_section_is_replaced_in_its_place(tmp_path: Path) -> None:
    mine = _file(
        tmp_path, '[[section]]\nid = "china"\nnames = { en = "East" }\nstates = ["CN", "JP"]\n'
    )
    world = World.load(mine)
    order = [section.id for section in World.bundled().sections]
    assert [section.id for section in world.sections] == order
    assert world.section_of(world.voice("JP", "en")).names == {"en": "East"}


BROKEN = {
    "not TOML": ("[[outlet", ["mine.toml", "TOML"]),
    "unknown table": ('[[paper]]\nid = "a"\n', ["mine.toml", "'paper'"]),
    "single brackets": ('[outlet]\nid = "a"\n', ["mine.toml", "[[outlet]]"]),
    "unknown field": ('[[outlet]]\nid = "a"\nname = "A"\nnmaes = []\n', ["'a'", "'nmaes'"]),
    "missing field": ('[[outlet]]\nid = "a"\n', ["outlet 'a'", "name"]),
    "missing id": ('[[outlet]]\nname = "A"\n', ["without an id", "id"]),
    "wrong type": ('[[outlet]]\nid = "a"\nname = 5\n', ["outlet 'a'", "str"]),
    "wrong kind": ('[[outlet]]\nid = "a"\nname = "A"\nkind = "blog"\n', ["'a'", "blog"]),
    "wrong date": (
        '[[person]]\nid = "a"\nroles = [{ role = "president", since = "spring" }]\n',
        ["person 'a'", "since"],
    ),
    "bad id": ('[[outlet]]\nid = "My Paper"\nname = "A"\n', ["'My Paper'", "small letters"]),
    "bad state id": ('[[state]]\nid = "kaz"\n', ["'kaz'", "two capital letters"]),
}


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_one_sentence(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    with pytest.raises(WorldError) as error:
        World.load(_file(tmp_path, text))
    message = str(error.value)
    assert all(words in message for words in said)
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"absent\.toml"):
        World.load(tmp_path / "absent.toml")


def test_a_file_in_other_bytes_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b'[[outlet]]\nid = "a"\nname = "\xff"\n')
    with pytest.raises(WorldError, match="UTF-8"):
        World.load(path)


def test_every_state_has_a_name_in_each_language() -> None:
    text = (files("sholu.world") / "data" / "states.toml").read_text("utf-8")
    states = [entry["id"] for entry in tomllib.loads(text)["state"]]
    world = World.bundled()
    assert len(states) == len(set(states)) >= 193 + len(["VA", "PS", "TW", "XK"])
    for state in states:
        assert set(world.voice(state, "en").names) == {"en", "ru", "kk"}, state


def test_no_bundled_bloc_region_or_section_names_an_unknown_state() -> None:
    world = World.bundled()
    for file in ("blocs", "regions", "sections"):
        text = (files("sholu.world") / "data" / f"{file}.toml").read_text("utf-8")
        for entry in (row for rows in tomllib.loads(text).values() for row in rows):
            members = [member["state"] for member in entry.get("members", ())]
            for state in [*members, *entry.get("states", ())]:
                assert world.voice(state, "en").type == "state", (entry["id"], state)
            for whole in [*entry.get("blocs", ()), *entry.get("regions", ())]:
                assert world.voice(whole, "en").blocs == (whole,), entry["id"]
