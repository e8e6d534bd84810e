"""Documents, quotes and entities as HTML: for notebooks, and for pages of their own.

What an article says is always escaped. Nothing is loaded from anywhere, and no script runs: hovering, focus and the filters of
the legend are style sheets, so a notebook shows them whether or not it trusts its outputs.
"""
