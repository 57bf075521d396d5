"""Nothing secret reaches the projector: frames do not depend on what the public may not know."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from eclaireurs_play.engine.gestures import (
    Choose,
    Draw,
    Fill,
    Gesture,
    Move,
    Place,
    Rank,
    Rate,
    Share,
    Value,
    Write,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.layout.weighing import red_line_words
from eclaireurs_play.model.scenario import RedLine
from eclaireurs_play.table.scene import words
from eclaireurs_play.table.wall import Shown
from tests.support import rules
from tests.table.test_wall_pages import TWICE, pages
from tests.table.walls import GAMES, frame, moments, the_end, walls

OTHER = "un mot que personne ne doit lire"


def other_gesture(gesture: Gesture) -> Gesture:
    """Make another gesture of the same sort, in the place of one that was hidden."""
    made = gesture
    match gesture:
        case Write():
            made = replace(gesture, text=OTHER)
        case Choose(options=options):
            made = replace(gesture, options=(*options[1:], OTHER))
        case Rank(order=order):
            made = replace(gesture, order=tuple(reversed(order)))
        case Share(parts=parts):
            made = replace(gesture, parts={**parts, OTHER: 1.0})
        case Fill(values=values) | Rate(values=values):
            made = replace(gesture, values=_other_values(values))
        case Move(value=value):
            made = replace(gesture, value=-value - 1)
        case Place():
            made = replace(gesture, item=OTHER)
        case Draw():
            made = replace(gesture, card=OTHER)
        case _:
            pass
    return made


def _other_values(values: Mapping[str, Value]) -> Mapping[str, Value]:
    return {name: 7.0 if isinstance(one, float) else OTHER for name, one in values.items()}


def with_other_secrets(state: State) -> State:
    """Change everything in a state that the public may not know."""

    def others(made: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(
            one
            if one.for_everyone
            else replace(one, gesture=other_gesture(one.gesture), chosen=OTHER, asked=OTHER)
            for one in made
        )

    hidden = set() if state.leaf is None else {
        one.number for one in state.leaf.made if not one.for_everyone}  # fmt: skip
    return replace(
        state,
        seed=state.seed ^ 1,
        seats={
            name: replace(one, stance=one.stance and OTHER) for name, one in state.seats.items()
        },
        piles={name: tuple(reversed(pile)) for name, pile in state.piles.items()},
        leaf=replace(state.leaf, made=others(state.leaf.made)) if state.leaf else None,
        results=tuple(replace(one, made=others(one.made)) for one in state.results),
        proposals=tuple(
            replace(one, text=OTHER, options={}) if one.number in hidden else one
            for one in state.proposals
        ),
        aside=others(state.aside),
    )


@cache
def other_sheets(name: str) -> Rules:
    """Give rules whose sheets have other insides, and whose piles hold other news."""
    known = rules(name)
    scenario = known.scenario
    seats = {
        seat: one.model_copy(
            update={
                "private": OTHER,
                "weights": {axis: -2 * weight for axis, weight in one.weights.items()},
                "red_lines": tuple(
                    RedLine(axis=line.axis, at_least=-987654, at_most=None)
                    for line in one.red_lines
                ),
                "reservation": 0.123 if one.reservation else None,
                "long_view": 1 - one.long_view,
            }
        )
        for seat, one in scenario.seats.items()
    }
    roles = {
        role: one.model_copy(
            update={"private": one.private.model_copy(
                update=dict.fromkeys(("holds_to", "why", "knows", "fears"), OTHER))}
        )
        for role, one in known.roles.items()
    }  # fmt: skip
    return replace(known, scenario=scenario.model_copy(update={"seats": seats}), roles=roles)


def other_news(known: Rules, state: State) -> Rules:
    """Rewrite the news that has not fallen."""
    surprises = {
        name: one
        if name in state.active
        else one.model_copy(update={"title": OTHER, "text": OTHER, "moves": {}})
        for name, one in known.scenario.surprises.items()
    }
    return replace(known, scenario=known.scenario.model_copy(update={"surprises": surprises}))


@pytest.mark.parametrize("name", GAMES)
def test_frames_do_not_depend_on_what_is_secret(name: str) -> None:
    """At every step, whatever people chose, ranked, shared, filled or wrote in secret."""
    hidden = 0
    for state in moments(name):
        before = frame(name, Shown(rules(name), state, "12:05"))
        other = with_other_secrets(state)
        hidden += other != replace(state, seed=other.seed, piles=other.piles)
        known = other_news(other_sheets(name), state)
        after = frame(name, Shown(known, other, "12:05"))
        assert after.items == before.items, (name, state.actions)
        assert OTHER not in words(after)
    assert hidden


@pytest.mark.parametrize("name", GAMES)
def test_no_page_that_follows_depends_on_what_is_secret(name: str) -> None:
    """With text at 200 %, what had no room is as public as the rest."""
    for state in moments(name)[::7]:
        before = pages(name, Shown(rules(name), state, "12:05"), TWICE)
        known = other_news(other_sheets(name), state)
        after = pages(name, Shown(known, with_other_secrets(state), "12:05"), TWICE)
        assert [one.items for one in after] == [one.items for one in before]
        assert not any(OTHER in words(one) for one in after)


@pytest.mark.parametrize("name", GAMES)
def test_no_frame_says_a_private_sheet_a_stance_or_news_to_come(name: str) -> None:
    known = rules(name)
    limits = [red_line_words(line, known.scenario) for seat in known.scenario.seats.values()
              for line in seat.red_lines]  # fmt: skip
    privates = [role.private for role in known.roles.values()]
    insides = [" ".join(text.split())[:40] for one in privates
               for text in (one.holds_to, one.why, one.fears)]  # fmt: skip
    stances = [one.title for one in known.stances.values()]
    for shown in walls(name):
        told = words(frame(name, shown))
        news = known.scenario.surprises.items()
        to_come = [one.title for name_of, one in news if name_of not in shown.state.active]
        for secret in (*limits, *insides, *stances, *to_come):
            assert secret not in told, (shown.state.actions, secret)


@pytest.mark.parametrize("name", ["cantine-locale", "bouton-bruit"])
def test_asking_for_what_is_hidden_shows_nothing_before_the_end(name: str) -> None:
    for shown in walls(name):
        if shown.leaf is not None:
            asked = replace(shown, revealed=True)
            assert frame(name, asked).items == frame(name, shown).items


def test_what_sheets_held_to_is_shown_at_the_end_if_it_is_asked_for() -> None:
    role = rules("cantine-locale").roles["prescripteur"].private
    before = words(frame("cantine-locale", the_end("cantine-locale")))
    after = words(frame("cantine-locale", the_end("cantine-locale", revealed=True)))
    assert " ".join(role.holds_to.split())[:30] not in before
    assert " ".join(role.holds_to.split())[:30] in after.replace(" ", " ")


def test_stances_and_secret_ballots_are_not_shown_even_then() -> None:
    for name in ("bouton-bruit", "une-region-choisit"):
        end = the_end(name, revealed=True)
        other = replace(end, rules=other_news(end.rules, end.state),
                        state=with_other_secrets(moments(name)[-1]))  # fmt: skip
        assert frame(name, other).items == frame(name, end).items
        told = words(frame(name, end))
        assert not any(one.title in told for one in end.rules.stances.values())


def test_what_is_shown_is_made_public_whoever_gives_it() -> None:
    for state in moments("salle"):
        shown = Shown(rules("salle"), state)
        assert shown.state == view(state, PUBLIC).state
        assert replace(shown, clock="1:00").state == shown.state
