"""The command `pullquote`.

It reads its arguments with argparse: a library whose only requirement is Python stays one, and the command starts at once.
Each command is a module of `pullquote._cli`.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from pullquote import __version__
from pullquote._cli.common import CLOSED_PIPE, INTERRUPTED, STATUSES, WRONG_USAGE, Failure, say
from pullquote.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("extract", "show", "report", "corpus", "evaluate", "train", "completion")

_EXAMPLES = """\
examples:
  pullquote show article.txt
  pullquote extract articles.jsonl --format csv --table quotes > quotes.csv
  pullquote report articles.jsonl -o report.html
  pullquote COMMAND --help
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with the arguments of the process, and returns its exit status."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    try:
        status: int = options.run(options)
    except (Failure, MissingExtraError) as failure:
        say(str(failure))
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return CLOSED_PIPE
    return status


def make_parser() -> argparse.ArgumentParser:
    """What the command takes."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="pullquote",
        description="Who said what: entities, quotations and speakers of news articles.",
        epilog=f"{_EXAMPLES}\n{STATUSES}",
        formatter_class=raw,
    )
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name in COMMANDS:
        module = import_module(f"pullquote._cli.{name}")
        command = commands.add_parser(name, help=module.SUMMARY, formatter_class=raw)
        module.add(command)
        command.set_defaults(run=module.run)
    return parser
