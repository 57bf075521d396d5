"""What every printer of the bench says when it is done: its own seconds, imports left out."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Export = Callable[[Path, Path], None]
"""Print a file of cards to a PDF."""

FONTS = Path(__file__).parents[2] / "print" / "fonts"


def run(export: Export) -> None:
    """Print the cards named on the command line, and say how long it took."""
    cards, output = map(Path, sys.argv[1:3])
    start = time.perf_counter()
    export(cards, output)
    print(json.dumps(time.perf_counter() - start))
