"""What `check` says of how a game goes, with its line and column."""

from typing import get_args

import pytest

from eclaireurs_play.checks import flow
from eclaireurs_play.checks.holdings import HOLDS
from eclaireurs_play.checks.run import check_path
from eclaireurs_play.content.loader import load_game, load_scenario
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model import phases as kinds
from tests.content.mini_library import MiniLibrary

GAME = "decks/petit-jeu/game.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"
DEBRIEF = "{id: essai, type: debrief, title: Essai, questions: {q: Quoi ?}, PLUS}"
IDEA = "{id: idee, type: propose, title: Idée}"
COUNT = "{id: essai, type: vote, title: Essai, question: Quoi ?, PLUS}"
SHARE = "{id: essai, type: allocate, title: Essai, among: {a: A, b: B}, PLUS}"
POSTS = "{id: essai, type: assign, title: Essai, posts: exemples, wishes: 1, PLUS}"
NEVER = "l'étape « Essai » n'est jamais jouée : "

MISTAKES = [
    (DEBRIEF, "when: {missing: tour}", "tour}", NEVER + "« tour » est toujours là avant elle"),
    (DEBRIEF, "when: {missing: bilan}", "bilan}", NEVER + "« bilan » est toujours là avant elle"),
    (DEBRIEF, "when: {chose: [tour, oui]}", "[tour", NEVER + "« tour » ne retient jamais « oui »"),
    (DEBRIEF, "when: {players_at_least: 9}", "9}", NEVER + "le jeu se joue de 2 à 3"),
    (DEBRIEF, "when: {players_at_most: 1}", "1}", NEVER + "le jeu se joue de 2 à 3"),
    (DEBRIEF, "repeat: {each: fiche}", "fiche}",
     "« fiche » ne laisse rien à reprendre un par un : étape jamais jouée"),
    ("{id: essai, type: amend, title: Essai, PLUS}", "rounds: 1", "{id: essai",
     "aucune proposition ne vient jusqu'à cette étape"),
    ("{id: essai, type: consent, title: Essai, otherwise: Rien, PLUS}", "uses: [tour]", "[tour",
     "aucune proposition ne vient jusqu'à cette étape"),
    ("{id: essai, type: prioritise, title: Essai, criteria: {a: {title: A}}, PLUS}",
     "uses: [fiche]", "[fiche", "cette étape n'a rien sur quoi porter"),
    (COUNT, "method: borda", "{id: essai", "cette étape n'a rien sur quoi porter"),
    (COUNT, "method: points, options: {a: A, b: B}, most_each: 2", "2}",
     "2 options à 2 points au plus n'en font pas 5"),
    (COUNT, "method: judgment, options: {a: A, b: B}, mentions: [Bien, Bien]", "[Bien",
     "deux mentions ont les mêmes mots"),
    (COUNT, "method: judgment, options: {a: A, b: B}, mentions: [Bien]", "[Bien",
     "il faut au moins deux mentions"),
    (COUNT, "method: majority, channels: {a: 1}", "{a: 1",
     "les bulletins d'un vote « majority » ne se comptent pas par urne"),
    (COUNT, "method: approval, options: {a: A}", "{a: A",
     "une seule option : il n'y a rien à choisir"),
    (SHARE, "total: 10, most_each: 4", "4}", "2 lignes à 4 au plus n'en font pas 10"),
    (SHARE.replace("b: B", "b: B, c: C"), "total: 10, most_each: 3.5", "3.5}",
     "3 lignes à 3 au plus n'en font pas 10"),
    (SHARE, "total: 7.5", "7.5", "des parts entières ne font jamais 7.5"),
    (POSTS, "hours: annee", "annee}",
     "hours et most_hours vont ensemble : l'un sans l'autre ne compte rien"),
    (POSTS, "levels: {fait: {title: F, most: {}}}", "{fait",
     "ces plafonds ne s'appliquent jamais"),
    (POSTS.replace("wishes: 1", "wishes: 3"), "minutes: 1", "3,", "3 vœux pour 1 place"),
    ("{id: essai, type: roleplay, title: Essai, turns: 2, PLUS}", "surprises_on: [1, 3]", "[1",
     "il n'y a pas de tour 3 : la scène en a 2 tours"),
]  # fmt: skip


