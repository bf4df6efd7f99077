"""Outlets by id, name, domain and address."""

import re
from collections.abc import Iterable

from sholu.model import Outlet
from sholu.world.entries import OutletEntry

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?(?P<host>[^/:?#\s]+\.[^/:?#\s]+)", re.I)


class OutletBook:
    """Finds an outlet under whatever it is called by."""

    def __init__(self, entries: Iterable[OutletEntry]) -> None:
        self._by_id = {entry.id: entry for entry in entries}
        self._by_name: dict[str, OutletEntry] = {}
        self._by_domain: dict[str, OutletEntry] = {}
        for entry in self._by_id.values():
            for name in (entry.id, entry.name, *entry.names):
                self._by_name.setdefault(name.casefold(), entry)
            if entry.domain:
                self._by_domain.setdefault(entry.domain.casefold(), entry)

    def find(self, words: str) -> Outlet | None:
        """The outlet with this id, name, domain or address; None where there is none."""
        entry = self._by_name.get(words.strip().casefold()) or self._of_address(words.strip())
        return Outlet(id=entry.id, name=entry.name, country=entry.country) if entry else None

    def publisher_of(self, outlet_id: str) -> str:
        """The owner of the outlet; the outlet itself where it has none or is not known."""
        entry = self._by_id.get(outlet_id)
        return entry.owner if entry and entry.owner else outlet_id

    def _of_address(self, address: str) -> OutletEntry | None:
        """The outlet whose domain is the host of the address, or the nearest above it."""
        match = _HOST.match(address)
        host = match["host"].casefold() if match else ""
        while "." in host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None
