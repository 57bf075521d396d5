"""Each part of a synthesis says what it should."""

from dataclasses import replace

import pytest

from eclaireurs_play.engine.gestures import Action, Audience, Choose, Move, Rate, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.game import Section
from eclaireurs_play.play.notation import read_line
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis.words import names
from eclaireurs_play.synthesis.writers import _answers
from tests.support import EVERYTHING, auto_session, new_session, rules
from tests.synthesis.reading_back import AUDIENCES, markdown
from tests.synthesis.sessions import ALL, played

ZONE = "zone-logistique"
OPEN = (
    "animateur choisit saisine=habitants",
    "animateur choisit conteste=oui",
    "animateur choisit lien-schema=oui",
    "projet animateur: Une zone logistique.",
    "lien animateur: Une phrase.",
    "absents animateur: Les enfants.",
    "animateur clôt",
)


def planned(given: Rules, *sections: Section) -> Rules:
    return replace(given, game=given.game.model_copy(update={"synthesis": sections}))


def recorded(*lines: str, **setup: object) -> Session:
    """Record a past session, written in notation."""
    session = new_session(ZONE, past=True, **setup)
    for line in lines:
        session.play(read_line(line, session.rules))
    return session


def part(text: str, title: str) -> str:
    """Cut a section out of a Markdown text."""
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_frame_is_there_whatever_the_game_asks() -> None:
    for name in (ZONE, EVERYTHING):
        session = new_session(name)
        text = markdown(session.rules, session.state)
        assert text.startswith("# Synthèse : ")
        assert "Brouillon à relire" in text
        assert "Elle ne décide rien" in text
        assert "- **Date** : …" in text
        for title in (
            "La situation de départ",
            "Les places à la table",
            "Écarts et manques",
            "À qui va cette synthèse",
            "D'où viennent ce jeu et ces textes",
        ):
            assert f"\n## {title}\n" in text


def test_facts_are_told_apart_by_origin() -> None:
    session = new_session(ZONE)
    text = part(markdown(session.rules, session.state), "La situation de départ")
    sourced, invented = text.split("### Ce qui est inventé pour cette situation")
    assert "Source : Insee" in sourced
    assert "32 hectares" in invented


def test_parties_say_who_is_there_and_which_chairs_are_empty() -> None:
    session = new_session(ZONE, seats=("maire", "habitants", "agricultrice"), simulated=("maire",))
    text = part(markdown(session.rules, session.state), "Les places à la table")
    assert "**Le maire de Varsanges**" in text
    assert text.count("[simulé]") == 1
    assert "restées vides : L'aménageur, La maire de Corvanches" in text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_version_says_what_it_leaves_out(audience: Audience) -> None:
    session = new_session(ZONE)
    text = markdown(session.rules, session.state, audience)
    expected = {"public": "gardées entre parties", "parties": "réservées à la personne qui anime"}
    assert expected.get(audience, "toutes les notes") in text


def test_marks_say_for_whom_in_whose_place_and_by_what() -> None:
    session = auto_session(ZONE)
    text = markdown(session.rules, session.state, "facilitator")
    assert "Séance d'essai" in text
    assert ", à la place de « " in text
    note = new_session(ZONE)
    note.play(Action("maire", Write("note", "Entre nous.", "parties")))
    note.play(Action("animateur", Write("note", "Pour moi.", "facilitator")))
    text = markdown(note.rules, note.state, "facilitator")
    assert "> **Maire** (entre parties) : Entre nous." in text
    assert "(réservé à l'animation) : Pour moi." in text


def test_who_passed_is_for_the_facilitator() -> None:
    session = recorded(*OPEN, "maire passe")
    told = "- Tour passé pendant « Qui est là » : Maire."
    assert told in markdown(session.rules, session.state, "facilitator")
    assert "passé pendant" not in markdown(session.rules, session.state, "parties")


def test_moves_along_one_axis_make_one_table() -> None:
    session = auto_session(ZONE)
    text = part(markdown(session.rules, session.state), "Qui est là, et où chaque place se situe")
    assert text.count("\n| --- ") == 1
    assert "avant | Où l'on se place, après | Du début à la fin |" in text
    assert text.count("\u22123 : Tel qu'il est, je n'en veux pas") == 1


def test_a_move_is_said_or_left_unsaid() -> None:
    session = new_session(EVERYTHING)
    opened = replace(session.state, leaf=None, path=(), status="over")
    made = auto_session(EVERYTHING).state
    done = next(one for one in made.results if one.phase == "encore")
    stays = tuple(
        replace(one, gesture=Move("encore", 2)) for one in done.made if one.by == "gardienne"
    )
    again = replace(done, made=stays)
    moved = replace(done, made=(replace(stays[0], gesture=Move("encore", -1)),))
    state = replace(opened, results=(again, moved))
    text = markdown(session.rules, state)
    assert "| Gardienne | +2 | \u22121 | a bougé de 3 |" in text.replace(" [simulé]", "")
    assert "| Voisin | non dit | non dit | ne se compare pas |" in text
    same = markdown(session.rules, replace(opened, results=(again, again)))
    assert "n'a pas bougé" in same


