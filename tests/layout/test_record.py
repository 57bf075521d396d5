"""The record of a session: what it begins for whoever fills it, and what it leaves blank."""

from eclaireurs_play.layout.display import words
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.record import record
from tests.layout.samples import anonymous, content, look, paper


def said(what: PrintContent) -> str:
    drawn = " ".join(words(page.items) for page in record(what, 4, paper(), look()))
    return drawn.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_no_role_stands_in_the_place_of_a_pseudonym() -> None:
    hidden = anonymous()
    [story] = hidden.scenarios
    roles = {role.id: role for role in hidden.roles.roles}
    present = said(hidden).partition("Autour de la table")[2].partition("Pour la saisie")[0]
    for name, seat in story.seats.items():
        assert (name in present) is not seat.optional
        assert (roles[seat.role].title in present) is not seat.optional


def test_it_says_how_to_pass_and_to_close_and_how_ratings_are_typed() -> None:
    told = said(content())
    assert " passe » pour qui n'a rien à ajouter ni à objecter" in told
    assert "« clôt » quand l'étape est finie" in told
    game = content().game
    for name, field in game.ratings.items():
        options = field.one_of or field.many_of
        if options:
            assert f"{name}={next(iter(options))}" in told
