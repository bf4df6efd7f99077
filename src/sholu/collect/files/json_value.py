"""Text to JSON values, with the place of what is wrong."""

import json
from collections.abc import Mapping

from sholu.model import DocumentError


def parse(text: str, name: str, *, first_line: int = 1) -> object:
    """The value; `DocumentError` names line and column where it is broken."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{name}:{first_line + error.lineno - 1}"
        what = error.msg[0].lower() + error.msg[1:]
        raise DocumentError(place, f"is not JSON (column {error.colno}: {what})") from error
    except RecursionError as error:
        raise DocumentError(f"{name}:{first_line}", "is nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise DocumentError(f"{name}:{first_line}", "holds a number that is too long") from error


def fields_of(value: object, place: str) -> Mapping[str, object]:
    """The object a document is; `DocumentError` where it is something else."""
    if not isinstance(value, dict):
        raise DocumentError(place, 'is not an object: write a document as {"text": "…"}')
    return value
