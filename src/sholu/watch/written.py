"""Sources as a sources file, for an editor to go on from."""

import json

from sholu.model import Source
from sholu.watch.sources import Sources

_UNITS = ((86_400, "day"), (3_600, "h"), (60, "min"))


def written(sources: Sources) -> str:
    """The list as TOML, which `load` reads; what is not known of a source is left out."""
    return "\n".join(_entry(one, one.id in sources.unverified) for one in sources.sources)


def _entry(source: Source, unverified: bool) -> str:
    rows = {
        "address": source.address,
        "id": source.id,
        "kind": source.kind,
        "outlet": source.outlet,
        "country": source.country,
        "lang": source.lang,
        "zone": source.zone,
        "every": _every(source.every),
    }
    # A JSON string is a TOML string.
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in rows.items() if value
    ]
    if unverified:
        lines.append("verified = false")
    return "\n".join(("[[source]]", *lines, ""))


def _every(seconds: int) -> str:
    for size, unit in _UNITS:
        if seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
