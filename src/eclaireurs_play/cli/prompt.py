"""A session typed by the facilitator, one line for each thing that happened."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.words import _
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.notation.words import plain
from eclaireurs_play.play.session import Session

_HELP = """\
  EF-07 habitants: ce qui a été dit        prendre une carte et y répondre
  EF-07 maire: une réplique                répliquer à une carte déjà sur la table
  PV-02 maire pour habitants: …            répondre à la place de quelqu'un
  … {theme=eau sens=moins-bien}            noter l'effet, en fin de ligne
  (parties) ou (animateur) après le nom    limiter qui lira la note
  animateur choisit conteste=oui           choisir
  groupe remplit recit lieu="La plaine"    remplir une feuille
  maire va à +2                            se placer sur l'axe
  accords groupe: …                        écrire dans une colonne
  n57 animateur: la bonne version          corriger la note n57
  habitants montre EX-03                   montrer un exemple
  habitants passe                          passer son tour
  clôt                                     clore l'étape ; clôt seance : arrêter
  où      ce qui est attendu maintenant    annule [n] / rétablit [n]
  signet NOM   marquer ce moment           quitte : reprendre plus tard"""


_LEAVE = {"quitte", "quitter"}


def converse(session: Session) -> int:
    """Read lines until the session ends or the person leaves; count those not understood."""
    mistakes, read = 0, _reader(session)
    _where(session, [])
    while session.state.status == "playing":
        line = read()
        if line is None or plain(line.strip()) in _LEAVE:
            break
        try:
            _obey(session, line.strip())
        except EclaireursError as error:
            mistakes += 1
            aside(str(error))
    return mistakes


def finish(session: Session, mistakes: int, journal: Path | None) -> None:
    """Say how to go on; lines refused in a file or a pipe are a fault of the session."""
    if session.state.status == "playing" and journal is not None:
        aside(_("La séance est gardée dans {journal}.").format(journal=journal))
    if mistakes and not sys.stdin.isatty():
        raise EclaireursError(_("{count} ligne(s) refusée(s).").format(count=mistakes))


def _obey(session: Session, line: str) -> None:
    words = line.split()
    if not words or line.startswith("#"):
        return
    order = _ORDERS.get(plain(words[0]))
    if order is not None:
        order(session, words[1:])
        return
    for one in session.play_all(read_typed(line, session.rules, session.state)):
        tell(told(session.rules, one.state, one.events, numbered=True))


def _undo(session: Session, words: list[str]) -> None:
    count = _count(words)
    if session.secrets_within(count):
        aside(_("Attention : ce qui a été vu reste su. L'annulation est inscrite au journal."))
    session.undo(count, knowingly=True)
    aside(_("Annulé : {count}.").format(count=count))


def _redo(session: Session, words: list[str]) -> None:
    session.redo(_count(words))
    aside(_("Rétabli."))


def _bookmark(session: Session, words: list[str]) -> None:
    session.bookmark(" ".join(words) or str(len(session.played)))
    aside(_("Signet posé."))


def _where(session: Session, words: list[str]) -> None:
    """Say the phase, what to say aloud, and the lines that would go on."""
    del words
    leaf = session.state.leaf
    if leaf is None:
        return
    phase = session.rules.phases[leaf.phase]
    click.secho(f"\n{phase.title}", bold=True)
    if phase.say:
        click.echo(f"  {phase.say.strip()}")
    for line in _expected(session):
        click.echo(click.style("  → ", fg="green") + line)


def _expected(session: Session) -> list[str]:
    actors = (*session.state.seats, GROUP, FACILITATOR)
    asked = ((actor, ask) for actor in actors for ask in session.legal_actions(actor))
    return [_example(actor, ask) for actor, ask in asked if ask.needed and ask.guard is None][:8]


def _example(actor: str, ask: Ask) -> str:
    """Show the line that would answer what is asked."""
    texts = {
        "write": f"{ask.about} {actor}: …",
        "draw": f"{actor} pioche {ask.about}",
        "choose": f"{actor} choisit {ask.about}=…",
        "move": f"{actor} va à … sur {ask.about}",
        "fill": f"{actor} remplit {ask.about} …",
        "pass": f"{actor} passe",
        "close": "clôt",
    }
    return f"{texts.get(ask.do, ask.about):<44} {ask.prompt.strip()[:70]}"


def _count(words: list[str]) -> int:
    return int(words[0]) if words and words[0].isdigit() else 1


_ORDERS: Mapping[str, Callable[[Session, list[str]], None]] = {
    "aide": lambda *_args: click.echo(_HELP),
    "ou": _where,
    "annule": _undo,
    "retablit": _redo,
    "signet": _bookmark,
}


def _reader(session: Session) -> Callable[[], str | None]:
    """Give lines from a person, with completion, or from a file or a pipe."""
    if not sys.stdin.isatty():
        return lambda: sys.stdin.readline() or None
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - only people need it
    from prompt_toolkit.completion import WordCompleter  # noqa: PLC0415 - the same

    words = [*session.rules.scenario.seats, FACILITATOR, GROUP, *session.rules.cards, *_ORDERS]
    typed: PromptSession[str] = PromptSession(completer=WordCompleter(words, ignore_case=True))

    def ask() -> str | None:
        try:
            return typed.prompt("› ")
        except (EOFError, KeyboardInterrupt):
            return None

    return ask
