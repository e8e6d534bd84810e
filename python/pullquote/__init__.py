"""Who said what: the people, organisations, places and quotations of a news article, and who speaks in each quotation.

>>> import pullquote
>>> doc = pullquote.extract("Maria Silva said: \\"We will rebuild the bridge.\\"", published="2024-03-14")
>>> doc.quotes[0].speaker.name
'Maria Silva'

`extract` reads one article, `pipe` many, `Extractor` one's own model; `to_frames` makes tables of the answers. All
offsets are half-open and count the Unicode code points of the `str` that was passed, so that
``text[m.start:m.end] == m.text``. All errors derive from `PullquoteError`.
"""

from pullquote._core import Document, Entity, Gazetteer, Mention, Quote, Section, Span, __version__
from pullquote._deferred import to_frames
from pullquote.errors import (
    InputFileError,
    InputTypeError,
    InvalidInputError,
    MissingExtraError,
    ModelError,
    PullquoteError,
)
from pullquote.extractor import Extractor, extract, pipe

__all__ = [
    "Document",
    "Entity",
    "Extractor",
    "Gazetteer",
    "InputFileError",
    "InputTypeError",
    "InvalidInputError",
    "Mention",
    "MissingExtraError",
    "ModelError",
    "PullquoteError",
    "Quote",
    "Section",
    "Span",
    "__version__",
    "extract",
    "pipe",
    "to_frames",
]
