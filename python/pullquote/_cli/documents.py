"""The documents of commands that show what was found: of articles, which are extracted, and of what was extracted before."""

from __future__ import annotations

from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING

from pullquote._core import Document

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from pullquote import Extractor
    from pullquote._cli.input import Articles


def read_documents(
    options: argparse.Namespace, extractor: Callable[[], Extractor], articles: Articles
) -> Iterator[Document]:
    """The documents, in order. The extractor is made when the first article comes."""
    from pullquote import _pipeline

    contents = (content for _, content in articles.contents(documents=True))
    for ready, group in groupby(contents, lambda content: isinstance(content, Document)):
        if ready:
            yield from group  # type: ignore[misc]
            continue
        documents = _pipeline.pipe(
            extractor()._core,
            group,
            lambda article: article,  # type: ignore[arg-type,return-value]
            boilerplate=options.boilerplate,
            threads=options.threads,
            progress=False,
            batch_size=1,
        )
        with closing(documents):
            yield from documents
