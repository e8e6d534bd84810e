"""A line on a terminal that says how far long work is."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST = 1.0  # seconds before anything is shown: short work needs no progress
_EVERY = 0.2


class Progress:
    """Shows articles, rate, and the time left where it is known; nothing where standard error is no terminal."""

    def __init__(self, on: bool, part: Callable[[], float | None]) -> None:
        self._on = on and sys.stderr.isatty()
        self._part = part
        self._start = time.monotonic()
        self._next = self._start + _FIRST
        self._begun = part()
        self._shown = False

    def step(self, count: int) -> None:
        """Tells that `count` articles are done in this run."""
        if not self._on:
            return
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            self._shown = True
            print("\r\x1b[K" + self._line(count, now - self._start), end="", file=sys.stderr, flush=True)

    def _line(self, count: int, seconds: float) -> str:
        line = f"{count:,} articles · {count / seconds:,.0f}/s"
        part = self._part()
        if part is not None:
            done = part - (self._begun or 0)
            line = f"{part:4.0%} · {line}"
            if done > 0:
                line += f" · {_duration(seconds * (1 - part) / done)} left"
        return line

    def clear(self) -> None:
        """Takes the line away, before something else is said and at the end."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
