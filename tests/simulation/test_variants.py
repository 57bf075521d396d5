"""A variant is the file as its author would have changed it: same checks, same places, one law."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import ScenarioContent, phases_of
from eclaireurs_play.content.loader import load_scenario
from eclaireurs_play.simulation.assigning import (
    HEADS,
    Assignment,
    VariantError,
    assignment,
    value_at,
)
from eclaireurs_play.simulation.batch import Batch, played
from eclaireurs_play.simulation.labels import label
from eclaireurs_play.simulation.rewriting import write_library
from eclaireurs_play.simulation.sweeps import sweep
from eclaireurs_play.simulation.variants import (
    AS_IS,
    Variant,
    drawn_cards,
    knockouts,
    orders,
    swept,
    variant_from,
)
from eclaireurs_play.simulation.variants import settings as settings_of
from eclaireurs_play.simulation.varying import varied
from tests.support import REPOSITORY, content

NAME = "cantine-secheresse"
EVERY = tuple(one.id for one in library.catalogue(library.roots()) if one.kind == "scenario")
NUMERIC = tuple(
    name for name in EVERY if any(seat.weights for seat in content(name).scenario.seats.values())
)


def read(*texts: str) -> tuple[Assignment, ...]:
    return tuple(map(assignment, texts))


def changed(*texts: str, name: str = NAME) -> ScenarioContent:
    return varied(content(name), read(*texts))


def refused(*texts: str, name: str = NAME) -> str:
    with pytest.raises(VariantError) as caught:
        changed(*texts, name=name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_surprises_options_seats_cards_and_roles_go() -> None:
    assert not changed("surprises.enquete=off").scenario.surprises["enquete"].falls
    assert "cuve" not in changed("terms.eau.options.cuve=off").scenario.terms["eau"].options
    assert "maraichere" not in changed("seats.maraichere=off").scenario.seats
    assert changed("roles.fournisseur=off") == changed("seats.maraichere=off")
    without = changed("cards.CR-03=off")
    assert "CR-03" not in without.content.cards
    assert without.scenario.charter is not None
    assert "CR-03" not in without.scenario.charter.criteria
    assert without.scenario.surprises["enquete"].criterion is None
    assert "eau" not in changed("terms.eau=off").scenario.current


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("surprises.enquete.moves.eau=-120", -120),
        ("seats.titulaire.weights.cout=8", 8),
        ("seats.titulaire.reservation=0.5", 0.5),
        ("seats.titulaire.long_view=0.25", 0.25),
        ("seats.titulaire.red_lines.0.at_least=-10", -10),
        ("seats.titulaire.red_lines.resultat.at_least=-10", -10),
        ("seats.elue.red_lines.cout.at_most=20", 20),
        ("seats.titulaire.shows=[cout, eau]", ("cout", "eau")),
        ("phases.choix.rounds=3", 3),
        ("phases.choix.minutes=25", 25),
        ("players.max=9", 9),
        ("current.eau=cuve", "cuve"),
        ("cards.CR-05.copies=2", 2),
        ("anytime.note=off", False),
        ("seats.maraichere.optional=off", False),
    ],
)
def test_a_value_set_is_read_again(text: str, found: object) -> None:
    base, now = content(NAME), changed(text)
    path = text.partition("=")[0]
    assert value_at(now, path) == found
    assert value_at(base, path) != found
    assert (now.rules_digest, now.texts_digest) != (base.rules_digest, base.texts_digest)


def test_red_lines_may_be_added_on_several_axes() -> None:
    now = changed("seats.elue.red_lines.cout.at_most=20", "seats.elue.red_lines.eau.at_most=0.5")
    assert {line.axis: line.at_most for line in now.scenario.seats["elue"].red_lines} == {
        "cout": 20, "eau": 0.5
    }  # fmt: skip
    assert (
        changed("seats.titulaire.red_lines.resultat=off").scenario.seats["titulaire"].red_lines
        == ()
    )


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (["surprises.enquette=off"], "inconnu : « enquette ». Vouliez-vous dire « enquete » ?"),
        (["surprises.tempete=off"], "Imprévu inconnu : « tempete ». Il y a : "),
        (["seats.titulaire.poids.eau=3"], "Clé inconnue : « poids »."),
        (["seats.titulaire.weights.cuot=3"], "vouliez-vous dire « cout » ?"),
        (["surprise.enquete=off"], "Réglage inconnu : « surprise ». Vouliez-vous dire"),
        (["phases.choi.rounds=2"], "Étape inconnue : « choi ». Vouliez-vous dire « choix » ?"),
        (["cards.CR-99=off"], "Carte inconnue : « CR-99 »."),
        (["cards=off"], "Il manque un nom"),
        (["phases=off"], "Il manque un nom"),
        (["seats.titulaire.reservation=haut"], "« reservation » attend un nombre, pas le texte"),
        (["seats.titulaire.reservation=0,5"], "écrivez 0.5"),
        (["seats.titulaire.reservation=1.5"], "doit valoir au plus 1, pas 1.5"),
        (["seats.titulaire.reservation.x=1"], "« reservation » est une valeur"),
        (["phases.choix.rounds=1.5"], "attend un nombre entier"),
        (["seats.titulaire=off"], "n'est pas facultative : on peut retirer maraichere, "),
        (["roles.titulaire=off"], "n'est pas facultative"),
        (["roles.maire=off"], "Rôle inconnu"),
        (["roles.fournisseur=3"], "Un rôle ne peut que s'en aller"),
        (["seats.titulaire.optional=on"], "4 places obligatoires, le jeu en demande 5 au moins"),
        (["terms.eau.options.reseau=off"], "option en vigueur de « eau »"),
        (
            [f"terms.eau.options.{one}=off" for one in ("cuve", "machine", "laves")],
            "« options » compte 1 élément, il en faut au moins 2",
        ),
        (["cards.CR-05=off"], "Retirez aussi surprises.legumerie=off et surprises.prevision=off."),
        (["axes.eau=off"], "mettez ses poids à 0"),
        (["phases.charte=off"], "verrouillée"),
        (["phases.jeu=off"], "résultat inconnu"),
        (["seats.titulaire.title=Bonjour"], "n'est pas une règle"),
        (["phases.choix.id=autre"], "n'est pas une règle"),
        (["seats.elue.red_lines.0.at_most=1"], "« red_lines » compte 0"),
        (["surprises.enquete=3"], "attend un groupe de clés"),
        (["seats.titulaire.weights.eau=on"], "attend un nombre"),
        (
            ["terms.eau.options.cuve=off", "terms.eau.options.cuve.moves.eau=3"],
            "se contredisent",
        ),
        (["seats.jury.weights.eau=1", "seats.jury.weights.eau=2"], "se contredisent"),
        (["seats.jury=first", "seats.elue=first"], "une seule place commence"),
        (["seats.maraichere=off", "seats.maraichere=first"], "se contredisent"),
    ],
)  # fmt: skip
def test_each_mistake_is_one_sentence(texts: list[str], sentence: str) -> None:
    assert sentence in refused(*texts)


@pytest.mark.parametrize("text", ["", "=", "a", "=3", "a=", "a..b=3", ".a=3", "a\n=3", "a" * 300])
def test_a_badly_written_assignment_is_one_sentence(text: str) -> None:
    with pytest.raises(VariantError) as caught:
        assignment(text)
    assert "\n" not in str(caught.value)


def test_too_few_seats_are_told() -> None:
    pseudonyms = [f"seats.{name}=off" for name, one in content("carte-ombre").scenario.seats.items()
                  if one.optional]  # fmt: skip
    assert "il en faut 6 au moins" in refused(*pseudonyms[:6], name="carte-ombre")
    assert len(changed(*pseudonyms[:5], name="carte-ombre").scenario.seats) == 6


def test_seats_turn_so_that_one_comes_first() -> None:
    order = list(content(NAME).scenario.seats)
    now = changed(f"seats.{order[3]}=first")
    assert list(now.scenario.seats) == [*order[3:], *order[:3]]
    assert now.rules_digest != content(NAME).rules_digest
    assert [one.assignments[-1].path for one in orders(content(NAME))] == [
        f"seats.{seat}" for seat in order[1:]
    ]


def test_things_keep_their_place_in_the_files() -> None:
    base, now = content(NAME), changed("cards.CR-02=off", "surprises.enquete=off")
    assert now.where("card", "CR-03") == base.where("card", "CR-03")
    assert now.where("surprise", "facture") == base.where("surprise", "facture")
    assert ("card", "CR-02") not in now.spots


PATHS = st.one_of(
    st.sampled_from(sorted(content(NAME).scenario.surprises)).map("surprises.{}.moves.eau".format),
    st.sampled_from(sorted(content(NAME).scenario.seats)).map("seats.{}.weights.cout".format),
    st.sampled_from(sorted(content(NAME).scenario.seats)).map(
        "seats.{}.red_lines.eau.at_most".format
    ),
)
NUMBERS = st.decimals(-500, 500, places=2).map(lambda one: f"{one.normalize():f}")
SET = st.builds(Assignment, PATHS, NUMBERS)
GONE = st.sampled_from(
    [one.assignments[0] for one in knockouts(content(NAME)) if one.kind != "seat"]
)
SEVERAL = st.lists(SET, max_size=4, unique_by=lambda one: one.path)


@given(SET)
def test_what_is_set_is_read_again(one: Assignment) -> None:
    now = varied(content(NAME), [one])
    assert value_at(now, one.path) == float(one.value)
    assert varied(now, [one]).rules_digest == now.rules_digest


@given(GONE)
def test_taking_out_twice_is_taking_out_once(one: Assignment) -> None:
    now = varied(content(NAME), [one])
    assert varied(content(NAME), [one, one]) == now
    assert now.rules_digest != content(NAME).rules_digest
    if one.path.startswith("surprises."):
        assert varied(now, [one]).rules_digest == now.rules_digest
    else:
        with pytest.raises(VariantError):
            varied(now, [one])


@given(SEVERAL, st.lists(GONE, max_size=2), st.randoms(use_true_random=False))
def test_the_order_of_assignments_does_not_matter(
    some: list[Assignment], gone: list[Assignment], luck: object
) -> None:
    given_ = [*some, *gone]
    other = list(given_)
    luck.shuffle(other)  # type: ignore[attr-defined]

    def outcome(every: list[Assignment]) -> str:
        try:
            return varied(content(NAME), every).rules_digest
        except VariantError as error:
            return str(error)

    assert outcome(given_) == outcome(other)


WORDS = st.sampled_from(
    [*HEADS, "eau", "options", "0", "99999999999999999999", "²", "weights", "moves", "jury",
     "CR-05", "choix", "repeat", "times", "red_lines", "id", "who", "when", "chose", "fields",
     "one_of"]
) | st.text(max_size=6)  # fmt: skip
JUNK = st.builds(
    lambda steps, value: f"{'.'.join(steps)}={value}",
    st.lists(WORDS, min_size=1, max_size=6),
    st.sampled_from(["off", "on", "first", "3", "-1e300", "[a, 3]", "[", "null", "~", "true", "x"])
    | st.text(max_size=8),
)


@given(JUNK, st.sampled_from(EVERY))
@settings(max_examples=400)
def test_junk_is_one_sentence_or_a_sound_scenario(text: str, name: str) -> None:
    now: ScenarioContent | str
    try:
        now = varied(content(name), [assignment(text)])
    except VariantError as error:
        now = str(error)
    if isinstance(now, str):
        assert "\n" not in now
        assert now[-1] in ".?…"
    else:
        assert api.rules_of(now).scenario == now.scenario


def paths(data: object, trail: str = "") -> Iterator[str]:
    """List the path of every key of a file, elements of lists by rank."""
    items = data.items() if isinstance(data, dict) else enumerate(data)  # type: ignore[arg-type]
    for step, one in items:
        path = f"{trail}.{step}" if trail else str(step)
        yield path
        if isinstance(one, dict | list):
            yield from paths(one, path)


WRITTEN = [
    path
    for path in (*paths(content(NAME).source.data), *paths(content(NAME).content.sources[0].data))
    if path.split(".")[0] in HEADS and not path.startswith("phases")
]
INSIDE_PHASES = [
    f"phases.{phase.id}.{path}"
    for phase, trail in phases_of(content(NAME).content.game)
    for path in paths(content(NAME).content.sources[0].at(trail))
]


@given(
    st.sampled_from([*WRITTEN, *INSIDE_PHASES]), st.sampled_from(["off", "on", "2", "-7.5", "x"])
)
@settings(max_examples=300)
def test_every_key_of_the_files_is_reached(path: str, value: str) -> None:
    value_at(content(NAME), path)
    said = ""
    try:
        varied(content(NAME), [Assignment(path, value)])
    except VariantError as error:
        said = str(error)
    assert "inconnue : « " not in said.partition("=")[0]
    assert label(content(NAME), Assignment(path, value))
    assert "\n" not in said


@pytest.mark.parametrize("name", EVERY)
def test_every_knockout_of_every_scenario_loads(name: str, tmp_path: Path) -> None:
    base = content(name)
    found = (*knockouts(base), *orders(base))
    digests = {one.content(base).rules_digest for one in found}
    assert len(digests) == len(found)
    assert base.rules_digest not in digests
    assert len({one.label for one in found}) == len(found)
    for one in found:
        assert base.where(*one.spot)
        assert variant_from(one.described()) == one
    write_library(found[-1].content(base), tmp_path)
    again = load_scenario(base.scenario.id, tmp_path)
    assert again.rules_digest == found[-1].content(base).rules_digest
    assert again.texts_digest == found[-1].content(base).texts_digest


@pytest.mark.parametrize("name", NUMERIC)
def test_what_can_be_taken_out_is_listed(name: str) -> None:
    scenario = content(name).scenario
    found = [(one.kind, one.spot[1:]) for one in knockouts(content(name))]
    assert {("surprise", (one,)) for one in scenario.surprises} <= set(found)
    foreseen = {
        ("option", (term, "options", option))
        for term, one in scenario.terms.items()
        for option in one.options
        if scenario.current.get(term) != option
    }
    assert {one for one in found if one[0] == "option"} == foreseen
    free = {("seat", (seat,)) for seat, one in scenario.seats.items() if one.optional}
    assert {one for one in found if one[0] == "seat"} <= free
    assert {code for kind, (code, *_) in found if kind == "card"} <= set(drawn_cards(content(name)))


def test_knockouts_stand_on_what_is_given() -> None:
    given_ = read("surprises.enquete.moves.eau=-120", "surprises.facture=off")
    found = {one.spot: one for one in knockouts(content(NAME), given_)}
    assert ("surprise", "facture") not in found
    assert found["surprise", "enquete"].assignments == read(
        "surprises.facture=off", "surprises.enquete=off"
    )
    assert found["surprise", "puits"].assignments == (*given_, *read("surprises.puits=off"))


def test_sweeps_make_a_grid_of_labelled_variants() -> None:
    sweeps = [sweep("seats.titulaire.weights.cout=2:12:6"), sweep("surprises.enquete=on,off")]
    found = swept(content(NAME), sweeps, read("seats.jury.reservation=0.4"))
    assert len(found) == 12
    assert found[1].label == (
        "« Cheffe des Tabliers », poids de « Coût pour les communes » : 2 ; "
        "sans l'imprévu « La même réponse, deux fois »"
    )
    assert value_at(found[-2].content(content(NAME)), "seats.titulaire.weights.cout") == 12
    assert len({one.content(content(NAME)).rules_digest for one in found}) == 12
    with pytest.raises(VariantError, match="rounds"):
        swept(content(NAME), [sweep("phases.choix.rounds=1:2:3")])


def test_a_variant_is_rebuilt_from_what_is_written() -> None:
    made = settings_of(content(NAME), read("surprises.enquete=off", "seats.jury.reservation=0.4"))
    assert variant_from(made.described()) == made
    assert settings_of(content(NAME), ()) == Variant(AS_IS)
    assert settings_of(content(NAME), ()).content(content(NAME)) is content(NAME)
    for broken in ({}, {"label": 1, "kind": "settings", "set": 3}, {"label": "", "set": ["x"]}):
        with pytest.raises(VariantError):
            variant_from(broken)


def test_sessions_of_a_variant_have_the_seeds_of_the_others_and_play() -> None:
    base = Batch(api.rules_of(content("cantine-locale")), 7)
    one = knockouts(content("cantine-locale"))[0]
    other = Batch(api.rules_of(one.content(content("cantine-locale"))), 7)
    session, whole = played(pickle.loads(pickle.dumps(other)), 2)  # noqa: S301 - our own
    assert whole
    assert session.setup.seed == base.setup(2).seed
    assert one.spot[1] not in session.state.active


def test_sources_stay_those_of_the_library() -> None:
    assert changed("cards.CR-02=off").content.folder == content(NAME).content.folder
    assert (REPOSITORY / "scenarios" / "clause-evolutivite" / f"{NAME}.yaml").exists()
