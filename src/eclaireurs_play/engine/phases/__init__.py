"""The kinds of phase: one module each, one registry."""

from collections.abc import Mapping
from typing import Any

from eclaireurs_play.engine.phases.allocate import AllocateKind
from eclaireurs_play.engine.phases.amend import AmendKind
from eclaireurs_play.engine.phases.assign import AssignKind
from eclaireurs_play.engine.phases.base import Kind
from eclaireurs_play.engine.phases.cards import CardsKind
from eclaireurs_play.engine.phases.cast import CastKind
from eclaireurs_play.engine.phases.charter import CharterKind
from eclaireurs_play.engine.phases.compose import ComposeKind
from eclaireurs_play.engine.phases.consent import ConsentKind
from eclaireurs_play.engine.phases.dashboard import DashboardKind
from eclaireurs_play.engine.phases.debrief import DebriefKind
from eclaireurs_play.engine.phases.gate import GateKind
from eclaireurs_play.engine.phases.join import JoinKind
from eclaireurs_play.engine.phases.position import PositionKind
from eclaireurs_play.engine.phases.prioritise import PrioritiseKind
from eclaireurs_play.engine.phases.propose import ProposeKind
from eclaireurs_play.engine.phases.record import RecordKind
from eclaireurs_play.engine.phases.roleplay import RoleplayKind
from eclaireurs_play.engine.phases.sort import SortKind
from eclaireurs_play.engine.phases.sortition import SortitionKind
from eclaireurs_play.engine.phases.surprise import SurpriseKind
from eclaireurs_play.engine.phases.survey import SurveyKind
from eclaireurs_play.engine.phases.synthesise import SynthesiseKind
from eclaireurs_play.engine.phases.trigger import TriggerKind
from eclaireurs_play.engine.phases.vote import VoteKind
from eclaireurs_play.model.phases import (
    Allocate,
    Amend,
    Assign,
    Cards,
    Cast,
    Charter,
    Compose,
    Consent,
    Dashboard,
    Debrief,
    Gate,
    Join,
    PhaseBase,
    Position,
    Prioritise,
    Propose,
    Record,
    Roleplay,
    Sort,
    Sortition,
    Surprise,
    Survey,
    Synthesise,
    Trigger,
    Vote,
)

KINDS: Mapping[type[PhaseBase], Kind[Any]] = {
    Allocate: AllocateKind(),
    Amend: AmendKind(),
    Assign: AssignKind(),
    Cards: CardsKind(),
    Cast: CastKind(),
    Charter: CharterKind(),
    Compose: ComposeKind(),
    Consent: ConsentKind(),
    Dashboard: DashboardKind(),
    Debrief: DebriefKind(),
    Gate: GateKind(),
    Join: JoinKind(),
    Position: PositionKind(),
    Prioritise: PrioritiseKind(),
    Propose: ProposeKind(),
    Record: RecordKind(),
    Roleplay: RoleplayKind(),
    Sort: SortKind(),
    Sortition: SortitionKind(),
    Surprise: SurpriseKind(),
    Survey: SurveyKind(),
    Synthesise: SynthesiseKind(),
    Trigger: TriggerKind(),
    Vote: VoteKind(),
}
