"""What `to_html` and `_repr_html_` of documents, quotes and entities give."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from pullquote._html.article import NOBODY, article, quote_facts, speaker_line
from pullquote._html.escape import escaped

if TYPE_CHECKING:
    from pullquote import Document, Entity, Quote

# Notebooks that are not trusted strip style sheets. What the tags say by themselves is still an article that can be read.
_PLAIN = (
    '<p class="pq-plain"><small>Quotes are marked and followed by their speakers; names are underlined. '
    "A notebook shows more once it is trusted, or its cell is run again.</small></p>"
)
_LABELS = {
    "PERSON": "people",
    "ORG": "organisations",
    "LOC": "places",
    "FAC": "buildings",
    "NORP": "peoples, parties, faiths",
    "DATE": "dates",
    "MONEY": "money",
    "PRODUCT": "products",
    "MISC": "others",
}


def document(source: Document, page: bool = False) -> str:
    """A document: legend, article, speakers."""
    content = source.to_dict()
    head = [part for part in (content["id"], content["published"]) if part]
    heading = f'<p class="pq-head" dir="auto">{escaped(" · ".join(head))}</p>' if head else ""
    plain = "" if page else _PLAIN
    body = f'{heading}{plain}{_legend(content)}<div class="pq-article" lang="en">{article(content)}</div>{_speakers(content)}'
    return _finish(body, content["id"] or "Article", page)


def quote(source: Quote, page: bool = False) -> str:
    """A quote: what was said, and by whom."""
    said = " … ".join(span.text for span in source.content)
    speaker = source.speaker
    name = speaker.name if speaker else " ".join(span.text for span in source.source) or NOBODY
    facts = quote_facts(
        source.kind,
        source.polarity,
        source.manner,
        " … ".join(span.text for span in source.cue),
        source.confidence,
        [entity.name for entity in source.about],
    )
    body = (
        f'<figure class="pq-quote"><blockquote class="pq-q pq-{source.kind}" dir="auto" lang="en">{escaped(said)}</blockquote>'
        f'<figcaption dir="auto">{speaker_line(name, speaker and speaker.role)}<span class="pq-facts">{escaped(facts)}</span>'
        "</figcaption></figure>"
    )
    return _finish(body, "Quote", page)


def entity(source: Entity, page: bool = False) -> str:
    """An entity: its name, what is known of it, and the words that refer to it."""
    facts: list[tuple[str, str]] = []
    if source.role:
        facts.append(("role", source.role))
    if source.affiliation:
        facts.append(("affiliation", source.affiliation.name))
    if source.aliases:
        facts.append(("also", ", ".join(source.aliases)))
    if source.external_id:
        facts.append(("id", source.external_id))
    facts += [(key, str(part)) for key, part in (source.value or {}).items()]
    words = Counter(mention.text for mention in source.mentions)
    shown = [f"{text} × {number}" if number > 1 else text for text, number in words.most_common(12)]
    facts.append(("mentions", ", ".join(shown) + (" …" if len(words) > 12 else "")))
    facts.append(("salience", f"{source.salience:.2f}"))
    rows = "".join(f'<dt>{escaped(name)}</dt><dd dir="auto">{escaped(text)}</dd>' for name, text in facts)
    body = (
        f'<div class="pq-entity"><p dir="auto"><u class="pq-e pq-{source.label}">{escaped(source.name)}</u>'
        f' <span class="pq-facts">{source.label}{"" if source.named else ", never named"}</span></p><dl>{rows}</dl></div>'
    )
    return _finish(body, source.name, page)


def _legend(content: dict[str, Any]) -> str:
    """Boxes that show or hide each kind of mark; only kinds that the document has."""
    kinds = Counter(quote["kind"] for quote in content["quotes"])
    labels = Counter(entity["label"] for entity in content["entities"])
    boxes = [(kind, f"pq-q pq-{kind}", kind, kinds[kind]) for kind in ("direct", "mixed", "indirect", "scare")]
    boxes.append(("who", "pq-source", "source and cue", sum(bool(quote["cue"]) for quote in content["quotes"])))
    boxes += [(label, f"pq-e pq-{label}", _LABELS.get(label, label.lower()), labels[label]) for label in _known(labels)]
    boilerplate = sum(section["kind"] == "boilerplate" for section in content["sections"])
    boxes.append(("boilerplate", "pq-boilerplate", "boilerplate", boilerplate))
    shown = "".join(
        f'<label><input type="checkbox" checked data-show="{name}"><span class="{style}">{text}</span> {count}</label>'
        for name, style, text, count in boxes
        if count
    )
    return f'<fieldset class="pq-legend" hidden="hidden"><legend>Show</legend>{shown}</fieldset>' if shown else ""


def _known(labels: Counter[str]) -> list[str]:
    return [*(label for label in _LABELS if label in labels), *(label for label in labels if label not in _LABELS)]


def _speakers(content: dict[str, Any]) -> str:
    quotes: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for quote in content["quotes"]:
        if quote["speaker"] is not None:
            quotes[quote["speaker"]] += 1
            words[quote["speaker"]] += sum(len(span["text"].split()) for span in quote["content"])
    if not quotes:
        return ""
    rows = ""
    for number, _ in sorted(words.items(), key=lambda item: -item[1]):
        speaker = content["entities"][number]
        rows += (
            f'<tr><th scope="row" dir="auto">{escaped(speaker["name"])}</th><td dir="auto">{escaped(speaker["role"] or "")}</td>'
            f"<td>{quotes[number]}</td><td>{words[number]}</td></tr>"
        )
    return (
        '<details class="pq-speakers"><summary>Who speaks</summary><table><thead><tr><th scope="col">speaker</th>'
        f'<th scope="col">role</th><th scope="col">quotes</th><th scope="col">words</th></tr></thead><tbody>{rows}</tbody></table></details>'
    )


def _finish(body: str, title: str, page: bool) -> str:
    fragment = f'<div class="pullquote{" pq-page" if page else ""}"><style>{_style()}</style>{body}</div>'
    if not page:
        return fragment
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n</head>\n<body>\n{fragment}\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    # A file of its own, so that editors and people see it as what it is.
    with open(os.path.join(os.path.dirname(__file__), "view.css"), encoding="utf-8") as file:
        return " ".join(line.strip() for line in file if not line.startswith("/*"))
