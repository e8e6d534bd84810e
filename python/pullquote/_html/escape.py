"""Text of others, made safe to stand in HTML."""

from __future__ import annotations

import html
import re

# Controls that no page may hold, lone surrogates, and the marks that turn the direction of what follows them: with those,
# an article could show a quote in another order than it is written, beyond its own end.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def plain(text: str) -> str:
    """The text without what would act on what stands around it; each such character is shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))


def escaped(text: str) -> str:
    """The text for a place between tags or inside a quoted attribute."""
    return html.escape(plain(text))
