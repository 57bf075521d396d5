"""Where the program starts; it imports nothing before it can be interrupted without a traceback."""

import sys

INTERRUPTED = 130


def run() -> None:
    """Start the program, on any console."""
    try:
        from eclaireurs_play.cli.console import prepare  # noqa: PLC0415 - see above
        from eclaireurs_play.cli.program import eclaireurs  # noqa: PLC0415 - see above

        prepare()
        eclaireurs(prog_name="eclaireurs")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
