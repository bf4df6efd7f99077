"""Which addresses of the internet are public (IANA special-purpose address registries, 2025)."""

from ipaddress import (
    AddressValueError,
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
)

# Written out, as what `ipaddress` calls global differs between versions of Python.
_NOT_PUBLIC_4 = [
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "no address at all"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "the inside of a provider's network"),
        ("127.0.0.0/8", "this machine itself"),
        ("168.63.129.16/32", "the metadata of a cloud"),
        ("169.254.169.254/32", "the metadata of a cloud"),
        ("169.254.0.0/16", "the local link"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "a range kept for protocols"),
        ("192.0.2.0/24", "a range for documentation"),
        ("192.88.99.0/24", "a relay that is no more"),
        ("192.168.0.0/16", "a private network"),
        ("198.18.0.0/15", "a range for benchmarks"),
        ("198.51.100.0/24", "a range for documentation"),
        ("203.0.113.0/24", "a range for documentation"),
        ("224.0.0.0/4", "many machines at once"),
        ("240.0.0.0/4", "a reserved range"),
    )
]

_NOT_PUBLIC_6 = [
    (IPv6Network(network), what)
    for network, what in (
        ("::/128", "no address at all"),
        ("::1/128", "this machine itself"),
        ("::/96", "an old way to write IPv4 addresses"),
        ("fd00:ec2::254/128", "the metadata of a cloud"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "the local link"),
        ("ff00::/8", "many machines at once"),
        ("2001::/32", "a tunnel (Teredo)"),
        ("2001::/23", "a range kept for protocols"),
        ("2001:db8::/32", "a range for documentation"),
        ("2002::/16", "a tunnel (6to4)"),
        ("3fff::/20", "a range for documentation"),
    )
]
_PUBLIC_6 = IPv6Network("2000::/3")  # all that is given out so far; the rest is reserved
_MAPPED = IPv6Network("::ffff:0:0/96")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # how a network without IPv4 writes it (RFC 6052)


def why_not_public(literal: str) -> str | None:
    """What an address is instead of public ("a private network"), None where it is public.

    `literal` is IPv4 or IPv6 as a resolver gives it. An IPv4 address inside an IPv6 one is
    looked at as such; one with a zone ("fe80::1%eth0") is never public.
    """
    if "%" in literal:
        return "an address on one network card alone"
    try:
        return _why_not_4(IPv4Address(literal))
    except AddressValueError:
        pass
    try:
        return _why_not_6(IPv6Address(literal))
    except AddressValueError:
        return "no address that we know"


def _why_not_4(address: IPv4Address) -> str | None:
    return next((what for network, what in _NOT_PUBLIC_4 if address in network), None)


def _why_not_6(address: IPv6Address) -> str | None:
    if address in _MAPPED or address in _TRANSLATED:
        return _why_not_4(IPv4Address(int(address) & 0xFFFFFFFF))
    for network, what in _NOT_PUBLIC_6:
        if address in network:
            return what
    return None if address in _PUBLIC_6 else "a reserved range"
