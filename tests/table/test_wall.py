"""What the projector shows of each moment, found in gestures, domains and outcomes."""

import re
from dataclasses import replace
from time import perf_counter

import pytest

from eclaireurs_play.engine.gestures import FACILITATOR, Choose, Place, Rank, Rate, Share, Write
from eclaireurs_play.engine.negotiation.frontier import frontier, uncrossed
from eclaireurs_play.engine.state import Timing
from eclaireurs_play.layout.display import Rect, Text
from eclaireurs_play.play.naming import objecting
from eclaireurs_play.play.saying import contribution_words
from eclaireurs_play.table.scene import Scene, words
from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.wall import frame as frames
from eclaireurs_play.table.wall.agreement import adopted, last_version, now_at, reached, refused
from eclaireurs_play.table.wall.announce import counted
from eclaireurs_play.table.wall.charter import laid_out
from eclaireurs_play.table.wall.choosing import choosing, options
from eclaireurs_play.table.wall.effects import effects
from eclaireurs_play.table.wall.grid import marks, weighed
from eclaireurs_play.table.wall.news import fallen
from eclaireurs_play.table.wall.objections import objections
from eclaireurs_play.table.wall.ratings import spreads
from eclaireurs_play.table.wall.script import path
from eclaireurs_play.table.wall.seats import AHEAD, NOW, SPOKEN, marked
from eclaireurs_play.table.wall.sheet import answers, questions
from eclaireurs_play.table.wall.unveiled import unveiled
from eclaireurs_play.table.wall.versions import CHANGED, focus
from eclaireurs_play.table.wall.zones import laid
from tests.support import rules
from tests.table.test_wall_sizes import check
from tests.table.walls import GAMES, an_end, frame, moments, the_end, walls

CANTINE = "cantine-locale"


def at(name: str, phase: str) -> list[Shown]:
    """Give the moments of a phase."""
    found = [one for one in walls(name) if one.leaf is not None and one.leaf.phase == phase]
    assert found
    return found


def sizes(scene: Scene) -> list[float]:
    return [one.size for one in scene.items if isinstance(one, Text)]


def test_every_moment_says_where_one_is_and_what_is_asked() -> None:
    for name in GAMES:
        for shown in walls(name):
            if shown.phase is not None and fallen(shown) is None:
                told = words(frame(name, shown))
                assert shown.phase.title[:20].replace("'", "’").split("’")[0] in told
                assert "12:05" in told


def test_options_are_shown_while_people_choose() -> None:
    moments = at("salle", "approbation")
    asked = [one for one in moments if choosing(one)]
    assert asked
    for shown in asked:
        told = words(frame("salle", shown))
        assert all(day in told for day in ("Lundi", "Mardi", "Jeudi"))
    assert "2 réponses sur 3" in words(frame("salle", moments[2]))


def test_what_each_person_chose_is_not_told_while_others_choose() -> None:
    """Even where it is no secret: what is first on the wall would sway those who come after."""
    seen = 0
    for name in ("salle", "une-semaine-a-la-metropole"):
        for shown in walls(name):
            found = (sight for sight in frames.SIGHTS if shown.leaf and sight(shown))
            if next(found, None) is choosing:
                told = words(frame(name, shown))
                for one in shown.made:
                    if isinstance(one.gesture, Choose | Rank | Share):
                        seen += 1
                        assert contribution_words(shown.rules, shown.state, one)[:40] not in told
    assert seen


def test_results_are_announced_as_the_next_phase_begins() -> None:
    first = at("salle", "points")[0]
    told = words(frame("salle", first))
    result = first.state.results[-1]
    assert "Décidé juste avant" in told
    for title, figure, _value in counted(first, result):
        assert title in told
        assert figure in told


