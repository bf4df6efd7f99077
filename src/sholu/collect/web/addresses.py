"""Addresses as pages and feeds write them, made absolute and checked."""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

_SCHEMES = ("http", "https")
_LONGEST = 2000
_UNSEEN = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2028\u2029\ufeff]+")
_ESCAPED = "%!$&'()*+,;=:@/?~"  # what a path and query may hold unescaped


def absolute(written: str | None, base: str = "") -> str | None:
    """The http or https address meant by what is written on a page at `base`; null for another.

    The fragment is left out: it is never sent. Letters outside ASCII in path and query are escaped
    as UTF-8, as browsers do, so that one page has one address.
    """
    text = _UNSEEN.sub("", written or "")
    if not text or len(text) > _LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, text))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not host or parts.username is not None:
        return None
    return urlunsplit(_written(parts, host, port))


def _written(parts: SplitResult, host: str, port: int | None) -> SplitResult:
    scheme = parts.scheme.lower()
    shown = f"[{host}]" if ":" in host else host
    usual = port is None or (scheme, port) in (("http", 80), ("https", 443))
    return SplitResult(
        scheme=scheme,
        netloc=shown if usual else f"{shown}:{port}",
        path=_escaped(parts.path) or "/",
        query=_escaped(parts.query),
        fragment="",
    )


def _escaped(part: str) -> str:
    return quote(part, safe=_ESCAPED, errors="replace")


def host_of(address: str) -> str | None:
    """The host of an address without "www."; null where it has none."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one registered domain, as "m." and "www." of one outlet."""
    from tld import get_fld  # needed for pages alone

    names = [host_of(one), host_of(other)]
    if None in names:
        return False
    domains = [
        get_fld(f"http://{name}", fail_silently=True) or ".".join((name or "").split(".")[-2:])
        for name in names
    ]
    return domains[0] == domains[1]
