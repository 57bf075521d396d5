"""« Et si ? »: another session that shares the beginning of one, in a journal of its own."""

from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.files import cannot_write
from eclaireurs_play.table.words import _

_NAMED = "{name}-et-si-{number}.jsonl"


def branch_path(journal: Path) -> Path:
    """Give a name beside a journal that no other has: `salle-1-et-si-2.jsonl`."""
    name = journal.stem.rpartition("-et-si-")[0] or journal.stem
    number = 1
    while (path := journal.with_name(_NAMED.format(name=name, number=number))).exists():
        number += 1
    return path


def branched(opened: api.Opened, at: int, journal: Path) -> tuple[api.Opened, Path]:
    """Go on otherwise from a moment: the session, which says so, and its file.

    `journal` is where the first one is kept; it is left as it is.
    """
    path = branch_path(journal)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path.parent, error) from None
    other = api.branch(opened, at, path)
    said = _("Et si ? Cette séance s'écrit dans {branch} ; {journal} n'a pas changé.").format(
        branch=path.name, journal=journal.name
    )
    return api.Opened(other.content, other.session, (said,)), path