def test_counts_are_listed_from_the_first_to_the_last() -> None:
    first = at("une-region-choisit", "lecture")[0]
    bars = [value for _words, _figure, value in counted(first, first.state.results[-1])]
    assert None not in bars
    assert bars == sorted(bars, reverse=True)  # type: ignore[type-var]


def test_versions_stand_side_by_side_and_what_changes_is_marked() -> None:
    shown = next(one for one in at(CANTINE, "amendements") if focus(one).parent)
    version = focus(shown)
    told = words(frame(CANTINE, shown))
    parent = next(one for one in shown.state.proposals if one.id == version.parent)
    terms = rules(CANTINE).scenario.terms
    changed = [term for term in terms if version.options[term] != parent.options[term]]
    assert changed
    assert told.count(CHANGED) >= len(changed)
    assert f"Proposition {version.id[1:]}" in told
    assert f"Proposition {parent.id[1:]}" in told


def test_effects_add_up_options_and_the_news_that_fell() -> None:
    shown = at(CANTINE, "consentement")[0]
    version, scenario = focus(shown), rules(CANTINE).scenario
    assert shown.state.active
    found = {one.title: one for one in effects(shown.rules, shown.state, version.options)}
    for name, axis in scenario.axes.items():
        picked = [scenario.terms[term].options[one] for term, one in version.options.items()]
        fell = sum(scenario.surprises[one].moves.get(name, 0) for one in shown.state.active)
        now = fell + sum(one.moves.get(name, 0) for one in picked)
        later = sum(one.later.get(name, 0) for one in picked)
        assert found[axis.title].now == pytest.approx(now)
        assert (found[axis.title].later is not None) == bool(later)
        if later:
            assert found[axis.title].later == pytest.approx(now + later)
        assert abs(now) <= found[axis.title].reach + 1e-9
        assert abs(now + later) <= found[axis.title].reach + 1e-9


def test_consent_says_where_one_stands_and_shows_objections_once_public() -> None:
    steps = set()
    known = (
        Shown(rules(CANTINE), one, "12:05") for seed in (3, 4, 5) for one in moments(CANTINE, seed)
    )
    for shown in (one for one in known if one.leaf and one.leaf.phase == "consentement"):
        leaf = shown.leaf
        assert leaf is not None
        assert leaf.step in path(shown)
        steps.add(leaf.step)
        assert ("Comprendre" in words(frame(CANTINE, shown))) or not shown.begun
        public = any(isinstance(one.gesture, Write) and objecting(one.asked) for one in shown.made)
        assert bool(objections(shown)) == public
        if leaf.step == "objection" and leaf.round == 0:
            assert not public
    assert {"clarification", "objection", "examen"} <= steps


def test_news_takes_the_whole_wall_until_someone_speaks_of_it() -> None:
    drawn = [one for one in walls(CANTINE) if fallen(one)]
    assert drawn
    for shown in drawn:
        news = fallen(shown)
        assert news is not None
        scene = frame(CANTINE, shown)
        assert max(sizes(scene)) >= 34
        assert news.title.split("'")[0] in words(scene)
    last = shown
    assert last.leaf is not None
    after = next(one for one in walls(CANTINE) if one.state.actions == last.state.actions + 1)
    assert fallen(after) is None


def test_what_is_laid_stands_in_its_zone() -> None:
    shown = at(CANTINE, "paysage")[-1]
    held = laid(shown)
    assert set(held) == set(shown.outline.zones)
    told = words(frame(CANTINE, shown))
    for one in shown.made:
        if isinstance(one.gesture, Place):
            assert any(words.startswith(one.gesture.item) for words in held[one.gesture.about])
            assert one.gesture.item in told