def _with(mini: MiniLibrary, *phases: str) -> None:
    written = "".join(f"  - {phase}\n" for phase in phases)
    mini.change(GAME, "  - id: adieu\n", f"{written}  - id: adieu\n")


def _said(mini: MiniLibrary) -> list[str]:
    return [one.sentence for one in flow.of_game(load_game("petit-jeu", mini.root))]


def _text_at(mini: MiniLibrary, found: Diagnostic) -> str:
    """Give the rest of the line from the place that is told."""
    lines = (mini.root / found.file).read_text(encoding="utf-8").splitlines()
    return lines[found.line - 1][found.column - 1 :]


@pytest.mark.parametrize(("phase", "setting", "place", "said"), MISTAKES)
def test_what_never_comes_or_can_t_be_is_told_where_it_is(
    mini: MiniLibrary, phase: str, setting: str, place: str, said: str
) -> None:
    _with(mini, phase.replace("PLUS", setting))
    (found,) = flow.of_game(load_game("petit-jeu", mini.root))
    assert (found.sentence, found.warning) == (said, False)
    assert _text_at(mini, found).startswith(place)


TWICE = (
    "{id: essai, title: Essai, repeat: {times: 2}, phases: [{id: un, type: debrief, title: Un, "
    "when: {missing: deux}, questions: {q: Q}}, {id: deux, type: debrief, title: Deux, "
    "questions: {q: Q}}]}"
)
SOUND = [
    (IDEA, "{id: essai, type: amend, title: Essai, uses: [idee]}"),
    (IDEA, "{id: essai, type: consent, title: Essai, uses: [idee], otherwise: Rien}"),
    (IDEA, "{id: tri, type: prioritise, title: Tri, uses: [idee], criteria: {a: {title: A}}}",
     "{id: essai, type: consent, title: Essai, uses: [tri], otherwise: Rien}",
     "{id: fin, type: debrief, title: Fin, when: {chose: [essai, adopte]}, questions: {q: Q}}"),
    ("{id: oui-non, type: vote, method: majority, title: Oui, question: Quoi ?}",
     DEBRIEF.replace("PLUS", "when: {chose: [oui-non, non]}")),
    (DEBRIEF.replace("PLUS", "repeat: {each: tour}"),),
    (DEBRIEF.replace("PLUS", "repeat: {each: places}"),),
    (DEBRIEF.replace("PLUS", "when: {given: tour, players_at_least: 3}"),),
    ("{id: parfois, type: debrief, title: Parfois, when: {players_at_least: 3}, questions: {q: Q}}",
     DEBRIEF.replace("PLUS", "when: {missing: parfois}")),
    (TWICE,),
]  # fmt: skip


@pytest.mark.parametrize("phases", SOUND)
def test_what_may_come_is_left_alone(mini: MiniLibrary, phases: tuple[str, ...]) -> None:
    _with(mini, *phases)
    assert _said(mini) == []


def test_a_cast_that_gives_no_sheet_back_after_a_draw_is_told(mini: MiniLibrary) -> None:
    drawn = "{id: echange, type: cast, title: Échange, how: drawn}"
    back = "{id: retour, type: cast, title: Retour, how: HOW}"
    _with(mini, drawn, back.replace("HOW", "given"))
    (found,) = flow.of_game(load_game("petit-jeu", mini.root))
    assert found.sentence == (
        "« given » ne rend pas les fiches prises avant : chacun garde celle d'un autre"
    )
    assert found.hint == "pour que chacun reprenne la sienne, écrivez how: returned"
    assert _text_at(mini, found).startswith("given")
    mini.change(GAME, "how: given", "how: returned")
    assert _said(mini) == []


def test_what_waits_for_an_unreachable_phase_is_unreachable(mini: MiniLibrary) -> None:
    shut = DEBRIEF.replace("PLUS", "when: {missing: tour}")
    _with(mini, shut, shut.replace("id: essai", "id: autre").replace("missing: tour",
                                                                     "given: essai"))  # fmt: skip
    assert _said(mini) == [
        NEVER + "« tour » est toujours là avant elle",
        NEVER + "rien ne laisse « essai » avant elle",
    ]


