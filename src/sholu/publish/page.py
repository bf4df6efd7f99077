"""A review as one HTML page that holds everything it needs."""

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sholu.model import Review
from sholu.publish.article import marked
from sholu.publish.compose import compose
from sholu.publish.tables import ASSESSMENTS
from sholu.publish.words import words


def page(review: Review, lang: str) -> str:
    """The page in `lang`, the same for the same review; ends in a line break."""
    sheet = compose(review, lang)
    style, script = _file("page.css"), _file("page.js")
    return (
        _templates()
        .get_template("page.html.j2")
        .render(
            sheet=sheet,
            say=words(lang),
            marked=marked,
            assessments=ASSESSMENTS,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    )


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets in this style and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("sholu.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _file(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text("utf-8")
