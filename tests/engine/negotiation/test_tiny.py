"""Two terms, two options, two axes, two seats: every figure worked out by hand."""

import pickle
from fractions import Fraction

import numpy as np
import pytest

from eclaireurs_play.engine.negotiation import compromises
from eclaireurs_play.engine.negotiation.estimates import estimate, estimates, refused
from eclaireurs_play.engine.negotiation.frontier import Room, frontier, room, uncrossed
from eclaireurs_play.engine.negotiation.limits import Limit
from eclaireurs_play.engine.negotiation.reasons import (
    Crossed,
    TooLittle,
    change,
    objection,
    reasons,
)
from eclaireurs_play.engine.negotiation.standing import standing, told
from eclaireurs_play.engine.negotiation.table import Numbers, table
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.errors import NotFoundError
from tests.engine.negotiation.samples import TINY, backwards, scenario, tiny

SEATS = ("mairie", "entreprise")
NUMBERS = Numbers(tiny(), SEATS)
BEFORE, AFTER = NUMBERS.at(), NUMBERS.at(("secheresse",))


def test_proposals_are_numbered_by_the_order_of_ids() -> None:
    space = BEFORE.space
    assert (space.terms, space.sizes, space.size) == (("calendrier", "perimetre"), (2, 2), 4)
    assert space.picked(1) == {"calendrier": "court", "perimetre": "commune"}
    assert space.neighbours(1) == (3, 0)


def test_satisfaction_before_and_after_the_surprise() -> None:
    # town hall: (3·(1 − cost/100) + jobs/6) / 4; firm: (2·cost/100 + 1 − jobs/4) / 3
    assert BEFORE.satisfaction.tolist() == [
        [616_667, 750_000, 550_000, 683_333],
        [433_333, 333_333, 400_000, 300_000],
    ]
    assert AFTER.satisfaction.tolist() == [
        [316_667, 450_000, 250_000, 383_333],
        [700_000, 600_000, 666_667, 566_667],
    ]
    assert BEFORE.reservations.tolist() == [500_000, 350_000]


def test_objections_and_their_reasons() -> None:
    assert BEFORE.objections.tolist() == [[False] * 4, [False, True, False, True]]
    assert AFTER.objections.tolist() == [[True] * 4, [False] * 4]
    assert AFTER.crossed.tolist() == [[True, False, True, False]]
    limit = Limit("mairie", "cout", Fraction(70), at_most=True)
    assert reasons(AFTER, "mairie", 0) == (
        Crossed(limit, Fraction(80)),
        TooLittle("mairie", 0, 316_667, 500_000, "cout"),
    )
    assert reasons(BEFORE, "entreprise", 1) == (
        TooLittle("entreprise", 1, 333_333, 350_000, "cout"),
    )
    assert reasons(BEFORE, "mairie", 1) == ()


def test_objections_in_words() -> None:
    assert objection(AFTER, "mairie", 0) == (
        "Coût : 80 k€/an, c'est plus que notre limite, 70 k€/an au plus."
    )
    assert objection(AFTER, "mairie", 0, variant=1) == (
        "« Coût » dépasse ce que nous pouvons porter : 80 k€/an, notre limite est 70 k€/an."
    )
    assert objection(BEFORE, "entreprise", 1, variant=3) == (
        "Nous n'y trouvons pas assez notre compte, surtout pour « Coût »."
    )
    assert objection(BEFORE, "mairie", 1) == ""


def test_a_line_that_asks_for_at_least_and_standing_on_it() -> None:
    lines = [{"axis": "emploi", "at_least": 2}]
    found = table(tiny(mairie={"red_lines": lines}), seats=SEATS)
    assert found.crossed.tolist() == [[False, True, False, False]]
    assert objection(found, "mairie", 1) == (
        "Emploi local : 0 emploi, c'est moins que notre limite, 2 emplois au moins."
    )


def test_a_limit_below_zero_is_said_as_a_change() -> None:
    cuts = [{"axis": "cout", "at_most": -10}]
    found = table(tiny(mairie={"red_lines": cuts, "reservation": 0}), seats=SEATS)
    said = objection(found, "mairie", 0)
    assert said.endswith("Ce n'est pas assez, il nous faut au moins 10 k€/an de moins.")
    assert "k€/an de plus" in said


def test_no_change_at_all_is_a_limit_too() -> None:
    still = [{"axis": "cout", "at_most": 0}]
    found = table(tiny(mairie={"red_lines": still, "reservation": 0}), seats=SEATS)
    assert objection(found, "mairie", 0).endswith("et nous n'acceptons aucune hausse.")


def test_compromises() -> None:
    assert frontier(BEFORE).tolist() == [0, 1]
    assert compromises.nash(BEFORE) == (0,)
    assert compromises.egalitarian(BEFORE) == (0,)
    assert compromises.utilitarian(BEFORE) == (1,)
    assert compromises.nash(AFTER) == ()
    assert compromises.egalitarian(AFTER, uncrossed(AFTER)) == (1,)