def test_two_phases_that_wait_for_each_other_never_open(mini: MiniLibrary) -> None:
    inside = ", ".join(
        f"{{id: {one}, type: debrief, title: Essai, when: {{given: {other}}}, questions: {{q: Q}}}}"
        for one, other in (("un", "deux"), ("deux", "un"))
    )
    _with(mini, f"{{id: tours, title: Tours, repeat: {{times: 2}}, phases: [{inside}]}}")
    assert _said(mini) == [
        NEVER + "rien ne laisse « deux » avant elle",
        NEVER + "rien ne laisse « un » avant elle",
    ]


def test_what_is_inside_an_unreachable_group_is_not_told_as_well(mini: MiniLibrary) -> None:
    inside = DEBRIEF.replace("PLUS", "when: {missing: tour}").replace("id: essai", "id: un")
    _with(mini, f"{{id: essai, title: Essai, when: {{missing: tour}}, phases: [{inside}]}}")
    assert _said(mini) == [NEVER + "« tour » est toujours là avant elle"]


def test_a_condition_that_contradicts_itself_never_holds(mini: MiniLibrary) -> None:
    parfois = "{id: bis, type: debrief, title: B, when: {players_at_least: 3}, questions: {q: Q}}"
    _with(mini, parfois, DEBRIEF.replace("PLUS", "when: {given: bis, missing: bis}"))
    assert _said(mini) == [NEVER + "« bis » devrait être là et manquer"]


@pytest.mark.parametrize(
    ("setting", "amount", "file", "said"),
    [
        ("most_each: 4", "10", SCENARIO, "2 lignes à 4 au plus n'en font pas 10"),
        ("whole: true", "7.5", SCENARIO, "des parts entières ne font jamais 7.5"),
        ("most_each: 4", "", GAME, "2 lignes à 4 au plus n'en font pas 100"),
    ],
)
def test_an_envelope_that_can_t_be_shared_is_told_where_it_is(
    mini: MiniLibrary, setting: str, amount: str, file: str, said: str
) -> None:
    _with(mini, SHARE.replace("PLUS", setting))
    if amount:
        mini.change(SCENARIO, "context: ", f"envelope: {{amount: {amount}}}\ncontext: ")
    (found,) = flow.of_scenario(load_scenario("crue", mini.root))
    assert (found.file, found.warning) == (file, False)
    assert found.sentence.endswith(said)
    assert _text_at(mini, found).startswith(amount or "4}")


@pytest.mark.parametrize(("most", "envelope"), [("5", "envelope: {amount: 10}\n"), ("50", "")])
def test_an_envelope_that_can_be_shared_is_left_alone(
    mini: MiniLibrary, most: str, envelope: str
) -> None:
    _with(mini, SHARE.replace("PLUS", f"most_each: {most}"))
    mini.change(SCENARIO, "context: ", f"{envelope}context: ")
    assert list(flow.of_scenario(load_scenario("crue", mini.root))) == []


WHO = "{id: essai, type: debrief, title: Essai, questions: {q: Quoi ?}, who: [habitant]}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("role: habitant, w", "role: maire, w", "personne ne peut jouer l'étape « Essai » "),
        ("role: habitant, w", "role: habitant, optional: true, w",
         "sans place facultative, personne ne joue « Essai » "),
    ],
)  # fmt: skip
def test_a_role_that_nobody_holds_is_told_in_the_scenario(
    mini: MiniLibrary, old: str, new: str, said: str
) -> None:
    _with(mini, WHO)
    assert list(flow.of_scenario(load_scenario("crue", mini.root))) == []
    mini.change(GAME, "players: {min: 2", "players: {min: 1")
    mini.change(SCENARIO, old, new)
    (found,) = flow.of_scenario(load_scenario("crue", mini.root))
    assert found.sentence == f"{said}({GAME}:35:75)"
    assert (found.file, found.line, found.column) == (SCENARIO, 20, 1)
    assert found.warning == ("facultative" in said)