def test_a_form_shows_its_last_values_and_what_stayed_blank() -> None:
    session = recorded(
        *OPEN,
        "animateur clôt presentations",
        "animateur clôt",
        'groupe remplit recit projet="Un entrepôt" stade=idee',
        'groupe remplit recit projet="Deux entrepôts"',
    )
    text = part(markdown(session.rules, session.state), "La situation racontée à la table")
    assert "- **Ce qui est prévu** : Deux entrepôts" in text
    assert "Un entrepôt" not in text
    assert "- **Où il en est** : Une idée" in text
    assert "*Laissé vide : Où, exactement ; " in text


def test_a_section_keeps_what_it_is_about_and_the_rest_is_not_lost() -> None:
    session = auto_session(ZONE)
    given = planned(
        session.rules, Section(title="Accords seuls", uses=("bilan",), about=("accords",))
    )
    text = markdown(given, session.state)
    assert "### " not in part(text, "Accords seuls")
    assert "Ce sur quoi nous ne nous accordons pas" in part(text, "Le reste de la séance")
    assert "Rien n'a été" not in part(text, "Accords seuls")


def test_a_role_drawn_is_told_even_when_a_recipient_has_its_name() -> None:
    session = auto_session(EVERYTHING)
    phases = session.rules.phases
    sent = phases["envoi"].recipients  # type: ignore[attr-defined]
    twin = {"gardienne": sent["tous"].model_copy(update={"title": "Quelqu'un d'autre"})}
    sending = phases["envoi"].model_copy(update={"recipients": {**sent, **twin}})
    given = replace(session.rules, phases={**phases, "envoi": sending})
    text = markdown(planned(given, Section(title="Rien")), session.state)
    for name in ("Distribution", "Les fiches"):
        heading = f"### {name}"
        told = part(text, "Le reste de la séance").split(heading, 1)[1].split("### ", 1)[0]
        assert told.count("(tirage)") >= 3, name


def test_an_empty_section_says_so_and_is_a_gap() -> None:
    session = new_session(ZONE)
    text = markdown(session.rules, session.state, "facilitator")
    assert part(text, "Ce qu'il faut vérifier").strip().endswith("*Rien n'a été noté ici.*")
    assert "Rubriques restées vides : « En bref », " in part(text, "Écarts et manques")


def test_a_game_without_sections_gets_one_for_each_phase_that_left_something() -> None:
    session = auto_session(EVERYTHING)
    text = markdown(session.rules, session.state)
    for title in ("Entrée", "Question", "Carnet", "Avis", "Tri", "Encore", "Bilan"):
        assert f"\n## {title}\n" in text
    assert "### Question (2)" in text


def test_recipients_come_in_order_with_their_version_and_whether_it_was_sent() -> None:
    session = new_session(ZONE)
    text = part(markdown(session.rules, session.state), "À qui va cette synthèse")
    lines = [line for line in text.splitlines() if line[:1].isdigit()]
    assert len(lines) == len(rules(ZONE).phases["synthese"].recipients)  # type: ignore[attr-defined]
    assert lines[0].startswith("1. Les parties")
    assert lines[0].endswith("version des parties, à envoyer")
    done = auto_session(ZONE)
    assert "à envoyer" not in markdown(done.rules, done.state)


def test_a_private_note_put_in_a_zone_stays_private() -> None:
    session = new_session(EVERYTHING)
    auto = auto_session(EVERYTHING).state
    tri = next(one for one in auto.results if one.phase == "tri")
    question = next(one for one in auto.results if one.phase == "question")
    note = next(one for one in question.made if isinstance(one.gesture, Write))
    secret = replace(note, gesture=Write(note.gesture.about, "un secret", "facilitator"))
    place = read_line(f"groupe pose {note.id} dans garder", session.rules).gesture
    made = (replace(tri.made[0], gesture=place, by="groupe"),)
    state = replace(
        auto,
        results=(
            replace(question, made=(secret,)),
            replace(tri, made=made),
        ),
    )
    public = markdown(session.rules, state, "public")
    assert "un secret" not in public
    assert "ne figure pas dans cette version" in part(public, "Tri")
    assert "un secret" in part(markdown(session.rules, state, "facilitator"), "Tri")


def test_credits_name_game_situation_and_decks() -> None:
    session = new_session(ZONE)
    text = markdown(session.rules, session.state)
    credits_ = part(text, "D'où viennent ce jeu et ces textes")
    assert "Instrument imaginé" in credits_
    assert "CC BY-SA 4.0" in credits_
    assert "inventés" in credits_


