"""How long to stay away from what failed again and again."""

from hashlib import blake2b

_DOUBLINGS = 60
"""Beyond it no base that makes sense is below its cap, and a float might overflow."""


def delay(failures: int, *, key: str, base: float, cap: float) -> float:
    """Seconds to wait after so many failures in a row: 0 after none, else below `cap`.

    "Full jitter" (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015): any
    length from nothing to `base` doubled with every failure. What is drawn there is here a
    hash of the key and the count, so that a rerun waits the same and two keys do not.
    """
    if failures <= 0:
        return 0.0
    digest = blake2b(f"{failures}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    share = (int.from_bytes(digest) >> 11) / 2**53
    return float(share * min(cap, base * 2.0 ** min(failures - 1, _DOUBLINGS)))
