"""One [[source]] of a sources file: checked, and completed from what the world knows."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from sholu.model import Source, SourceKind, UsageError
from sholu.watch.zones import is_zone, zone_of
from sholu.world import World

EVERY = 1800
LEAST = 60
MOST = 365 * 86400
LONGEST = 120
LARGEST = 10**30

_TEXT = "words in quotation marks"
_KEYS: dict[str, tuple[tuple[type, ...], str]] = {
    "address": ((str,), _TEXT),
    "id": ((str,), _TEXT),
    "kind": ((str,), _TEXT),
    "outlet": ((str,), _TEXT),
    "lang": ((str,), _TEXT),
    "country": ((str,), _TEXT),
    "zone": ((str,), _TEXT),
    "every": ((str, int), 'a time such as "30 min"'),
    "verified": ((bool,), "true or false"),
}
_RHYTHM = re.compile(
    r"(?P<number>[0-9]{1,9}) ?(?:(?P<second>s|sec|seconds?)|(?P<minute>min|minutes?)"
    r"|(?P<hour>h|hours?)|(?P<day>d|days?)|(?P<week>weeks?))"
)
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400}


def read_entry(row: Mapping[str, Any], where: str) -> Source:
    """The source that the entry tells of; `UsageError` for the first thing wrong in it.

    Args:
        row: as TOML gives it.
        where: file and entry, as an error names them.
    """
    check_keys(row, _KEYS, where)
    address = _address(row, where)
    return Source(
        id=_id(row, address, where),
        address=address,
        kind=_kind(row, where),
        outlet=_filled(row, "outlet", where),
        lang=_lang(row, where),
        country=_country(row, where),
        zone=_zone(row, where),
        every=_every(row, where),
    )


def completed(source: Source, world: World) -> Source:
    """The source with what it does not say: its outlet by domain, that one's country, its zone.

    An outlet that the world does not know stays under the name given. The language is never
    told from the outlet: many print in two.
    """
    known = world.outlet(source.outlet or source.address)
    country = source.country or (known.country if known else None)
    return replace(
        source,
        outlet=known.id if known else source.outlet,
        country=country,
        zone=source.zone or zone_of(country),
    )


def check_keys(
    row: Mapping[str, Any], keys: Mapping[str, tuple[tuple[type, ...], str]], where: str
) -> None:
    """Raise `UsageError` for a key that is none of `keys`, or a value of another kind."""
    for key, value in row.items():
        if key not in keys:
            raise UsageError(f"{where} has {shown(key)}, which is none of {', '.join(keys)}")
        types, noun = keys[key]
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise UsageError(f"{where}: {key} is {shown(value)}; write {noun}")


def shown(value: object) -> str:
    """A value as the file has it, in one line and cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > LARGEST:
        return "a number of too many digits"
    text = repr(value) if isinstance(value, str | int | float | list | dict) else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def is_web_address(address: str) -> bool:
    """Whether this is an http or https address with a host, without blanks and passwords."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    clean = address.isprintable() and " " not in address and parts.username is None
    return parts.scheme in ("http", "https") and bool(parts.hostname) and clean


def comparable(address: str) -> str:
    """The address as it is compared: letters of the host made small, without what is idle."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{parts.path or '/'}{query}"


def rhythm(words: str | int) -> int | None:
    """Seconds of "10 min", "2 h", "1 day", "1 week" or a whole number; None for other words."""
    if isinstance(words, int):
        return words
    found = _RHYTHM.fullmatch(words.strip().lower())
    if not found:
        return int(words) if re.fullmatch(r"[0-9]{1,9}", words.strip()) else None
    unit = next(name for name in _SECONDS if found[name])
    return int(found["number"]) * _SECONDS[unit]


def _address(row: Mapping[str, Any], where: str) -> str:
    address: str = row.get("address", "").strip()
    if not address:
        raise UsageError(f'{where} has no address; add one: address = "https://…"')
    if not is_web_address(address):
        raise UsageError(
            f"{where}: the address {shown(address)} is not one of the web;"
            " copy it from the browser, with https:// or http:// before it"
        )
    return address


def _id(row: Mapping[str, Any], address: str, where: str) -> str:
    if "id" not in row:
        return address.partition("://")[2]
    named = _filled(row, "id", where) or ""
    if not named.isprintable():
        raise UsageError(f"{where}: the id {shown(named)} holds unseen signs; take them out")
    return named


def _kind(row: Mapping[str, Any], where: str) -> SourceKind | None:
    kind = row.get("kind")
    kinds = get_args(SourceKind)
    if kind is not None and kind not in kinds:
        raise UsageError(
            f"{where}: the kind {shown(kind)} is none of {', '.join(kinds)};"
            " leave it out, and it is told from what comes"
        )
    return cast("SourceKind | None", kind)


def _lang(row: Mapping[str, Any], where: str) -> str | None:
    lang = _filled(row, "lang", where)
    if lang is not None and not re.fullmatch("[a-z]{2}", lang):
        raise UsageError(
            f"{where}: the language {shown(lang)} is not a code of two small letters (kk, ru, en);"
            " mend it, or leave it out where the source prints in several"
        )
    return lang


def _country(row: Mapping[str, Any], where: str) -> str | None:
    country = _filled(row, "country", where)
    if country is not None and not re.fullmatch("[A-Z]{2}", country):
        raise UsageError(
            f"{where}: the country {shown(country)} is not a code of two"
            " capital letters (KZ, TR, GB)"
        )
    return country


def _zone(row: Mapping[str, Any], where: str) -> str | None:
    zone = _filled(row, "zone", where)
    if zone is not None and not is_zone(zone):
        raise UsageError(
            f'{where}: there is no time zone {shown(zone)}; name one such as "Asia/Almaty"'
        )
    return zone


def _every(row: Mapping[str, Any], where: str) -> int:
    words = row.get("every", EVERY)
    seconds = rhythm(words)
    if seconds is None:
        raise UsageError(
            f'{where}: every is {shown(words)}; write it as "10 min", "2 h", "1 day" or in seconds'
        )
    if not LEAST <= seconds <= MOST:
        raise UsageError(
            f"{where}: every is {shown(words)}; it is at least one minute, at most a year"
        )
    return seconds


def _filled(row: Mapping[str, Any], key: str, where: str) -> str | None:
    """The words of a key without blanks around them; `UsageError` where there are none."""
    if key not in row:
        return None
    words: str = row[key].strip()
    if not words:
        raise UsageError(f"{where}: {key} is empty; fill it in or leave it out")
    return words
