"""A session typed by the facilitator, one line for each thing that happened."""

import sys
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size

import click

from eclaireurs_play.cli import expected
from eclaireurs_play.cli.console import read_line
from eclaireurs_play.cli.telling import aside, tell
from eclaireurs_play.cli.typed import Typed
from eclaireurs_play.cli.words import N_, _, ngettext
from eclaireurs_play.engine.flow import Event
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close, Seat
from eclaireurs_play.engine.state import all_contributions
from eclaireurs_play.errors import EclaireursError, NotationError
from eclaireurs_play.play.envelope import Envelope
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.notation import read_typed, write_line
from eclaireurs_play.play.notation.words import plain
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Played, Session

LONGEST_LINE = 20_000
"""Characters beyond which a line was not typed."""

_HELP = N_("""\
  EF-07 habitants: ce qui a été dit        prendre une carte et y répondre
  EF-07 maire: une réplique                répliquer à une carte déjà sur la table
  PV-02 maire pour habitants: …            répondre à la place de quelqu'un
  … {theme=eau sens=moins-bien}            noter l'effet, en fin de ligne
  (parties) ou (animateur) après le nom    limiter qui lira la note
  animateur choisit conteste=oui           choisir
  groupe remplit recit lieu="La plaine"    remplir une feuille
  prescripteur propose terme=option …      proposer ; usager amende p1 terme=option
  jury classe sujet a > b ~ c              ordonner ; groupe répartit sujet a=60 b=40
  maire va à +2                            se placer sur l'axe
  accords groupe: …                        écrire dans une colonne
  n57 animateur: la bonne version          corriger la note n57
  habitants montre EX-03                   montrer un exemple
  habitants passe                          passer son tour
  crée carte effets : titre / texte        créer une carte, un imprévu ou un rôle
  arrive maraichere Omar                   quelqu'un arrive ; remplace jury Zoé et Paul
  part titulaire "un train à prendre"      quelqu'un s'en va ; part jury Omar : Zoé reste
  simule elue                              confier une place au programme
  minutes 12                               noter le temps passé
  clôt                                     clore l'étape ; clôt seance : arrêter
  où      ce qui est attendu maintenant    annule [n] / rétablit [n]
  signet NOM   marquer ce moment           quitte : reprendre plus tard
  Un nom, un code ou une carte se raccourcit ; la touche Tab les complète.""")

_CLOSE = 0.75
"""Likeness to an order from which a line is taken for one misspelt."""

_LEAVE = {"quitte", "quitter", "quit", "exit"}


def converse(session: Session) -> int:
    """Read lines until the session ends or the person leaves; count those not understood."""
    mistakes, typed = 0, Typed(session)
    _others_play(session)
    where(session)
    try:
        for line in _lines(typed.envelope):
            try:
                text = _readable(line)
                if plain(text) in _LEAVE:
                    break
                _obey(typed, text)
            except EclaireursError as error:
                mistakes += 1
                aside(str(error))
            if session.state.status != "playing":
                break
    finally:
        _opened(typed)
    return mistakes


def finish(mistakes: int, journal: Path | None) -> None:
    """Say how to go on; lines refused in a file or a pipe are a fault of the session."""
    if journal is not None:
        aside(_("La séance est gardée dans {journal}.").format(journal=journal))
    if mistakes and not _at_a_terminal():
        told = ngettext("{count} ligne refusée.", "{count} lignes refusées.", mistakes)
        raise EclaireursError(told.format(count=mistakes))


def _at_a_terminal() -> bool:
    return all(one is not None and one.isatty() for one in (sys.stdin, sys.stdout))


def _obey(typed: Typed, line: str) -> None:
    words, session = line.split(), typed.session
    if not words or line.startswith("#"):
        return
    before = session.state.path
    order = _ORDERS.get(plain(words[0]))
    if order is not None:
        order(typed, words[1:])
        if session.state.path != before:
            where(session)
        return
    if close := get_close_matches(plain(line), _NAMES, n=1, cutoff=_CLOSE):
        raise NotationError(
            _("« {word} » n'est pas compris (vouliez-vous dire « {meant} » ?).").format(
                word=line, meant=close[0]
            )
        )
    inside = typed.envelope.inside()
    waited, actions = expected.expected(inside), read_typed(line, session.rules, inside.state)
    if typed.envelope.takes(actions):
        typed.envelope.put(actions)
        _counted(typed.envelope)
        _others_play_at_last(typed)
    else:
        _played(typed, actions)
    if session.state.path != before:
        _awaited(session)
    else:
        _newly_awaited(typed.envelope.inside(), waited)


def _played(typed: Typed, actions: tuple[Action, ...]) -> None:
    """Play a line; what closes the phase opens the envelope first, unless it is refused."""
    session, envelope = typed.session, typed.envelope
    if envelope and any(isinstance(one.gesture, Close) for one in actions):
        envelope.check(actions)
        _opened(typed)
    count = len(session.played)
    for one in session.play_all(actions):
        tell(told(session.rules, one.state, one.events, numbered=True))
        _given_sheet(session, one)
    if not envelope:
        _others_play(session)
    typed.made(len(session.played) - count)


def _given_sheet(session: Session, played: Played) -> None:
    """Remind whoever hosts of the sheet to give to someone who takes a seat."""
    if not isinstance(played.action.gesture, Seat) or session.rules.game.anonymous:
        return
    last = played.state.handovers[-1]
    comes = last.was != "people" or not set(last.people) <= set(last.before)
    role = session.rules.roles.get(played.state.seats[last.seat].role)
    if role is not None and comes and last.held == "people":
        aside(_("À donner à qui arrive : la feuille « {title} ».").format(title=role.title))


