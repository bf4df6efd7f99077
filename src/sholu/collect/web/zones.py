"""Time zones by name, from the tables that come with Sholu.

A system's own tables may be older than a change of law: Kazakhstan left +06:00 on 1 March 2024.
"""

import re
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")


@cache
def zone_of(name: str | None) -> ZoneInfo | None:
    """The zone of an IANA name ("Asia/Almaty"); null where there is none of that name."""
    if name is None or not _NAME.fullmatch(name):
        return None
    table = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if table.is_file():
        with table.open("rb") as stream:
            return ZoneInfo.from_file(stream, key=name)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
