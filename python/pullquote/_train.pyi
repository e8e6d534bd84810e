"""The compiled part of pullquote that learns."""

from collections.abc import Callable, Iterable

def learn(
    base: str,
    out: str,
    annotated: Iterable[tuple[str, list[tuple[int, int, str]]]],
    attributed: Iterable[tuple[str, list[tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]]]]]],
    adapt: bool,
    tell: Callable[[str], object],
) -> int: ...
