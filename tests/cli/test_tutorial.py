"""The tutorial and the README show what the commands print.

Where reading has changed for the better, `SHOLU_WRITE_DOCS=1 pytest tests/cli/test_tutorial.py`
writes the new output into the tutorial.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"```(console|python)\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (.*<<'END'\n(?:.*\n)*?END|.*)\n", re.MULTILINE)
PROGRESS = re.compile(r"^[a-z]+:? \d+ of \d+.*\n", re.MULTILINE)
HOME = "/home/you/sholu"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a clone in which Sholu is installed."""
    path = tmp_path_factory.mktemp("clone")
    (path / "src").symlink_to(ROOT / "src")
    (path / ".venv").mkdir()
    (path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    return path


def printed(command: str, folder: Path) -> str:
    """What a command prints on both streams, run in the folder."""
    if command.startswith("make review"):
        lang = command.partition("REVIEW_LANG=")[2] or "en"
        command = f".venv/bin/sholu demo --no-open --out out/review --lang {lang}"
    environment = {**os.environ, "SHOLU_LANG": "en"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    # How far long work has come is told every few seconds: how often depends on the machine.
    return PROGRESS.sub("", done.stdout.replace(str(folder), HOME))


def replayed(kind: str, block: str, folder: Path) -> str:
    """A block of the tutorial with what its commands print now."""
    if kind == "python":
        subprocess.run([sys.executable, "-c", block], cwd=folder, check=True)
        return block
    return "".join(f"$ {command}\n{printed(command, folder)}" for command in COMMAND.findall(block))


def counted(text: str) -> str:
    """The text without the numbers of a review's summary, which move with every better rule."""
    return re.sub(r"^\d+ (statements|themes).*", r"… \1 …", text, flags=re.MULTILINE)


@pytest.mark.slow
def test_the_tutorial_shows_what_its_commands_print(folder):
    said = TUTORIAL.read_text()
    now = BLOCK.sub(lambda found: f"```{found[1]}\n{replayed(found[1], found[2], folder)}```", said)
    if os.environ.get("SHOLU_WRITE_DOCS"):
        TUTORIAL.write_text(now)
    assert counted(now) == counted(TUTORIAL.read_text())


@pytest.mark.slow
def test_the_readme_quotes_the_review_of_the_sample(folder):
    printed("make review", folder)
    made = (folder / "out" / "review" / "review.md").read_text()
    (excerpt,) = re.findall(r"```markdown\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    for part in excerpt.split("\n…\n"):
        assert part.strip() in made