def test_examples_come_with_their_source_and_loose_notes_with_their_moment() -> None:
    session = new_session(ZONE)
    example = next(c for c in session.rules.cards.values() if c.family == "exemples")
    session.play(read_line(f"animateur montre {example.id}", session.rules))
    session.play(Action("maire", Write(example.id, "Ici c'est plus petit.")))
    session.play(Action("habitants", Write("note", "Il pleut.")))
    text = markdown(session.rules, session.state)
    examples = part(text, "Exemples consultés")
    assert f"({example.id})" in examples
    assert "- **Source** : " in examples
    assert "Ici c'est plus petit." in examples
    assert text.count("Ici c'est plus petit.") == 1
    assert "Il pleut." in part(text, "Notes prises en passant")


def test_gaps_are_stated_one_by_one() -> None:
    session = recorded(
        "animateur choisit conteste=oui",
        "animateur clôt",
        "animateur clôt",
        'animateur clôt situation "plus le temps"',
    )
    text = part(markdown(session.rules, session.state, "facilitator"), "Écarts et manques")
    assert "avant la fin de la séance" in text
    assert "Écart à la règle pendant « La saisine »" in text
    assert "Condition d'entrée non établie : Le sujet touche au Sraddet" in text
    assert "n'a pas été jouée. Raison donnée : plus le temps" in text
    assert "restaient à jouer" in text
    assert "Aucune parole ne figure dans cette version pour : Maire, Habitante" in text


def test_a_session_without_gap_says_so() -> None:
    session = auto_session(ZONE)
    correction = Action("maire", Write("relecture", "Un mot."))
    cut = next(
        place
        for place, one in enumerate(session.played)
        if one.state.path[-1:] and one.state.path[-1].phase == "synthese"
    )
    again = session.branch(cut + 1)
    again.play(correction)
    for one in session.played[cut + 1 :]:
        again.play(one.action)
    assert "comme prévu, jusqu'au bout" in markdown(again.rules, again.state)


def test_words_of_choices_are_those_people_saw() -> None:
    session = new_session(ZONE)
    session.play(Action("animateur", Choose("saisine", ("auto-saisine",))))
    text = part(markdown(session.rules, session.state), "La demande")
    assert "Nous venons de nous-mêmes (auto-saisine)" in text


def test_a_rating_is_one_line_in_words() -> None:
    session = auto_session(ZONE)
    effects = next(one for one in session.state.results if one.phase == "effets")
    rated = next(one for one in effects.made if isinstance(one.gesture, Rate))
    values = {"theme": "eau", "sens": "moins-bien", "porteur": "les *riverains*"}
    changed = replace(rated, gesture=Rate(rated.gesture.about, values))
    made = (*(one for one in effects.made if not isinstance(one.gesture, Rate)), changed)
    state = replace(session.state, results=(replace(effects, made=made),))
    expected = r"L'eau · Moins bien · Qui porte cet effet : les \*riverains\**"
    assert expected in markdown(session.rules, state)


@pytest.mark.parametrize("name", ALL)
def test_no_heading_says_again_the_one_above_it(name: str) -> None:
    session = played(name, 1)
    for audience in AUDIENCES:
        above: dict[int, str] = {}
        for line in markdown(session.rules, session.state, audience).splitlines():
            marks, _, words = line.partition(" ")
            if not marks or set(marks) != {"#"}:
                continue
            assert above.get(len(marks) - 1) != words, line
            above = {level: one for level, one in above.items() if level < len(marks)}
            above[len(marks)] = words


def test_a_board_is_written_once_as_the_last_phase_left_it() -> None:
    session = played("le-cockpit-d-orvaize", 1)
    text = part(markdown(session.rules, session.state), "Le tableau")
    assert text.count("\n| Ligne |") == 1
    assert text.index("version 1") < text.index("version 2") < text.index("| Ligne |")


def test_people_who_answer_alike_are_named_together() -> None:
    session = new_session(ZONE)
    made = [
        replace(one, by=by, chosen=chosen, gesture=Choose("pour", (chosen,)))
        for by, chosen in (("maire", "Oui"), ("habitants", "Non"), ("agricultrice", "Oui"))
        for one in auto_session(ZONE).state.results[0].made[:1]
    ]
    words = "".join(span.text for span in _answers(session.rules, made))
    assert words.startswith("Maire et Agricultrice : Oui ; Habitante : Non")


def test_names_that_hold_a_comma_are_kept_apart() -> None:
    given = rules("cantine-secheresse")
    seats = ("titulaire", "acheteur", "cuisiniere")
    words = ("Les Tabliers", "Acheteuse, garante", "Cuisinière")
    short = {
        seat: given.scenario.seats[seat].model_copy(update={"short": one})
        for seat, one in zip(seats, words, strict=True)
    }
    scenario = given.scenario.model_copy(update={"seats": short})
    told = names(replace(given, scenario=scenario), seats)
    assert told == "Les Tabliers ; Acheteuse, garante ; Cuisinière"
    assert names(given, ("titulaire", "titulaire")) == given.name("titulaire")
