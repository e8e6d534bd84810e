"""The documents of commands that show what was found: of articles, which are extracted, and of what was extracted before."""

from __future__ import annotations

from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING

from pullquote._cli.common import say
from pullquote._core import Document

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from pullquote import Extractor
    from pullquote._cli.input import Articles


class Reading:
    """The documents of a command that makes one thing of all: bad articles are reported and passed over, with progress."""

    def __init__(self, options: argparse.Namespace) -> None:
        from pullquote._cli.input import Articles
        from pullquote._cli.progress import Progress

        self.failed = False
        self._options = options
        self._articles = Articles(options.files, options.input, options.published, dict(options.column), self._report)
        self._progress = Progress(not options.quiet, lambda: self._articles.part)

    def _report(self, message: str) -> None:
        self.failed = True
        self._progress.clear()
        say(message)

    def documents(self) -> Iterator[Document]:
        """The documents, in order."""
        from pullquote._cli.extract import make_extractor

        try:
            found = read_documents(self._options, lambda: make_extractor(self._options), self._articles)
            for number, document in enumerate(found, 1):
                self._progress.step(number)
                yield document
        finally:
            self._progress.clear()


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
