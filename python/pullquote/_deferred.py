"""Functions of the package whose own modules are imported at the first call, so that ``import pullquote`` needs only Python."""

from __future__ import annotations

TYPE_CHECKING = False  # as in pullquote.extractor
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pullquote._core import Document
    from pullquote.frames import Frames

__all__ = ["to_frames"]


def to_frames(documents: Iterable[Document]) -> Frames:
    """The documents as four Arrow tables: articles, entities, mentions and quotes.

    Polars, pandas, DuckDB and PyArrow read them without a copy. `pullquote.frames` describes the columns, and has `stream`
    for what does not fit into memory. Needs the extra: ``pip install 'pullquote[frames]'``.

    Args:
        documents: documents, such as a list or what `pullquote.pipe` gives. They are read once.

    Raises:
        MissingExtraError: PyArrow is not installed.
    """
    from pullquote import frames

    return frames.to_frames(documents)
