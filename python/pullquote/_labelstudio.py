"""What people corrected in Label Studio, as annotated articles: its export "JSON" of tasks that `pullquote extract` wrote.

Label Studio counts code points, so its offsets are ours. Contents that a relation joins are one attribution, and the cues and
sources that relations join to any of them are its cue and its source, whichever way an arrow points. A content without either
is nobody's words: it is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pullquote._core import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
_PARTS = ("Content", "Cue", "Source")


def is_task(source: Any) -> bool:
    """Whether this is a task of Label Studio, and not an article."""
    return isinstance(source, dict) and "text" not in source and isinstance(source.get("data"), dict)


def articles(tasks: list[Any]) -> list[Any]:
    """The tasks as annotated articles. What is no task is left as it is.

    A kind of annotation that no task has was not asked for, and no article says that it has none of it.
    """
    used = {label for task in tasks if is_task(task) for result in _annotations(task) for _, label in _labelled(result)}
    return [_article(task, used) if is_task(task) else task for task in tasks]


def _article(task: Json, used: set[str]) -> Json:
    data = task["data"]
    article = {name: data[name] for name in ("text", "id", "published", "publisher") if data.get(name) is not None}
    article.setdefault("id", task.get("id", ""))
    found = _annotations(task)
    if found:
        if not used.isdisjoint(LABELS):
            article["entities"] = _entities(found[0])
        if "Content" in used:
            article["attributions"], *article["other_annotators"] = map(_attributions, found)
    return article


def _annotations(task: Json) -> list[list[Json]]:
    """The results of each annotator who did not skip the task."""
    found = task.get("annotations") or []
    return [annotation["result"] for annotation in found if not annotation.get("was_cancelled")]


def _labelled(result: list[Json]) -> Iterator[tuple[Json, str]]:
    """The regions of an annotation that have a label, once for each."""
    for region in result:
        if region.get("type") == "labels":
            for label in region["value"].get("labels", ()):
                yield region, label


def _entities(result: list[Json]) -> list[list[Any]]:
    return [[*_place(region), label] for region, label in _labelled(result) if label in LABELS]


def _place(region: Json) -> list[int]:
    return [region["value"]["start"], region["value"]["end"]]


def _attributions(result: list[Json]) -> list[Json]:
    regions = {region["id"]: (label, _place(region)) for region, label in _labelled(result) if label in _PARTS}
    links = [(part["from_id"], part["to_id"]) for part in result if part.get("type") == "relation"]
    links = [(one, other) for one, other in links if one in regions and other in regions]
    group = {name: name for name, (label, _) in regions.items() if label == "Content"}

    def head(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for one, other in links:
        if one in group and other in group:
            group[head(other)] = head(one)
    parts: dict[str, Json] = {}
    for name in group:
        found = parts.setdefault(head(name), {part.lower(): [] for part in _PARTS})
        found["content"].append(regions[name][1])
    for pair in links:
        for content, other in (pair, pair[::-1]):
            if content in group and other not in group:
                label, place = regions[other]
                spans = parts[head(content)][label.lower()]
                if place not in spans:
                    spans.append(place)
    return [
        {part: sorted(spans) for part, spans in each.items()}
        for each in parts.values()
        if each["cue"] or each["source"]
    ]
