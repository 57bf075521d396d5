"""What people type: completed, explained, and turned into the same gestures."""

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import (
    Action,
    Choose,
    Clock,
    Close,
    Draw,
    Fill,
    Move,
    Pass,
    Place,
    Rank,
    Rate,
    Reveal,
    Share,
    Write,
)
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import all_contributions, with_corrections
from eclaireurs_play.engine.view import view
from eclaireurs_play.errors import NotationError, RefusedError
from eclaireurs_play.play.notation import read_line, read_typed, write_line
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until
from tests.support import EVERYTHING, auto_session, new_session, random_play, rules

RULES = rules("zone-logistique")

LINES = [
    ("EF-07 habitants: l'eau descendra chez nous",
     Action("habitants", Write("EF-07", "l'eau descendra chez nous"))),
    ("EF-07 habitants (parties): entre nous",
     Action("habitants", Write("EF-07", "entre nous", "parties"))),
    ("note maire (animateur): pour vous",
     Action("maire", Write("note", "pour vous", "facilitator"))),
    ("habitants pioche EF-07", Action("habitants", Draw("effets", "EF-07"))),
    ("habitants pioche effets", Action("habitants", Draw("effets"))),
    ("habitants montre EX-03", Action("habitants", Reveal("EX-03"))),
    ("habitants évalue EF-07 theme=eau sens=moins-bien",
     Action("habitants", Rate("EF-07", {"theme": "eau", "sens": "moins-bien"}))),
    ("animateur choisit conteste=oui", Action("animateur", Choose("conteste", ("oui",)))),
    ("groupe pose EF-07 dans accords", Action("groupe", Place("accords", "EF-07"))),
    ("maire va à +2 sur position-avant", Action("maire", Move("position-avant", 2))),
    ('groupe remplit recit lieu="La plaine du bas"',
     Action("groupe", Fill("recit", {"lieu": "La plaine du bas"}))),
    ("maire choisit place=EF-02+EX-03", Action("maire", Choose("place", ("EF-02", "EX-03")))),
    ("maire choisit place=", Action("maire", Choose("place", ()))),
    ("jury classe voeux EF-02 > EX-03~EF-07",
     Action("jury", Rank("voeux", (("EF-02",), ("EX-03", "EF-07"))))),
    ("groupe répartit points EF-02=60 EX-03=2.5",
     Action("groupe", Share("points", {"EF-02": 60, "EX-03": 2.5}))),
    ("jury remplit mentions EF-02=m1 EX-03=m2",
     Action("jury", Fill("mentions", {"EF-02": "m1", "EX-03": "m2"}))),
    ("jury propose lieu=la-gare", Action("jury", Fill("proposition", {"lieu": "la-gare"}))),
    ("voisine amende p12 lieu=la-gare", Action("voisine", Fill("p12", {"lieu": "la-gare"}))),
    ("habitants passe", Action("habitants", Pass())),
    ('animateur clôt effets "il est tard"', Action("animateur", Close("effets", "il est tard"))),
    ("animateur pause", Action("animateur", Clock("pause"))),
    ("animateur minutes 180s", Action("animateur", Clock("elapsed", 180))),
]  # fmt: skip


