"""`pullquote corpus`: what many articles say together, as tables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pullquote._cli.common import DONE, SOME_FAILED, STATUSES, fail

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from pullquote.corpus import Corpus

SUMMARY = "write tables about articles: who speaks how much, when and about whom, and what was printed twice"

_DESCRIPTION = """\
Write what many articles say together, with people and organisations linked over them, as CSV into the folder --output:

  profiles.csv   who and what they speak of: names, roles, articles, quotes, words, the first and the last day
  timeline.csv   quotes of each month and speaker
  about.csv      how many quotes of whom mention whom
  repeated.csv   quotes that come more than once in nearly the same words
  copies.csv     articles that come more than once, by the id of the first

The files are articles, as for `pullquote extract`, or what that command wrote as JSON lines. Memory holds counts, not articles.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    from pullquote._cli.extract import add_input

    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    add_input(parser)
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True, help="where to write the tables")
    parser.add_argument("--graphml", action="store_true", help='also write about.graphml (needs the extra "network")')
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress")


def run(options: argparse.Namespace) -> int:
    """Reads, counts, writes, and returns the exit status."""
    from pullquote._cli.documents import Reading
    from pullquote._cli.sinks import make_folder
    from pullquote.corpus import collect

    if options.graphml:
        from pullquote._extras import needs

        with needs("a network", "networkx", "network"):
            import networkx  # noqa: F401  # before the work, and not after it
    make_folder(options.output)
    reading = Reading(options)
    corpus = collect(reading.documents())
    for name, header, rows in _tables(corpus):
        _write(os.path.join(options.output, f"{name}.csv"), header, rows)
    if options.graphml:
        path = os.path.join(options.output, "about.graphml")
        try:
            corpus.write_graphml(path)
        except OSError as error:
            fail(f"{path}: {error.strerror}")
    return SOME_FAILED if reading.failed else DONE


def _tables(corpus: Corpus) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
    from pullquote.corpus import Profile

    profiles = corpus.profiles()
    names = {profile.id: profile.name for profile in profiles}
    yield "profiles", Profile._fields, map(_listed, profiles)
    months = ((m, p, names[p], n) for p, counts in corpus.timelines(by="month").items() for m, n in counts.items())
    yield "timeline", ("month", "profile", "name", "quotes"), sorted(months)
    pairs = sorted(corpus.about().items(), key=lambda item: (-item[1], item[0]))
    about = ((one, names[one], other, names[other], count) for (one, other), count in pairs)
    yield "about", ("speaker", "speaker_name", "about", "about_name", "quotes"), about
    yield "repeated", ("times", "quote"), ((group.size, group.text) for group in corpus.repeated_quotes())
    yield "copies", ("times", "article_id"), ((group.size, group.text) for group in corpus.copies())


def _listed(row: Sequence[Any]) -> list[Any]:
    return [list(cell) if isinstance(cell, tuple) else cell for cell in row]


def _write(path: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    import csv

    from pullquote._cli.sinks import Rows
    from pullquote._tables import csv_cells

    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            writer = csv.writer(Rows(file), lineterminator="\r\n")
            writer.writerow(header)
            writer.writerows(list(csv_cells(tuple(row))) for row in rows)
    except OSError as error:
        fail(f"{path}: {error.strerror}")
