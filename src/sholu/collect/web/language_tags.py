"""Language tags as feeds and pages state them."""

import re

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def language(stated: object) -> str | None:
    """A language tag as it stands ("kk-KZ"), null where it is none."""
    text = stated.strip() if isinstance(stated, str) else ""
    return text if _LANGUAGE.fullmatch(text) else None


def iso(tag: str | None) -> str | None:
    """The ISO 639-1 code of a language tag; a country's code that is meant for it is mended."""
    code = re.split("[-_]", tag)[0].lower() if tag else ""
    return {"kz": "kk", "ua": "uk", "kg": "ky"}.get(code, code) if len(code) == 2 else None
