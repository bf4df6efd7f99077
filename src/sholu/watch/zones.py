"""The time zone of a country that keeps one time."""

from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tomli


def zone_of(country: str | None) -> str | None:
    """The IANA zone of a country (ISO 3166-1 alpha-2); None where it keeps several times."""
    return _zones().get(country) if country else None


def is_zone(name: str) -> bool:
    """Whether the IANA database has a zone of this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@cache
def _zones() -> dict[str, str]:
    """Country to zone, of `data/zones.toml`."""
    file = resources.files("sholu.watch") / "data" / "zones.toml"
    zones: dict[str, str] = tomli.loads(file.read_text("utf-8"))["zones"]
    return zones
