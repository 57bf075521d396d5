"""Forms: one widget per domain of the engine, never one per kind of phase."""

from collections.abc import Mapping

from eclaireurs_play.engine.domains import (
    Amounts,
    Blanks,
    Items,
    Lot,
    Making,
    Nothing,
    Objection,
    Options,
    Order,
    Pile,
    Scale,
    Shown,
    Terms,
    Text,
)
from eclaireurs_play.table.forms.base import Asked, Done, Form, Maker
from eclaireurs_play.table.forms.blanks import BlanksForm
from eclaireurs_play.table.forms.cards import ItemsForm, NothingForm, PileForm, ShownForm
from eclaireurs_play.table.forms.choosing import OptionsForm, OrderForm
from eclaireurs_play.table.forms.making import MakingForm
from eclaireurs_play.table.forms.quantities import AmountsForm, ScaleForm
from eclaireurs_play.table.forms.terms import TermsForm
from eclaireurs_play.table.forms.writing import WordsForm

__all__ = ["FORMS", "Asked", "Done", "Form", "form_for"]

FORMS: Mapping[type, Maker] = {
    Amounts: AmountsForm,
    Blanks: BlanksForm,
    Items: ItemsForm,
    Lot: WordsForm,
    Making: MakingForm,
    Nothing: NothingForm,
    Objection: WordsForm,
    Options: OptionsForm,
    Order: OrderForm,
    Pile: PileForm,
    Scale: ScaleForm,
    Shown: ShownForm,
    Terms: TermsForm,
    Text: WordsForm,
}
"""The widget of each domain."""


def form_for(asked: Asked, done: Done) -> Form:
    """Make the form that answers an ask; `done` is called when a press is enough to make it."""
    return FORMS[type(asked.ask.domain)](asked, done)
