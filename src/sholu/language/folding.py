"""Characters that are printed in two ways, brought to one: traditional Chinese to simplified."""

from collections.abc import Callable
from importlib import resources

import tomli


def folder(code: str) -> Callable[[str], str]:
    """A function that folds a text by the `variants` of a pack's `text.toml`.

    Every character stays one character, so that offsets hold.
    """
    file = resources.files(__package__) / code / "text.toml"
    variants = tomli.loads(file.read_text("utf-8"))["variants"]
    printed, plain = variants["printed"].split(), variants["looked_up"].split()
    table = str.maketrans("".join(printed), "".join(plain))
    return lambda text: text.translate(table)
