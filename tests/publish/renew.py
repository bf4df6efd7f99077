"""Writes the golden files anew: `python -m tests.publish.renew`, then read the difference."""

from pathlib import Path

from sholu.publish import json, markdown

from .press import rich_review

GOLDEN = Path(__file__).parent / "golden"


def golden() -> dict[str, bytes]:
    """File name -> what the publishers give for the rich review."""
    review = rich_review()
    files = {f"review.{lang}.md": markdown(review, lang).encode() for lang in ("kk", "ru", "en")}
    return {**files, "review.json": json(review)}


if __name__ == "__main__":
    for name, content in golden().items():
        (GOLDEN / name).write_bytes(content)