def test_room_left_by_a_proposal() -> None:
    assert room(BEFORE, 2) == Room(0, (66_667, 33_333), (66_667, 33_333))
    assert room(BEFORE, 0) == Room(0, (0, 0), (0, 0))
    assert room(BEFORE, 0).none


def test_where_an_agreement_stands_in_words() -> None:
    names = {"mairie": "Maire", "entreprise": "Entreprise"}
    assert told(BEFORE, standing(BEFORE, 0), names.__getitem__) == (
        "Satisfaction, d'après la fiche de chaque place : Maire 62 %, Entreprise 43 %. "
        "Personne ne pouvait obtenir davantage sans que quelqu'un y perde. "
        "De tous les accords possibles, c'est celui qui soigne le plus la place la moins bien "
        "servie et celui qui partage le mieux ce que chaque place gagne à signer."
    )
    assert told(BEFORE, standing(BEFORE, 3), names.__getitem__) == (
        "Satisfaction, d'après la fiche de chaque place : Maire 68 %, Entreprise 30 %. "
        "Un autre accord aurait donné plus, sans que personne y perde : "
        "Maire (7 points de plus), Entreprise (3 points de plus). "
        "D'après leur fiche, auraient eu de quoi s'y opposer : Entreprise."
    )


def test_zones_before_and_after() -> None:
    found = zones(NUMBERS)
    assert {name: (zone.count, zone.share) for name, zone in found.items()} == {
        "": (2, Fraction(1, 2)),
        "secheresse": (0, Fraction(0)),
    }
    assert found[""].wide
    assert found["secheresse"].empty


def test_estimates_follow_what_is_shown() -> None:
    # of the town hall one sees jobs only, over today's range; the firm shows nothing
    assert estimate(BEFORE, "mairie", "entreprise").tolist() == [500_000, 0, 1_000_000, 500_000]
    assert estimates(BEFORE, "mairie").tolist() == [[500_000] * 4]
    assert estimate(BEFORE, "mairie", "mairie").tolist() == BEFORE.satisfaction[0].tolist()


def test_objections_heard_are_remembered() -> None:
    (little,) = reasons(BEFORE, "entreprise", 1)
    # the firm named the cost (0, 40, 60 then 20 k€/an, on 0 to 100): what costs no more than
    # proposal 1 would be refused again
    assert estimate(BEFORE, "entreprise", "mairie", heard=[little]).tolist() == [
        400_000, 0, 600_000, 200_000,
    ]  # fmt: skip
    assert refused(BEFORE, "mairie", [little, little]).tolist() == [0, 1, 0, 0]
    assert refused(BEFORE, "entreprise", [little]).tolist() == [0] * 4
    line, short = reasons(AFTER, "mairie", 0)
    assert refused(AFTER, "entreprise", [line]).tolist() == [1, 0, 1, 0]
    assert refused(AFTER, "entreprise", [line, short]).tolist() == [2, 0, 2, 0]


def test_every_walk_of_a_proposal_and_two_amendments() -> None:
    space = BEFORE.space
    walks = [
        (start, middle, end)
        for start in range(space.size)
        for middle in space.neighbours(start)
        for end in space.neighbours(middle)
    ]
    assert len(walks) == 16
    assert sum(not BEFORE.objections[:, end].any() for *_, end in walks) == 8
    assert int(BEFORE.objections.sum() + AFTER.objections.sum()) == 6


def test_an_amendment_in_words() -> None:
    assert change(BEFORE, 1, 3) == "Pour « Calendrier », « Quatre ans » plutôt que « Deux ans »."
    assert change(BEFORE, 1, 1) == ""


def test_tables_do_not_depend_on_the_order_of_the_file_nor_on_the_process() -> None:
    other = Numbers(scenario(backwards(TINY)), SEATS).at()
    kept = pickle.loads(pickle.dumps(BEFORE))  # noqa: S301 - our own bytes
    for found in (other, kept):
        assert np.array_equal(found.satisfaction, BEFORE.satisfaction)
        assert np.array_equal(found.objections, BEFORE.objections)
    assert table(scenario(backwards(TINY))).seats == table(tiny()).seats == tuple(sorted(SEATS))


def test_tables_can_t_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        BEFORE.satisfaction[0, 0] = 1


def test_unknown_names_are_explained() -> None:
    with pytest.raises(NotFoundError, match="vouliez-vous dire « secheresse »"):
        NUMBERS.at(("secheress",))
    with pytest.raises(NotFoundError, match="vouliez-vous dire « mairie »"):
        BEFORE.row("maire")
    with pytest.raises(NotFoundError, match="Il manque un choix pour « perimetre »"):
        BEFORE.space.index({"calendrier": "court"})
    with pytest.raises(NotFoundError, match="option inconnue « bassins »"):
        BEFORE.space.index({"calendrier": "court", "perimetre": "bassins"})
    with pytest.raises(NotFoundError, match="Terme inconnu"):
        BEFORE.space.index({"duree": "court"})
    with pytest.raises(NotFoundError, match="il y en a 4"):
        BEFORE.space.picked(4)
