"""What every synthesis says, whatever the game: what it is, the situation, who was there."""

from collections import Counter
from collections.abc import Iterator

from eclaireurs_play.engine.gestures import Audience, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.scenario import Fact
from eclaireurs_play.play.naming import listed
from eclaireurs_play.play.people import said_names
from eclaireurs_play.synthesis.attendance import comings
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Bullets,
    Definitions,
    Heading,
    Paragraph,
    Span,
    Words,
    flat,
    plain,
    prose,
    said,
    soft,
)
from eclaireurs_play.synthesis.reading import Reading, everything
from eclaireurs_play.synthesis.unnamed import is_unnamed, people
from eclaireurs_play.synthesis.words import SIMULATED

BLANK = "…………………………………………"
"""A place to write by hand."""

VERSIONS: dict[Audience, str] = {
    "public": "publique",
    "parties": "des parties",
    "facilitator": "de la personne qui anime",
}

_CARE: dict[Audience, str] = {
    "public": "",
    "parties": ", à ne pas mettre en ligne",
    "facilitator": ", à ne pas faire circuler",
}

_DECIDES = {
    "nothing": (
        "Elle ne décide rien, ne donne raison à personne, et personne n'y gagne ni n'y perd."
    ),
    "the-holder": (
        "Elle n'ajoute rien à ce qu'a décidé la personne qui porte l'idée, et n'en retire rien."
    ),
    "the-table": "Elle n'ajoute rien à ce que la table a décidé, et n'en retire rien.",
}

_LEFT_OUT: dict[Audience, str] = {
    "public": "Les notes que leurs auteurs ont gardées entre parties, ou réservées à la personne "
    "qui anime, ne figurent pas dans cette version.",
    "parties": "Les notes réservées à la personne qui anime ne figurent pas dans cette version.",
    "facilitator": "Cette version contient toutes les notes, y compris celles qui vous sont "
    "réservées.",
}


def opening(reading: Reading) -> Blocks:
    """Write the title, the few lines to complete by hand, and what this draft is."""
    scenario, game = reading.rules.scenario, reading.rules.game
    lines = (
        ("Jeu", plain(game.title)),
        ("Date", plain(BLANK)),
        ("Lieu", plain(BLANK)),
        *_length(reading),
        ("Relue par", plain(BLANK)),
        ("Version", plain(VERSIONS[reading.audience] + _CARE[reading.audience])),
    )
    notice = (
        "Cette synthèse rapporte ce que les personnes autour de la table ont dit et noté. "
        f"{_DECIDES[game.decides]} Chaque personne peut y corriger ses propres mots."
    )
    return (
        Heading(1, document_title(reading.rules)),
        Paragraph(soft(scenario.summary)),
        Definitions(lines),
        Paragraph((Span("Brouillon à relire.", "strong"), Span(f" {notice}"))),
        said(_LEFT_OUT[reading.audience]),
        *_trial(reading),
    )


def _length(reading: Reading) -> tuple[tuple[str, Words], ...]:
    """Say how long the session lasted, when someone counted."""
    minutes = round(reading.state.timing.total / 60)
    if not minutes:
        return ()
    return (("Durée notée", plain(f"{minutes // 60} h {minutes % 60:02d}")),)


def document_title(rules: Rules) -> str:
    """Give the title of the synthesis of a scenario."""
    return f"Synthèse : {rules.scenario.title}"


def _trial(reading: Reading) -> Iterator[Block]:
    """Warn when the program spoke for someone."""
    made = [one for one in everything(reading) if isinstance(one.gesture, Write)]
    simulated = sum(one.simulated for one in made)
    if simulated and simulated == len(made):
        words = " : le programme a tenu toutes les places. Rien ici n'a été dit par une personne."
        yield Paragraph((Span("Séance d'essai", "strong"), Span(words)))
    elif simulated:
        words = " signale ce que le programme a écrit, à la place d'une personne absente."
        yield Paragraph((Span("La marque "), SIMULATED, Span(words)))


