"""`pullquote completion`: what a shell needs to complete the command's arguments."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pullquote._cli.common import DONE
from pullquote._extras import needs

if TYPE_CHECKING:
    import argparse

SUMMARY = "print a script that completes arguments in a shell"

_DESCRIPTION = """\
Print a script that completes the arguments of this command. To have it in each new shell:
  bash  pullquote completion bash > ~/.local/share/bash-completion/completions/pullquote
  zsh   pullquote completion zsh > a folder of $fpath, as the file _pullquote
  tcsh  pullquote completion tcsh > ~/.pullquote.csh, and `source ~/.pullquote.csh` in ~/.tcshrc
It needs the extra "completion".
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.description = _DESCRIPTION
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def run(options: argparse.Namespace) -> int:
    """Prints, and returns the exit status."""
    with needs("completion", "shtab", "completion"):
        import shtab

    from pullquote.cli import make_parser

    # Descriptions are not all in ASCII, and a script is UTF-8 whatever the locale.
    sys.stdout.buffer.write(shtab.complete(make_parser(), options.shell).encode() + b"\n")
    return DONE
