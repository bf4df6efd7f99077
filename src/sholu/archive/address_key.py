"""What is the same in all spellings of an article's address."""

import hashlib
from urllib.parse import urlsplit, urlunsplit

from courlan import normalize_url

# PostgreSQL looks nothing up by a key of more than 2,700 bytes.
_LONGEST = 600
_PORTS = {"http": 80, "https": 443}


def address_key(address: str) -> str:
    """The address without what does not tell one article from another.

    Scheme, "www.", a default port, a fragment, a last slash, the order of parameters, and
    parameters that only track readers (courlan's list) are left out; host names are lower-cased.
    An address that cannot be taken apart is its own key; a hash stands for the end of a long one.
    """
    key = _of(address.strip())
    if len(key) <= _LONGEST:
        return key
    return f"{key[:_LONGEST]}…{document_id(key)}"


def _of(address: str) -> str:
    try:
        parts = urlsplit(normalize_url(address))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return address.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
    host = host.removeprefix("www.")
    if port is not None and port != _PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    return urlunsplit(("", host, parts.path.rstrip("/"), parts.query, "")).removeprefix("//")


def document_id(of: str) -> str:
    """A short id for a document known by an address key, or by nothing but its text."""
    return hashlib.sha256(of.encode("utf-8", "surrogatepass")).hexdigest()[:20]
