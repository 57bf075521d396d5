"""When steps begin on paper: what repeats, what is lived ahead, what rests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eclaireurs_play.layout.steps import (
    Step,
    ahead_words,
    clock,
    duration,
    steps,
    whole,
    whole_words,
)
from eclaireurs_play.model.game import Game
from tests.layout.samples import GAME, read

DEBRIEF = {"type": "debrief", "questions": {"vecu": "Et alors ?"}}


def found(*phases: dict[str, object]) -> tuple[Step, ...]:
    data = read(GAME)
    assert isinstance(data, dict)
    game = Game.model_validate(data | {"phases": list(phases)})
    return steps(game.phases, str)


def phase(name: str, minutes: float, **more: object) -> dict[str, object]:
    return {"id": name, "title": name.capitalize(), "minutes": minutes, **DEBRIEF, **more}


def group(name: str, *phases: dict[str, object], **more: object) -> dict[str, object]:
    return {"id": name, "title": name.capitalize(), "phases": list(phases), **more}


def test_what_repeats_counts_each_time() -> None:
    told = found(phase("un", 20, repeat={"times": 3}), phase("deux", 5))
    assert [(one.begins, one.lasts) for one in told] == [
        ("0 h 00", "3 × 20 min"),
        ("1 h 00", "5 min"),
    ]
    assert whole(told) == 65


def test_a_pause_moves_what_follows_and_is_counted() -> None:
    told = found(phase("un", 20, pause=10), phase("deux", 5))
    assert [one.begins for one in told] == ["0 h 00", "0 h 30"]
    assert whole_words(told) == "35 min, pause comprise"


def test_what_is_lived_ahead_is_not_on_the_clock() -> None:
    inside = group("dedans", phase("trois", 7))
    told = found(group("avant", phase("un", 120), inside, ahead=True), phase("deux", 5))
    assert [one.begins for one in told] == ["avant"] * 4 + ["0 h 00"]
    assert whole(told) == 5
    assert ahead_words(told) == "Avant, d'autres jours : « Avant »."


def test_a_group_rests_after_one_of_its_steps_only() -> None:
    with pytest.raises(ValidationError, match="sous la dernière du groupe"):
        found(group("tout", phase("un", 5), pause=5))


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 20), st.integers(1, 4)), min_size=1))
def test_each_step_begins_when_the_one_before_and_its_pause_are_over(
    lived: list[tuple[int, int, int]],
) -> None:
    told = found(*(
        phase(f"etape-{at}", minutes, pause=pause, repeat={"times": times})
        for at, (minutes, pause, times) in enumerate(lived)
    ))  # fmt: skip
    ends = [(one.start or 0) + one.minutes * one.times + one.phase.pause for one in told]
    assert [one.start for one in told[1:]] == ends[:-1]
    assert whole(told) == ends[-1]


@given(st.integers(0, 2000))
def test_clocks_and_durations_say_the_same_minutes(minutes: int) -> None:
    hours, rest = clock(minutes).split(" h ")
    assert int(hours) * 60 + int(rest) == minutes
    assert duration(minutes).startswith(hours if minutes >= 60 else str(minutes))
