"""The command, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 130, 141

COMMAND = [sys.executable, "-m", "pullquote"]


class Result:
    def __init__(self, status: int, output: bytes, errors: bytes) -> None:
        self.status = status
        self.output = output.decode()
        self.errors = errors.decode()
        self.error_lines = self.errors.splitlines()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.output.splitlines()]


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Result:
    # Not in UTF-8 by locale: the command's output must not depend on it.
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(
        [*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, env=environment, check=False
    )
    return Result(result.returncode, result.stdout, result.stderr)


def write_jsonl(path: Path, articles: Sequence[object]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path
