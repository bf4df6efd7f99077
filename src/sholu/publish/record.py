"""A review as JSON, the source of every other format."""

import msgspec

from sholu.model import Review
from sholu.publish.evidence import check
from sholu.publish.printable import has_surrogates


def record(review: Review) -> bytes:
    """UTF-8 JSON of the whole review, texts included; decodes to an equal `Review`.

    A surrogate that stands alone in a text has no UTF-8 form: it is written as a JSON escape
    (RFC 8259, section 8.2), so that offsets still count.
    """
    check(review)
    if any(has_surrogates(card.text) for card in review.documents):
        return _escaped(review)
    return msgspec.json.format(msgspec.json.encode(review), indent=1) + b"\n"


def _escaped(review: Review) -> bytes:
    import json

    content = msgspec.to_builtins(review)
    return (json.dumps(content, ensure_ascii=True, indent=1) + "\n").encode("ascii")
