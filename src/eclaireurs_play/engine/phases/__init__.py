"""The kinds of phase: one module each, one registry."""

from collections.abc import Mapping
from typing import Any

from eclaireurs_play.engine.phases.base import Kind
from eclaireurs_play.engine.phases.cards import CardsKind
from eclaireurs_play.engine.phases.cast import CastKind
from eclaireurs_play.engine.phases.debrief import DebriefKind
from eclaireurs_play.engine.phases.gate import GateKind
from eclaireurs_play.engine.phases.position import PositionKind
from eclaireurs_play.engine.phases.record import RecordKind
from eclaireurs_play.engine.phases.sort import SortKind
from eclaireurs_play.engine.phases.synthesise import SynthesiseKind
from eclaireurs_play.model.phases import (
    Cards,
    Cast,
    Debrief,
    Gate,
    PhaseBase,
    Position,
    Record,
    Sort,
    Synthesise,
)

KINDS: Mapping[type[PhaseBase], Kind[Any]] = {
    Gate: GateKind(),
    Cast: CastKind(),
    Cards: CardsKind(),
    Record: RecordKind(),
    Position: PositionKind(),
    Sort: SortKind(),
    Synthesise: SynthesiseKind(),
    Debrief: DebriefKind(),
}
