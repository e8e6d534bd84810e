"""How far a run has come, in a file beside its output, so that an interrupted one can go on.

The file is replaced as a whole, and only after the output it speaks of is safe. It is there while a run is unfinished.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import Any

from pullquote._cli.common import fail

_VERSION = 1


class Journal:
    """The file of an output. `plan` is what the run was asked to do: only the same can go on."""

    def __init__(self, output: str, plan: dict[str, Any]) -> None:
        self._output = output
        self.path = output.rstrip(os.sep) + ".unfinished"
        self._plan = plan

    def read(self) -> dict[str, Any] | None:
        """How far an interrupted run came; None where there was none."""
        try:
            with open(self.path, encoding="utf-8") as file:
                found = json.load(file)
            if found["version"] != _VERSION:
                raise ValueError
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError):
            fail(f"{self.path}: cannot be read; remove it to begin anew")
        if found["plan"] != self._plan:
            different = [key for key, value in self._plan.items() if found["plan"].get(key) != value]
            fail(
                f"{self._output}: was begun with another choice of {', '.join(different)}; remove {self.path} to begin anew"
            )
        state: dict[str, Any] = found["state"]
        return state

    def write(self, state: dict[str, Any]) -> None:
        """Replaces what was written before."""
        content = json.dumps({"version": _VERSION, "plan": self._plan, "state": state})
        temporary = self.path + "~"
        try:
            with open(temporary, "w", encoding="utf-8") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
        except OSError as error:
            fail(f"{self.path}: {error.strerror}")

    def remove(self) -> None:
        """The run is done."""
        with suppress(FileNotFoundError):
            os.unlink(self.path)
