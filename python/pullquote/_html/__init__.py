"""Documents, quotes and entities as HTML: for notebooks, and for pages of their own.

What an article says is always escaped. Nothing is loaded from anywhere, and no script runs: hovering, focus and the filters of
the legend are style sheets. A notebook that is not trusted strips these too, with most attributes; so the tags alone make an
article that can be read, and what needs the sheet is
`hidden` until the sheet shows it. (The attribute has a value because JupyterLab drops those that have none.)
"""