def _opened(typed: Typed) -> None:
    """Play the slips of the envelope; what is hidden is shown when the phase closes."""
    count = len(typed.envelope)
    if not count:
        return
    played = typed.envelope.open()
    sentence = ngettext(
        "L'enveloppe est ouverte : {count} papier.",
        "L'enveloppe est ouverte : {count} papiers, rebattus.",
        count,
    )
    aside(sentence.format(count=count))
    rules = typed.session.rules
    for one in played:
        tell(told(rules, one.state, _in_the_open(one), numbered=True))
    typed.made(len(played))


def _in_the_open(one: Played) -> tuple[Event, ...]:
    """List what a slip did besides what stays hidden until the phase closes."""
    hidden = {note.id for note in all_contributions(one.state) if note.hidden}
    return tuple(event for event in one.events if event.detail not in hidden)


def _counted(envelope: Envelope) -> None:
    """Say how many slips the envelope holds, and nothing of what they say."""
    count = len(envelope)
    sentence = ngettext(
        "Dans l'enveloppe : {count} papier ; on l'ouvre quand l'étape se clôt.",
        "Dans l'enveloppe : {count} papiers.",
        count,
    )
    aside(sentence.format(count=count) if count else _("L'enveloppe est vide."))


def _others_play_at_last(typed: Typed) -> None:
    """Open the envelope for a program that hosts, once it waits for nobody else."""
    simulated = typed.session.state.simulated
    waited = expected.expected(typed.envelope.inside())
    if FACILITATOR in simulated and all(one.asked[0] in simulated for one in waited):
        _opened(typed)
        count = len(typed.session.played)
        _others_play(typed.session)
        if answered := len(typed.session.played) - count:
            typed.made(answered)


def _others_play(session: Session) -> None:
    """Let the seats held by the program do what is asked of them now."""
    for _action in autoplay(session):
        last = session.played[-1]
        tell(told(session.rules, last.state, last.events, numbered=True))


def _readable(line: str) -> str:
    """Refuse what nobody typed: bytes of another encoding, a whole file on one line."""
    if any(letter == "\ufffd" or "\ud800" <= letter <= "\udfff" for letter in line):
        raise NotationError(_("Cette ligne n'est pas en UTF-8."))
    if len(line) > LONGEST_LINE:
        raise NotationError(_("Cette ligne est trop longue."))
    return line.strip()


def _undo(typed: Typed, words: list[str]) -> None:
    lines = _count(words)
    if taken := typed.envelope.take_out(lines):
        _counted(typed.envelope)
        lines -= taken
    if not lines:
        return
    if typed.session.secrets_within(typed.gestures(lines)):
        aside(_("Attention : ce qui a été vu reste su. L'annulation est inscrite au journal."))
    for action in typed.undo(lines):
        aside(_("Annulé : {line}").format(line=write_line(action)))


def _redo(typed: Typed, words: list[str]) -> None:
    _opened(typed)
    for action in typed.redo(_count(words)):
        aside(_("Rétabli : {line}").format(line=write_line(action)))


def _bookmark(typed: Typed, words: list[str]) -> None:
    session, name = typed.session, " ".join(words)
    if name.isdecimal():
        raise NotationError(_("Un signet porte un nom, pas un nombre."))
    _opened(typed)
    session.bookmark(name or str(len(session.played)))
    aside(_("Signet posé : {name}.").format(name=name or len(session.played)))


def _count(words: list[str]) -> int:
    if not words:
        return 1
    if len(words) > 1 or not words[0].isdecimal() or not int(words[0]):
        raise NotationError(_("Dites combien de lignes, en chiffres."))
    return int(words[0])


def where(session: Session) -> None:
    """Say the phase, what to say aloud, and the lines that would go on."""
    if session.state.leaf is not None:
        click.secho(f"\n{session.rules.phases[session.state.leaf.phase].title}", bold=True)
    _awaited(session)


def _awaited(session: Session) -> None:
    leaf = session.state.leaf
    if leaf is None:
        return
    width = get_terminal_size().columns
    say = session.rules.phases[leaf.phase].say
    for line in expected.wrapped(say or "", width):
        click.echo(line)
    for line in expected.told(expected.expected(session), width):
        click.secho(line, fg="green")


def _newly_awaited(session: Session, before: list[expected.Expected]) -> None:
    """Say what the last line made possible in the same phase."""
    asked = {one.asked for one in before}
    fresh = [one for one in expected.expected(session) if one.asked not in asked]
    known = [one.choices for one in before]
    for line in expected.told(fresh, get_terminal_size().columns, known):
        click.secho(line, fg="green")


_ORDERS: Mapping[str, Callable[[Typed, list[str]], None]] = {
    "aide": lambda *_args: click.echo(_(_HELP)),
    "?": lambda *_args: click.echo(_(_HELP)),
    "ou": lambda typed, _words: where(typed.envelope.inside()),
    "annule": _undo,
    "retablit": _redo,
    "signet": _bookmark,
}
_NAMES = ("aide", "où", "annule", "rétablit", "signet", "quitte")


def _lines(envelope: Envelope) -> Iterator[str]:
    """Give lines from a person, with completion, or from a file or a pipe."""
    if not _at_a_terminal():
        return _piped()
    from eclaireurs_play.cli.terminal import typed  # noqa: PLC0415 - only people need it

    return typed(envelope.inside, _NAMES)


def _piped() -> Iterator[str]:
    while (line := read_line(sys.stdin)) is not None:
        yield line.decode("utf-8-sig", "replace")
