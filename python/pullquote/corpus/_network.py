"""Who speaks about whom, as a graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pullquote._extras import needs

with needs("a network", "networkx", "network"):
    import networkx

if TYPE_CHECKING:
    import os

    from pullquote.corpus._corpus import Profile

# XML cannot hold them, whatever the escape.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graph(profiles: list[Profile], about: dict[tuple[int, int], int]) -> Any:
    """The profiles that speak or are spoken about, and who speaks about whom."""
    result = networkx.DiGraph()
    linked = {number for pair in about for number in pair}
    for profile in profiles:
        if profile.quotes or profile.id in linked:
            result.add_node(
                profile.id,
                name=_NOT_XML.sub("\ufffd", profile.name),
                label=profile.label,
                articles=profile.articles,
                quotes=profile.quotes,
                words=profile.words,
            )
    result.add_edges_from((speaker, other, {"weight": count}) for (speaker, other), count in sorted(about.items()))
    return result


def write(network: Any, path: str | os.PathLike[str]) -> None:
    """Writes GraphML."""
    networkx.write_graphml(network, path)
