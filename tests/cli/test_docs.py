"""README names every verb, every option and every kind of file."""

from pathlib import Path

import pytest

from sholu.cli.verbs import app
from sholu.collect.files import walk
from sholu.collect.files.fields import NAMES

README = (Path(__file__).parents[2] / "README.md").read_text()
VERBS = [name for name in app if not name.startswith("-")]
OF_ARCHIVES = [name for name in app["archive"] if not name.startswith("-")]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb):
    assert f"`sholu {verb}" in README


@pytest.mark.parametrize("verb", OF_ARCHIVES)
def test_every_verb_of_archives_is_in_the_readme(verb):
    assert f"`{verb}`" in README


@pytest.mark.parametrize(
    "command",
    [
        *(app[verb] for verb in VERBS if verb != "archive"),
        *(app["archive"][verb] for verb in OF_ARCHIVES),
    ],
    ids=lambda command: command.name[0],
)
def test_every_option_is_in_the_readme(command):
    for argument in command.assemble_argument_collection():
        for name in argument.names:
            if name.startswith("--") and name != "--help":
                assert f"`{name}" in README, name


@pytest.mark.parametrize("kind", walk._KINDS)
def test_every_kind_of_file_is_in_the_readme(kind):
    assert f"`{kind}`" in README


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_in_the_readme(name):
    assert f"`{name}`" in README


def test_the_two_commands_are_in_the_readme_and_in_the_makefile():
    makefile = (Path(__file__).parents[2] / "Makefile").read_text()
    for target in ("review", "test"):
        assert f"$ make {target}\n" in README
        assert f"\n{target}:" in makefile