def test_ratings_are_marks_on_a_square_and_their_middle_is_one_of_them() -> None:
    shown = at(CANTINE, "priorites")[-1]
    (item, *_rest) = weighed(shown)
    rated = [one for one in shown.made if isinstance(one.gesture, Rate)]
    for name in ("impact", "risque"):
        given = marks(shown, item, name)
        assert len(given) == len({one.by for one in rated})
        assert set(given) <= set(range(1, 6))
    scene = frame(CANTINE, shown)
    ranked = any(isinstance(one.gesture, Rank) for one in shown.made)
    marked = {"1"} if ranked else {"A"}
    assert marked <= {one.string for one in scene.items if isinstance(one, Text)}
    assert ("L’ordre du groupe" in words(scene)) == ranked


def test_ratings_of_cards_are_shown_as_they_spread() -> None:
    shown = at("zone-logistique", "effets")[-1]
    rated = [one.gesture for one in shown.made if isinstance(one.gesture, Rate)]
    for one in spreads(shown):
        assert sum(one.counts.values()) >= 3
        assert sum(one.counts.values()) <= len(rated) * 20
    assert list(spreads(shown))
    assert not list(spreads(at("zone-logistique", "effets")[0]))


def test_a_charter_shows_what_is_kept_and_what_is_struck() -> None:
    shown = at("cantine-secheresse", "charte")[-1]
    struck = [card for one in shown.made if isinstance(one.gesture, Choose)
              for card in one.gesture.options]  # fmt: skip
    assert struck
    families = laid_out(shown)
    assert all(any(card in cards for cards in families.values()) for card in struck)
    told = words(frame("cantine-secheresse", shown))
    assert told.count("écartée") == len(struck)
    assert told.count("✗") == len(struck)


def test_a_board_shows_what_stands_and_its_alerts() -> None:
    shown = at("le-cockpit-d-orvaize", "alertes")[-1]
    told = words(frame("le-cockpit-d-orvaize", shown))
    assert "Alertes" in told
    assert "▲1" in told
    assert "a1" in told


def test_the_idea_and_the_questions_stay_on_the_wall() -> None:
    shown = at("bouton-bruit", "contributions")[-1]
    asked = questions(shown)
    assert len(asked) == 5
    told = words(frame("bouton-bruit", shown))
    for card in asked:
        assert rules("bouton-bruit").cards[card].title.split("'")[0] in told
    assert "L’idée" in told


def test_a_swap_of_roles_is_announced() -> None:
    shown = at("salle", "distribution")[-1]
    told = words(frame("salle", shown))
    for seat, seated in shown.state.seats.items():
        role = shown.rules.roles[seated.role].title
        name = shown.rules.name(seat)
        assert f"{name[:1].upper()}{name[1:]} joue : {role}" in told


def test_seats_say_who_spoke_and_whose_turn_it_is() -> None:
    moments = at("salle", "encore")
    before, after = dict(marked(moments[0])), dict(marked(moments[1]))
    first = next(iter(before))
    assert before[first] == NOW
    assert set(before.values()) <= {NOW, AHEAD}
    assert after[first] == SPOKEN
    assert "(simulé)" in words(frame("salle", moments[0]))


def test_nobody_is_named_where_nobody_is_to_know_who_writes() -> None:
    for shown in at("bouton-bruit", "contributions"):
        assert not list(marked(shown))


def test_a_pause_is_seen() -> None:
    shown = at("salle", "encore")[0]
    plain = frame("salle", shown)
    for paused in (
        replace(shown, paused=True),
        replace(shown, state=replace(shown.state, timing=Timing(paused=True))),
    ):
        scene = frame("salle", paused)
        assert "pause" in words(scene)
        assert sum(isinstance(one, Rect) for one in scene.items) == 1 + sum(
            isinstance(one, Rect) for one in plain.items
        )


def test_an_empty_table_says_what_it_waits_for() -> None:
    hidden = next(one for one in at("bouton-bruit", "contributions") if not one.begun)
    assert "Écrivez" in words(frame("bouton-bruit", hidden))
    done = next(one for one in walls("salle") if one.begun and not one.wanted and one.leaf)
    assert "Quelque chose à ajouter" in words(frame("salle", done))


