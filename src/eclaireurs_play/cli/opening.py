"""Sessions begun and taken up again, for the commands that play."""

from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.journal import read_journal
from eclaireurs_play.play.naming import listed
from eclaireurs_play.play.session import Session


def begun(content: ScenarioContent, setup: Setup, journal: Path | None = None) -> api.Opened:
    """Open a new session; seats that can't play are a wrong use of the option."""
    try:
        return api.start(content, setup, journal)
    except RefusedError as error:
        seats = {*content.scenario.seats, FACILITATOR, GROUP}
        known = seats.issuperset(setup.seats) and not seats.issuperset(setup.simulated)
        hint = "--simulated" if known else "--seats"
        raise click.BadParameter(str(error), param_hint=hint) from None


def introduce(session: Session) -> None:
    """Say to whoever hosts an anonymous game which pseudonyms go into the hat."""
    seats = session.rules.scenario.seats
    drawn = [session.rules.name(seat) for seat in session.state.seats if seats[seat].optional]
    if session.rules.game.anonymous and drawn:
        sentence = _("Les pseudonymes de cette séance : {names}. Eux seuls vont dans le chapeau.")
        aside(sentence.format(names=listed(drawn)))


def taken_up(journal: Path, content: ScenarioContent, library: Path | None) -> api.Opened:
    """Go on with a journal, which must tell a session of the same situation."""
    other = read_journal(journal).header.scenario
    if other != content.scenario.id:
        sentence = _("{journal} raconte une séance de « {other} ».")
        raise click.UsageError(sentence.format(journal=journal, other=other))
    opened = api.open_journal(journal, library)
    for one in opened.said:
        aside(one)
    return opened