def test_an_arbiter_that_nobody_holds_is_told_too(mini: MiniLibrary) -> None:
    _with(mini, POSTS.replace("PLUS", "arbiter: [habitant]"))
    mini.change(SCENARIO, "role: habitant, w", "role: maire, w")
    found = [one for one in check_path("crue", mini.root) if not one.warning]
    assert [one.sentence.split(" « ")[0] for one in found] == ["personne ne peut jouer l'étape"]


@pytest.mark.parametrize("name", ["proposition", "p2"])
def test_a_form_does_not_take_the_name_of_a_proposal(mini: MiniLibrary, name: str) -> None:
    mini.change(GAME, "forms:\n", f"forms:\n  {name}: {{title: F, fields: {{a: {{text: 9}}}}}}\n")
    (found,) = flow.of_game(load_game("petit-jeu", mini.root))
    assert (found.line, found.column) == (14, 3)
    assert found.sentence == f"« {name} » se tape déjà pour une proposition"


def test_every_kind_says_what_it_leaves() -> None:
    tagged = get_args(get_args(kinds.Phase)[0])
    assert {get_args(one)[0] for one in tagged} == set(HOLDS)


KEPT = "{id: cercle, type: join, title: Cercle, who: [habitant], at_least: 1}"
MAYOR = "{id: essai, type: record, title: Essai, form: recit, who: [maire], only: cercle}"


def test_a_form_for_people_that_a_group_never_takes_is_told(mini: MiniLibrary) -> None:
    _with(mini, KEPT, MAYOR)
    (found,) = flow.of_game(load_game("petit-jeu", mini.root))
    assert str(found) == (
        f"{GAME}:36:63: personne ne joue cette étape : « cercle » ne retient jamais « La maire » "
        "(donnez-la à « L'habitant », ou retirez only)"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [(KEPT, MAYOR.replace("[maire]", "[maire, habitant]")),
     (KEPT, MAYOR.replace("[maire]", "each-seat")),
     (KEPT.replace("[habitant]", "each-seat"), MAYOR),
     (KEPT, MAYOR.replace(", only: cercle", ""))],
)  # fmt: skip
def test_a_form_that_someone_may_fill_is_left_alone(
    mini: MiniLibrary, first: str, second: str
) -> None:
    _with(mini, first, second)
    assert _said(mini) == []


OWED = "{id: essai, type: record, title: Essai, form: recit, who: each-seat, quota: 3}"
DAYS = "{id: jours, title: Jours, repeat: {PLUS}, phases: [" + OWED + "]}"


@pytest.mark.parametrize(("phase", "times"), [(OWED, 1), (DAYS.replace("PLUS", "times: 2"), 2)])
def test_more_than_the_times_a_form_comes_back_is_never_owed(
    mini: MiniLibrary, phase: str, times: int
) -> None:
    _with(mini, phase)
    (found,) = flow.of_game(load_game("petit-jeu", mini.root))
    assert found.sentence == f"3 par personne, mais cette étape n'est jouée que {times} fois"
    assert found.hint.startswith(f"écrivez {times} au plus")
    assert _text_at(mini, found).startswith("3}")


@pytest.mark.parametrize("repeat", ["times: 3", "each: places", "until: {given: essai}"])
def test_what_may_come_often_enough_may_be_owed(mini: MiniLibrary, repeat: str) -> None:
    _with(mini, DAYS.replace("PLUS", repeat))
    assert _said(mini) == []


def test_ballot_boxes_without_ballots_are_told(mini: MiniLibrary) -> None:
    boxes = "method: borda, options: {a: A, b: B}, channels: {ici: 1, la-bas: 2}"
    _with(mini, COUNT.replace("PLUS", boxes))
    (found,) = flow.of_game(load_game("petit-jeu", mini.root))
    assert found.sentence == "des urnes, mais aucun bulletin à y compter"
    assert found.hint == "écrivez ballots : combien de bulletins, toutes urnes ensemble"
    assert _text_at(mini, found).startswith("{ici")