def test_the_end_says_what_is_adopted() -> None:
    end = an_end("cantine-secheresse", adopted)
    version = adopted(end)
    assert version is not None
    told = words(frame("cantine-secheresse", end))
    assert "Fin de la séance" in told
    assert f"Adoptée : la proposition {version.id[1:]}" in told.replace("\u00a0", " ")
    assert reached(end) is None


def test_what_is_refused_is_told_term_by_term_and_said_not_to_be_adopted() -> None:
    end = an_end(CANTINE, refused)
    version = last_version(end)
    assert version is not None
    told = words(frame(CANTINE, end))
    assert f"Non adoptée, la dernière version : la proposition {version.id[1:]}" in told
    assert "Adoptée : la proposition" not in told
    for term in version.options:
        assert end.rules.scenario.terms[term].title.replace("'", "’") in told


def test_what_is_refused_is_not_where_the_table_stands() -> None:
    name = "cantine-secheresse"
    seed = next(one for one in range(1, 40) if refused(Shown(rules(name), moments(name, one)[-1])))
    states = moments(name, seed)
    end = Shown(rules(name), states[-1])
    assert {one.outcome.chosen for one in end.state.results if one.phase == "choix"} == {("sinon",)}
    assert refused(end)
    told = words(frame(name, end))
    assert "Aucune proposition n’est adoptée" in told
    assert "le contrat continue sans changement" in told
    assert "Là où la table en est" not in told
    asked = words(frame(name, replace(end, revealed=True)))
    assert "qui n’est pas adoptée, parmi tout ce qui pouvait se signer" in asked
    for state in states:
        shown = Shown(rules(name), state)
        if shown.leaf is not None and shown.leaf.phase == "debrief" and not shown.begun:
            assert now_at(shown) is None
            assert "Aucune proposition n’est adoptée" in words(frame(name, shown))


def test_every_seat_is_there_when_sheets_are_unveiled() -> None:
    name = "cantine-secheresse"
    end = the_end(name, revealed=True)
    found = reached(end)
    assert found is not None
    assert len(found.table.seats) == 8
    told = words(frame(name, end))
    small = words(frame(name, end, (274.0, 154.0)))
    for seat in found.table.seats:
        named = end.rules.name(seat)[1:].replace("'", "’")
        assert named in told
        assert named[:12] in small


def test_what_was_hidden_is_shown_as_it_spreads_and_names_nobody() -> None:
    for name, phase in (("zone-logistique", "themes"), ("le-cockpit-d-orvaize", "revue")):
        shown = at(name, phase)[0]
        assert unveiled(shown)
        told = words(frame(name, shown))
        assert "Dévoilé" in told
        last = shown.state.results[-1]
        end = str(getattr(shown.rules.phases[last.phase], "least_label", ""))
        assert end.replace("'", "’") in told
        seats = {one for made in last.made for one in [shown.rules.name(made.by)]}
        before = told.partition("Ont parlé")[0].partition("Dévoilé")[2]
        assert not any(one in before for one in seats)
        assert unveiled(at(name, phase)[-1]) is None
    wishes = next(
        one for one in walls("une-semaine-a-la-metropole")
        if one.state.results and one.state.results[-1].phase == "voeux" and not one.begun
    )  # fmt: skip
    assert "Dévoilé" in words(frame("une-semaine-a-la-metropole", wishes))
    assert "personnes" in words(frame("une-semaine-a-la-metropole", wishes))


def test_contributions_stay_on_the_wall_while_one_answers_to_them() -> None:
    for shown in at("bouton-bruit", "replique"):
        told = words(frame("bouton-bruit", shown))
        made = shown.state.results[-1].made
        assert made
        for one in made:
            assert one.gesture.values["piege"][:20].replace("'", "’") in told  # type: ignore[union-attr]
    assert not answers(at("bouton-bruit", "contributions")[0])