@pytest.mark.parametrize(("line", "action"), LINES)
def test_every_gesture_has_its_line(line: str, action: Action) -> None:
    assert read_line(line, RULES) == action
    assert write_line(action) == line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Habitante pioche EF-07", "habitants pioche EF-07"),
        ("ef7 hab: bonjour", "EF-07 habitants: bonjour"),
        ("EF-07  Habitants :  bonjour", "EF-07 habitants: bonjour"),
        ("HABITANTS évalue ef-7 theme=eau", "habitants évalue EF-07 theme=eau"),
        ("habitants evalue EF-07 theme=eau", "habitants évalue EF-07 theme=eau"),
        ("animateur clot effets", "animateur clôt effets"),
        ("maire va +2 sur position-avant", "maire va à +2 sur position-avant"),
        ("animateur minutes 3", "animateur minutes 180s"),
        ("animateur minutes 12,5", "animateur minutes 750s"),
        ("animateur choisit parties=Envoyée", "animateur choisit parties=envoyee"),
        ("maire va à −1 sur position-avant", "maire va à -1 sur position-avant"),
        ("animateur choisit place=ef2+Ex-3", "animateur choisit place=EF-02+EX-03"),
        ("groupe répartit points ef2=60 Commune=40", "groupe répartit points EF-02=60 commune=40"),
        ('groupe répartit budget achat="12 000"', "groupe répartit budget achat=12000"),
        ("jury remplit mentions ef2=m1", "jury remplit mentions EF-02=m1"),
        ('groupe propose Lieu="La gare"', "groupe propose lieu=la-gare"),
        ("jury classe voeux ef2>ex3 ~ EF-7", "jury classe voeux EF-02 > EX-03~EF-07"),
        ("animateur choisit conteste = oui", "animateur choisit conteste=oui"),
        ("animateur choisit conteste= oui", "animateur choisit conteste=oui"),
        (
            "groupe remplit recit lieu = « La plaine du bas »",
            'groupe remplit recit lieu="La plaine du bas"',
        ),
        (
            "groupe remplit recit lieu=“La plaine” taille=3",
            'groupe remplit recit lieu="La plaine" taille=3',
        ),
        ("animateur clôt effets « il est tard »", 'animateur clôt effets "il est tard"'),
        ("jury classe voeux La gare > le port", "jury classe voeux la-gare > le-port"),
        ("groupe pose ef-7 dans co2", "groupe pose EF-07 dans co2"),
    ],
)
def test_a_hurried_hand_is_understood(typed: str, meant: str) -> None:
    assert write_line(read_line(typed, RULES)) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "vide"),
        ("habitants", "habitants: bonjour"),
        ("bonjour", "ne suffit pas"),
        ("cloture", "vouliez-vous dire « clôt »"),
        ("groupe remplit recit lieu=La plaine", 'lieu="plusieurs mots"'),
        ("habitan-te pioche EF-07", "vouliez-vous dire « habitants »"),
        ("ha pioches EF-07", "vouliez-vous dire « pioche »"),
        ("EF-99 maire: bonjour", "« EF-99 »"),
        ("EF-07 martien: bonjour", "ici ; les places : maire, habitants, "),
        ("EF-07 maire (tous): bonjour", "Visibilité inconnue"),
        ("maire évalue EF-07 theme", "champ=valeur"),
        ("maire va à beaucoup", "va à +2"),
        ("groupe pose EF-07 accords", "pose EF-07 dans accords"),
        ("groupe pose n12 bilan", "pose n12 dans bilan"),
        ("groupe pose n12", "pose EF-07 dans accords"),
        ("animateur choisit conteste", "conteste=option"),
        ("maire passe vite", "se suffit"),
        ("animateur minutes beaucoup", "minutes 3"),
        ("a pioche EF-07", "écrivez-en plus"),
        ("groupe répartit budget achat=nan", "n'est pas un nombre"),
        ("groupe répartit budget achat=1e999", "n'est pas un nombre"),
        ("groupe répartit budget achat", "ligne=nombre"),
        ("groupe propose tout", "terme=option"),
        ("groupe propose lieu=la-gare lieu=la-gare", "« lieu » est écrit deux fois"),
        ("jury classe voeux EF-02 EF-03", "EF-02 > EF-03"),
        ("groupe amende", "amende p1 terme=option"),
        ("jury classe voeux ZF-02", "« ZF-02 » (vouliez-vous dire"),
    ],
)
def test_a_slip_is_explained(typed: str, said: str) -> None:
    with pytest.raises(NotationError, match=said.replace("(", r"\(").replace("+", r"\+")):
        read_line(typed, RULES)


def _typed(line: str, phase: str, **setup: object) -> list[str]:
    session = new_session("zone-logistique", **setup)
    for _ in random_play(session, 1, 4000):
        if session.state.leaf and session.state.leaf.phase == phase:
            break
    return [write_line(action) for action in read_typed(line, session.rules, session.state)]


def test_one_line_draws_answers_and_rates() -> None:
    line = "EF-07 maire: L'eau ira au fossé. {theme=eau, sens=Moins bien}"
    assert _typed(line, "effets", in_hand=True) == [
        "maire pioche EF-07",
        "EF-07 maire: L'eau ira au fossé.",
        "maire évalue EF-07 theme=eau sens=moins-bien",
    ]