def situation(reading: Reading) -> Blocks:
    """Write the situation as the scenario tells it, its question, and its facts by origin."""
    scenario = reading.rules.scenario
    return (
        Heading(2, "La situation de départ"),
        *prose(scenario.context),
        Paragraph((Span("La question posée :", "strong"), Span(f" {flat(scenario.question)}"))),
        *_facts(scenario.facts),
    )


def _facts(facts: tuple[Fact, ...]) -> Iterator[Block]:
    invented = [fact for fact in facts if fact.origin == "invented" and not fact.source]
    sourced = [fact for fact in facts if fact not in invented]
    if sourced:
        yield Heading(3, "Ce qui a une source")
        yield Bullets(tuple(_fact(fact) for fact in sourced))
    if invented:
        yield Heading(3, "Ce qui est inventé pour cette situation")
        yield Bullets(tuple(_fact(fact) for fact in invented))


def _fact(fact: Fact) -> Words:
    where = fact.source or ("déduit de la source" if fact.origin == "inferred" else "")
    return (Span(flat(fact.text)), *((Span(f" Source : {where}.", "plain"),) if where else ()))


def parties(reading: Reading) -> Blocks:
    """List who was at the table, what their sheet aims at, which chairs stayed empty, who came.

    A pseudonym that stayed in the hat is no empty chair.
    """
    seats = [seat for seat in reading.rules.scenario.seats if seat in reading.state.seats]
    foreseen = () if reading.rules.game.anonymous else reading.rules.scenario.seats
    empty = [seat for seat in foreseen if seat not in reading.state.seats]
    absent = listed(_seat_title(reading, seat) for seat in empty)
    return (
        Heading(2, "Les places à la table"),
        said("Chaque place a une fiche. Voici ce que cette fiche lui demande de viser."),
        Definitions(tuple(_places(reading, seats))),
        *((said(f"Places prévues et restées vides : {absent}."),) if empty else ()),
        *comings(reading),
    )


def _places(reading: Reading, seats: list[str]) -> Iterator[tuple[str, Words]]:
    """Give each seat with its aim; those whose pseudonym was taken away are counted, by role."""
    unnamed = Counter(_seat_words(reading, seat) for seat in seats if is_unnamed(seat))
    for seat in seats:
        if not is_unnamed(seat):
            yield _seat_term(reading, seat), _seat_words(reading, seat)
    for words, count in unnamed.items():
        yield f"{capital(people(count))} sous pseudonyme", words


def _seat_title(reading: Reading, name: str) -> str:
    """Give the title of a seat, or of the role it holds now if it changed."""
    seat = reading.rules.scenario.seats[name]
    seated = reading.state.seats.get(name)
    role = reading.rules.roles.get(seated.role if seated else seat.role)
    foreseen = seated is None or seated.role == seat.role
    return (seat.title if foreseen else None) or (role.title if role else name)


def _seat_term(reading: Reading, name: str) -> str:
    """Give the title of a seat, and the short name that quotes bear when it differs."""
    title, short = _seat_title(reading, name), capital(reading.rules.name(name))
    if reading.state.seats[name].role != reading.rules.scenario.seats[name].role:
        return f"{short}, dans le rôle « {title} »"
    return title if short.lower() in title.lower() else f"{title} ({short})"


def _seat_words(reading: Reading, name: str) -> Words:
    seated = reading.state.seats[name]
    role = reading.rules.roles.get(seated.role)
    aim = f"« {role.aim} »" if role else "sans fiche"
    people = said_names(seated.people) if _names(reading) else ""
    person = f". Place tenue par {people}" if people else ""
    gone = ". Place vide à la fin" if name in reading.state.away else ""
    mark = (Span(" "), SIMULATED) if name in reading.state.simulated else ()
    return (Span(f"{aim}{person}{gone}."), *mark)


def _names(reading: Reading) -> bool:
    """Tell whether people's own names may be written."""
    return reading.audience != "public"
