"""Where the program starts; it imports nothing before it can be interrupted without a traceback."""

import gc
import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType, TracebackType

INTERRUPTED = 130

SELDOM = 20_000, 20, 20
"""How much is made before memory is searched for what nothing uses: most commands end before."""


class Loading:
    """While modules load, Ctrl-C ends the program without a word: nothing is open yet.

    An interruption raised there may be wrapped by whatever is being imported, or be lost.
    """

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, _leave)

    def __exit__(
        self,
        kind: "type[BaseException] | None",
        error: "BaseException | None",
        trace: "TracebackType | None",
    ) -> None:
        signal.signal(signal.SIGINT, self._before)


def _leave(number: int, frame: "FrameType | None") -> None:
    del number, frame
    os._exit(INTERRUPTED)


def run() -> None:
    """Start the program, on any console."""
    gc.set_threshold(*SELDOM)
    try:
        with Loading():
            from eclaireurs_play.cli.console import prepare  # noqa: PLC0415 - see above
            from eclaireurs_play.cli.program import eclaireurs  # noqa: PLC0415 - see above

        prepare()
        eclaireurs(prog_name="eclaireurs")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