def test_one_line_answers_in_someone_s_place() -> None:
    assert _typed(
        "PV-02 maire pour habitants: Je ne dors plus.", "points-de-vue", in_hand=True
    ) == [
        "maire pioche PV-02",
        "maire choisit PV-02=habitants",
        "PV-02 maire: Je ne dors plus.",
    ]


def test_words_alone_answer_the_one_thing_asked_or_become_a_note() -> None:
    assert _typed("maire: Me voici.", "presentations") == ["presentation maire: Me voici."]
    assert _typed("maire: Au fait.", "themes") == ["note maire: Au fait."]
    assert _typed("maire: Au fait.", "bilan") == ["note maire: Au fait."]
    assert _typed("animateur: C'est corrigé.", "synthese") == ["note animateur: C'est corrigé."]
    with pytest.raises(NotationError, match="Dites à quoi cela répond"):
        _typed("maire: Très bien.", "debrief")


def test_a_question_alone_is_answered_by_whoever_it_is_asked_of() -> None:
    assert _typed("projet: Des entrepôts.", "saisine") == ["projet animateur: Des entrepôts."]
    assert _typed("Note : 19 heures.", "saisine") == ["note animateur: 19 heures."]
    with pytest.raises(NotationError, match="Dites qui répond : vecu maire: …"):
        _typed("vecu: J'ai aimé.", "debrief")
    with pytest.raises(NotationError, match="Dites qui répond : TH-07 maire: …"):
        _typed("th7: Un euro.", "themes", in_hand=True)
    with pytest.raises(NotationError, match="Personne ne s'appelle « zorro »"):
        _typed("zorro: Me voici.", "debrief")


def _reached(name: str, phase: str) -> Session:
    session = new_session(name, seed=7)
    for one in auto_session(name).played:
        if session.state.leaf and session.state.leaf.phase == phase:
            return session
        session.play(one.action)
    raise AssertionError(f"{phase} is never reached")


@pytest.mark.parametrize(
    ("phase", "typed", "meant"),
    [
        ("strategie", "groupe répartit achat=500", "groupe répartit strategie achat=500"),
        ("amendements", "prescripteur amende tarif=gel", "prescripteur amende p1 tarif=gel"),
        ("voeux", "reconduit classe po1 > po2", "reconduit classe voeux PO-01 > PO-02"),
        ("voeux", "reconduit classe PO-01, PO-02", "reconduit classe voeux PO-01 > PO-02"),
        ("voeux", "reconduit classe po1>po2", "reconduit classe voeux PO-01 > PO-02"),
        ("voeux", "reconduit classe PO-01", "reconduit classe voeux PO-01"),
        ("vote", "eau choisit oui", "eau choisit vote=oui"),
        ("place-mardi", "eau +2", "eau va à +2 sur place-mardi"),
    ],
)
def test_the_one_thing_asked_need_not_be_named(phase: str, typed: str, meant: str) -> None:
    of_a_purchase = phase in {"strategie", "amendements"}
    name = "cantine-locale" if of_a_purchase else "une-semaine-a-la-metropole"
    session = _reached(name, phase)
    (action,) = read_typed(typed, session.rules, session.state)
    assert write_line(action) == meant


def test_a_figure_alone_takes_a_place_on_the_axis() -> None:
    assert _typed("voisine: −1", "position-avant") == ["voisine va à -1 sur position-avant"]


@pytest.mark.parametrize("speech", ["va savoir", "passe encore", "pour moi : non", "Combien ?"])
def test_ordinary_speech_stays_speech(speech: str) -> None:
    assert _typed(f"TH-07 maire: {speech}", "themes", in_hand=True)[-1] == f"TH-07 maire: {speech}"


def _at(phase: str) -> api.Opened:
    opened = api.start("zone-logistique", Setup(in_hand=True))
    for _ in random_play(opened.session, 1, 4000):
        if opened.session.state.leaf and opened.session.state.leaf.phase == phase:
            return opened
    raise AssertionError(f"{phase} is never reached")


def test_a_line_is_made_wholly_or_not_at_all() -> None:
    opened = _at("themes")
    before = opened.session.state
    with pytest.raises(RefusedError, match="argent"):
        opened.enter("TH-07 maire: L'euro tombe ici. {theme=argent}")
    assert opened.session.state == before


