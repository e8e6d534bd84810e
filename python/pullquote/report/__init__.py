"""One page about many articles: who speaks most, when, and every quote in its context, to search and filter.

The page is one file. It loads nothing, and its policy lets nothing run but its own script. Quotes are written while documents
come, so no corpus is too large to be written; a browser takes some 100,000 quotes at ease.
"""

from pullquote.report._page import write_report

__all__ = ["write_report"]
