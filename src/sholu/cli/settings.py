"""What a command line and its surroundings ask for, checked before any work begins."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

from sholu.model import UsageError

if TYPE_CHECKING:
    from sholu.world import World

Lang = Literal["kk", "ru", "en"]


def checked_paths(paths: Sequence[str]) -> Sequence[str]:
    """The paths; an option that no verb has stands among them and is refused."""
    for path in paths:
        if path.startswith("-") and path != "-" and not os.path.lexists(path):
            raise UsageError(f"there is no option {path!r} here: `--help` names them all")
    return paths


def load_world(paths: Sequence[Path]) -> "World":
    """The bundled world, extended by the files; `UsageError` where one does not exist."""
    from sholu.world import World

    for path in paths:
        if not path.is_file():
            raise UsageError(f"there is no world file {str(path)!r}")
    return World.load(*paths) if paths else World.bundled()


def review_language(given: Lang | None) -> Lang:
    """The language asked for, else that of SHOLU_LANG, else of the locale, else English."""
    if given is not None:
        return given
    wanted = os.environ.get("SHOLU_LANG")
    if wanted and wanted not in get_args(Lang):
        raise UsageError(f"SHOLU_LANG is {wanted!r}: it may be kk, ru or en")
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = wanted or next((os.environ[name] for name in names if os.environ.get(name)), "")
    code = locale[:2].lower()
    return cast("Lang", code) if code in get_args(Lang) else "en"


def prepare_folder(out: Path) -> None:
    """Make the folder before the long work, so that a bad `--out` is said at once."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"cannot write into the folder {str(out)!r} ({why})") from error
    if not os.access(out, os.W_OK):
        raise UsageError(f"cannot write into the folder {str(out)!r} (permission denied)")


def open_page(page: Path) -> None:
    """Show the page where there is a display to show it on."""
    shown = sys.platform in ("darwin", "win32")
    if shown or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        import webbrowser

        webbrowser.open(page.resolve().as_uri())