def test_one_may_speak_for_someone_absent_then_again_for_oneself() -> None:
    opened = _at("points-de-vue")
    said = opened.enter("PV-03 maire pour absent: Je travaille la nuit.")
    assert "quelqu'un qui n'est pas là" in said[-1]
    assert "à la place" not in opened.enter("PV-03 maire: Et moi, je dors.")[-1]
    assert "Habitante" in opened.enter("PV-03 maire pour habitants: On nous réveille.")[-1]


def test_a_note_is_corrected_in_its_place() -> None:
    opened = api.start("zone-logistique", Setup())
    opened.enter("note maire: 640 signatures")
    opened.enter("n1 animateur: 410 signatures de Varsanges")
    (kept,) = all_contributions(with_corrections(opened.session.state))
    assert kept.by == "maire"
    assert kept.gesture == Write("note", "410 signatures de Varsanges")
    with pytest.raises(RefusedError):
        opened.enter("n1 voisine: pas à moi")


def test_what_is_closed_or_moved_on_may_be_left_out() -> None:
    assert _typed("clôt", "effets") == ["animateur clôt effets"]
    assert _typed("maire va à -2", "position-avant") == ["maire va à -2 sur position-avant"]


def test_braces_in_a_note_stay_in_the_note() -> None:
    line = write_line(Action("maire", Write("note", "un ensemble {theme=eau}")))
    assert _typed(line, "effets") == [line]


def test_a_correction_has_the_readers_of_what_it_corrects() -> None:
    opened = api.start("zone-logistique", Setup())
    opened.enter("note maire (parties): entre nous")
    opened.enter("n1 animateur: entre nous, mieux dit")
    assert not view(opened.session.state, "public").state.aside
    assert len(view(opened.session.state, "voisine").state.aside) == 2


def test_a_correction_can_have_no_other_readers() -> None:
    opened = api.start("zone-logistique", Setup())
    opened.enter("note maire: pour tout le monde")
    with pytest.raises(RefusedError, match="garde les lecteurs"):
        opened.enter("n1 maire (animateur): un secret")


def test_what_is_kept_to_the_table_is_rated_for_the_table() -> None:
    line = "EF-07 maire (parties): entre nous {porteur=Ana}"
    assert _typed(line, "effets", in_hand=True)[-1] == 'maire (parties) évalue EF-07 porteur="Ana"'
    opened = _at("effets")
    opened.enter(line)
    assert "Ana" not in repr(view(opened.session.state, "public"))
    assert "Ana" in repr(view(opened.session.state, "voisine"))


def test_a_correction_is_corrected() -> None:
    opened = api.start("zone-logistique", Setup())
    for line in ("note maire: A", "n1 animateur: B", "n2 animateur: C"):
        opened.enter(line)
    (kept,) = all_contributions(with_corrections(opened.session.state))
    assert kept.gesture == Write("note", "C")


def test_a_rating_left_open_is_said() -> None:
    with pytest.raises(NotationError, match="Il manque « } »"):
        _typed("EF-07 maire: l'eau {theme=eau", "effets", in_hand=True)


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("approbation", "voisin choisit approbation=A+c", "voisin choisit approbation=lundi+jeudi"),
        ("points", "voisin répartit points b=3 A=1", "voisin répartit points mardi=3 lundi=1"),
        ("rangs", "voisin classe rangs C > a ~ b", "voisin classe rangs jeudi > lundi~mardi"),
        ("rangs", "voisin classe rangs jeudi > A", "voisin classe rangs jeudi > lundi"),
        ("mentions", "voisin remplit mentions A=m1", "voisin remplit mentions lundi=m1"),
    ],
)
def test_the_letters_of_a_ballot_are_typed_in_place_of_its_options(
    name: str, typed: str, meant: str
) -> None:
    session = play_until(new_session(EVERYTHING), name)
    (action,) = read_typed(typed, session.rules, session.state)
    assert write_line(action) == meant


def test_elsewhere_a_letter_is_a_letter() -> None:
    session = new_session(EVERYTHING)
    (action,) = read_typed("animateur choisit pret=a", session.rules, session.state)
    assert write_line(action) == "animateur choisit pret=a"
