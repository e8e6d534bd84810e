"""Docstrings of the compiled classes for the site: its stub has their types, and only the module itself their words."""

from __future__ import annotations

from typing import Any

import griffe
import pullquote
from pullquote import _core


class RuntimeDocstrings(griffe.Extension):  # type: ignore[misc]
    """Gives what the package imports from its compiled module the docstrings that it has at run time."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Called once the package is read."""
        if pkg.name != "pullquote":
            return
        for name in pullquote.__all__:
            value = getattr(pullquote, name)
            if isinstance(value, type) and value is getattr(_core, name, None):
                described = pkg["_core"][name]
                _describe(described, value)
                for member in list(described.members):
                    if member.startswith("_"):
                        described.del_member(member)
                    else:
                        _describe(described[member], getattr(value, member))


def _describe(described: griffe.Object, value: object) -> None:
    if value.__doc__:
        described.docstring = griffe.Docstring(value.__doc__, parent=described)
