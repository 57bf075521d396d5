"""How fast the table is: first frame, memory, sixty cards, the answer to a press.

Run it with `python benchmarks/table_bench.py`; without a screen it uses SDL's dummy driver.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

SIZE = (1920, 1080)
CARDS = 60
FIRST = """
import gc, tempfile
from pathlib import Path
from eclaireurs_play.cli.main import SELDOM
gc.set_threshold(*SELDOM)
from eclaireurs_play.cli.tables import new_table
from eclaireurs_play.table.windows import Windows
windows = Windows.open(new_table(None, Path(tempfile.mkdtemp())), (1920, 1080), both=True)
windows.draw()
"""


def first_frame() -> float:
    """Time a process from its start to both windows drawn, in seconds."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", FIRST], check=True)
    return perf_counter() - start


def main() -> None:
    """Print the figures."""
    first = min(first_frame() for _ in range(5))
    from eclaireurs_play import api  # noqa: PLC0415 - after the first frame
    from eclaireurs_play.cli.tables import new_table  # noqa: PLC0415 - the same
    from eclaireurs_play.layout.display import Rect  # noqa: PLC0415 - the same
    from eclaireurs_play.table.cards import Cards  # noqa: PLC0415 - the same
    from eclaireurs_play.table.scene import Scene  # noqa: PLC0415 - the same
    from eclaireurs_play.table.windows import Windows  # noqa: PLC0415 - the same

    table = new_table(None, Path(tempfile.mkdtemp()))
    windows = Windows.open(table, SIZE, both=True)
    windows.draw()
    table.press("desk", "scenario:cantine-locale")
    windows.draw()
    table.press("desk", "start")
    windows.draw()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    playing = table.playing
    if playing is None:
        raise SystemExit(1)
    content = api.playable("zone-logistique")
    cards = Cards(content, table.look)
    faces = [
        cards.face(code, 6 + place % 15 * 31, 6 + place // 15 * 64, 40)
        for place, code in enumerate([*content.content.cards][:CARDS])
    ]
    if len(faces) != CARDS or None in faces:
        raise SystemExit(f"{CARDS} cards are wanted, there are {len(faces)}")
    scene = Scene(480, 270, "#ffffff", (Rect(0, 0, 1, 1), *filter(None, faces)))
    surface = windows.panes[0].window.get_surface()
    start = perf_counter()
    windows.painter.paint(scene, surface)
    cold = perf_counter() - start
    start, frames = perf_counter(), 200
    for _ in range(frames):
        windows.painter.paint(scene, surface)
    speed = frames / (perf_counter() - start)
    start, presses = perf_counter(), 40
    for place in range(presses):
        table.press("desk", "say") or table.press("desk", f"actor:{place}")
        windows.draw()
    answer = (perf_counter() - start) / presses
    start = process_time()
    for _ in range(100):
        windows.draw()
    idle = process_time() - start
    print(f"first frame, both windows    {first:6.2f} s")
    print(f"memory, both at 1080p        {memory:6.0f} MB")
    print(f"{len(faces)} cards drawn at first     {1000 * cold:6.0f} ms")
    print(f"{len(faces)} cards redrawn            {speed:6.0f} frames/s")
    print(f"a press, both windows drawn  {1000 * answer:6.1f} ms")
    print(f"a hundred turns, nothing new {1000 * idle:6.2f} ms")


if __name__ == "__main__":
    main()
