"""Where an address leads: read strictly, as every way to write it must end at the same host."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

import httpx2

from sholu.collect.fetch.answer import NotFetchedError

_WEB_PORTS = {"http": 80, "https": 443}

# https://fetch.spec.whatwg.org/#port-blocking
# fmt: off
_NOT_WEB_PORTS = frozenset((
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
    101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179,
    389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
    636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
    6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
))
# fmt: on
_HOST_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """An http or https address, taken apart.

    Attributes:
        address: the whole, normalised, without fragment.
        scheme: "http" or "https".
        host: lower case, a name in ASCII or an IP literal without brackets.
        port: given or of the scheme.
        target: path and query as a server gets them.
    """

    address: str
    scheme: str
    host: str
    port: int
    target: bytes

    @property
    def site(self) -> str:
        """The host as whole servers are asked: its name, and the port where it is no usual one."""
        return self.host if self.port in (80, 443) else f"{self.host}:{self.port}"

    @property
    def authority(self) -> str:
        """What the header Host says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _WEB_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """What one robots.txt holds for."""
        return f"{self.scheme}://{self.authority}"

    def redirected(self, location: str) -> "Place":
        """Where a redirect from here leads.

        Raises:
            NotFetchedError: we do not go there.
        """
        try:
            joined = str(httpx2.URL(self.address).join(location))
        except (httpx2.InvalidURL, ValueError) as error:
            raise NotFetchedError(
                "refused", "the redirect leads to something that is no web address"
            ) from error
        return place_of(joined)


def place_of(address: str) -> Place:
    """Take an address apart.

    Raises:
        NotFetchedError: "refused": not http or https, no host, a name and password in it, a port
            that no web server uses, or not an address at all.
    """
    try:
        url = httpx2.URL(address.strip())
    except (httpx2.InvalidURL, ValueError) as error:
        raise NotFetchedError("refused", "it is not a valid web address") from error
    if url.scheme not in _WEB_PORTS:
        raise NotFetchedError("refused", "only http and https addresses are fetched")
    if url.userinfo:
        raise NotFetchedError("refused", "the address has a name or password in it")
    host = _host(url.raw_host.decode("ascii"))
    port = _WEB_PORTS[url.scheme] if url.port is None else url.port
    if port in _NOT_WEB_PORTS or not 0 < port < 65536:
        raise NotFetchedError("refused", f"no web server listens on port {port}")
    url = url.copy_with(host=host, fragment=None)
    return Place(str(url), url.scheme, host, port, url.raw_path)


def _host(host: str) -> str:
    """A host as it is looked up: numbers in any base are IPv4 addresses, as browsers read them."""
    try:
        if ":" in host and "%" not in host:
            return str(IPv6Address(host))
    except AddressValueError as error:
        raise NotFetchedError("refused", "it is not a valid web address") from error
    host = host.removesuffix(".")
    if not host:
        raise NotFetchedError("refused", "the address names no host")
    if not _HOST_NAME.fullmatch(host) or len(host) > 253:
        raise NotFetchedError("refused", "the address names a host that cannot exist")
    return _ip_4(host) if _NUMBER.fullmatch(host.rpartition(".")[2]) else host


def _ip_4(host: str) -> str:
    """https://url.spec.whatwg.org/#concept-ipv4-parser: "0x7f.1" is 127.0.0.1."""
    parts = host.split(".")
    try:
        *numbers, last = (_number(part) for part in parts)
        if len(parts) > 4 or any(number > 255 for number in numbers):
            raise ValueError(host)
        value = last + sum(number << 8 * (3 - place) for place, number in enumerate(numbers))
        if last >= 1 << 8 * (4 - len(numbers)):
            raise ValueError(host)
    except ValueError as error:
        raise NotFetchedError("refused", "the address names a host that cannot exist") from error
    return str(IPv4Address(value))


def _number(digits: str) -> int:
    if digits.startswith("0x"):
        return int(digits[2:] or "0", 16)
    return int(digits, 8 if len(digits) > 1 and digits.startswith("0") else 10)