def test_a_session_without_a_version_ends_on_what_it_leaves() -> None:
    told = words(frame("zone-logistique", the_end("zone-logistique")))
    assert re.search(r"Ce qu’il faut vérifier \(\d+\)", told)
    told = words(frame("bouton-bruit", the_end("bouton-bruit")))
    assert "On continue ?" in told.replace("\u202f", " ").replace("\u00a0", " ")
    assert "Une idée bien posée" in told


def test_what_people_put_in_order_is_there_whole() -> None:
    for name, phase in (
        ("une-semaine-a-la-metropole", "voeux"),
        ("une-region-choisit", "bulletins"),
    ):
        for shown in at(name, phase):
            if choosing(shown):
                told = words(frame(name, shown))
                assert "autres" not in told.partition("Dans l’ordre")[0]
                (first, *_rest) = shown.wanted or shown.offers
                for one in options(shown, first.ask).values():
                    assert one.split()[-1].replace("'", "’") in told


def test_only_those_asked_are_counted() -> None:
    for name in GAMES:
        for shown in walls(name):
            asked = {one.actor for one in shown.offers if one.ask.do == "choose"}
            if shown.leaf and choosing(shown) and asked == {FACILITATOR}:
                assert "0 réponse sur" not in words(frame(name, shown))


def test_a_long_heading_takes_two_lines() -> None:
    scene = frame("zone-logistique", the_end("zone-logistique"))
    assert not any(isinstance(one, Text) and one.string.endswith("…") for one in scene.items)


def test_the_agreement_stands_against_the_best_compromises() -> None:
    end = the_end(CANTINE, revealed=True)
    found = reached(end)
    assert found is not None
    best = frontier(found.table, uncrossed(found.table))
    for row, (low, high) in enumerate(found.spans):
        on_it = found.table.satisfaction[row, best]
        assert low == on_it.min()
        assert high == on_it.max()
    for better, here in zip(found.better, found.standing.satisfaction, strict=True):
        assert better >= here
    told = words(frame(CANTINE, end))
    for seat in found.table.seats:
        name = end.rules.name(seat)
        assert f"{name[:1].upper()}{name[1:]}".replace("'", "’") in told.replace("'", "’")
    assert told.count(" %") >= len(found.table.seats)


def test_a_card_alone_fills_the_wall_on_any_screen() -> None:
    shown = next(one for one in walls("salle") if one.state.seen)
    alone = replace(shown, zoom=shown.state.seen[0])
    for size in ((480.0, 270.0), (270.0, 480.0), (240.0, 135.0)):
        (card,) = frame("salle", alone, size).items
        assert card.x >= 0  # type: ignore[union-attr]
        assert card.x + card.width * card.scale <= size[0] + 1e-6  # type: ignore[union-attr]
    assert frame("salle", replace(shown, zoom="XX-99")).items == frame("salle", shown).items


def test_sights_are_found_in_all_the_games_together() -> None:
    """No sight is there for nothing: each is drawn at some moment of some game."""
    used = {sight for name in GAMES for shown in walls(name) for sight in frames.SIGHTS
            if shown.leaf is not None and sight(shown)}  # fmt: skip
    assert used == set(frames.SIGHTS)


def test_endless_notes_and_words_are_cut_and_drawn_at_once() -> None:
    shown = next(one for one in at("salle", "paysage") if one.made)
    assert shown.leaf is not None
    last = shown.made[-1]
    for text in ("été " * 1250, "é" * 5000, "👩‍🌾" * 900):
        told = replace(last, gesture=Write("besoins", text))
        leaf = replace(shown.leaf, made=(*shown.made, *(told for _more in range(200))))
        long = replace(shown, state=replace(shown.state, leaf=leaf))
        for size in ((480.0, 270.0), (240.0, 135.0)):
            began = perf_counter()
            check(frame("salle", long, size), missing=True)
            assert perf_counter() - began < 2
