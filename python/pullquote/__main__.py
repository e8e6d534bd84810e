"""``python -m pullquote`` is the command `pullquote`."""

import sys

from pullquote.cli import main

sys.exit(main())
