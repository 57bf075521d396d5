"""What a table leaves on paper: the kit, the synthesis, beside the session's journal."""

from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import Audience
from eclaireurs_play.files import cannot_write, write_whole
from eclaireurs_play.table.cards import default_look
from eclaireurs_play.table.words import _


def print_kit(
    name: str, place: Path, library: Path | None = None, *, people: int | None = None
) -> Path:
    """Print a kit in a folder, for so many people; the one printed before is replaced."""
    from eclaireurs_play import press  # noqa: PLC0415 - it loads the printer, at the end only
    from eclaireurs_play.printing.order import Order  # noqa: PLC0415 - the same

    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(place, error) from None
    path = place / f"kit-{name}.pdf"
    press.print_kit(name, path, Order(seats=people), library_root=library)
    return path


def print_improvised(
    opened: api.Opened, beside: Path, library: Path | None = None
) -> tuple[Path, Path]:
    """Print what a session made on the spot, and write it as a designer would; gives both files."""
    from eclaireurs_play import press  # noqa: PLC0415 - it loads the printer, when asked only
    from eclaireurs_play.synthesis import kept  # noqa: PLC0415 - the same

    rules = opened.session.rules
    printed = beside.with_name(f"{beside.stem}-improvise.pdf")
    written = printed.with_suffix(".yaml")
    added = press.additions_of(rules)
    press.print_kit(rules.scenario.id, printed, additions=added, library_root=library)
    write_whole(written, kept(rules))
    return printed, written


def wrote(printed: Path, written: Path) -> str:
    """Say where what was made on the spot is, on paper and to paste."""
    words = _("À imprimer : {printed} ; à coller dans le jeu : {written}")
    return words.format(printed=printed, written=written.name)


def write_synthesis(
    opened: api.Opened, beside: Path, audience: Audience, library: Path | None = None
) -> Path:
    """Write the page of a session beside its journal, for one kind of readers."""
    from eclaireurs_play.synthesis import (  # noqa: PLC0415 - only the end of a session needs it
        build,
        draw_figures,
        to_html,
        to_markdown,
    )

    session = opened.session
    document = build(session.rules, session.state, audience, credits=opened.credits())
    figures = draw_figures(document, default_look(library))
    path = beside.with_name(f"{beside.stem}-{_READERS[audience]}.html")
    write_whole(path, to_html(to_markdown(document), figures, document.title))
    return path


_READERS = {"public": "public", "parties": "parties", "facilitator": "animation"}
