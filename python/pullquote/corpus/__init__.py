"""Many articles together: who speaks, how often, about whom, and what was printed more than once.

>>> import pullquote
>>> from pullquote.corpus import Corpus
>>> corpus = Corpus()
>>> for doc in pullquote.pipe(["Mayor Ana Ruiz said: “We will not sell the bridge.”"]):
...     _ = corpus.add(doc)
>>> corpus.profiles("PERSON")[0].name
'Ana Ruiz'

Articles are read once and not kept: what grows is the number of different names and of different quotes.
"""

from pullquote.corpus._corpus import Added, Corpus, Profile, collect
from pullquote.corpus._similar import Group

__all__ = ["Added", "Corpus", "Group", "Profile", "collect"]
