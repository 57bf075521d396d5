"""What may be said in a gesture: each domain judges a gesture and can sample one.

`mistake(gesture)` gives a French sentence when the gesture is out of the domain, else "".
"""

from eclaireurs_play.engine.domains.base import Luck, Nothing, suggest
from eclaireurs_play.engine.domains.cards import Items, Pile, Shown
from eclaireurs_play.engine.domains.choices import Options, Order, Rail, Terms
from eclaireurs_play.engine.domains.forms import Blanks, value_mistake
from eclaireurs_play.engine.domains.making import Making, Narrowed
from eclaireurs_play.engine.domains.quantities import Amounts, Scale
from eclaireurs_play.engine.domains.words import Objection, Text
from eclaireurs_play.engine.lots import Lot

__all__ = [
    "Amounts",
    "Blanks",
    "Domain",
    "Items",
    "Lot",
    "Luck",
    "Making",
    "Narrowed",
    "Nothing",
    "Objection",
    "Options",
    "Order",
    "Pile",
    "Rail",
    "Scale",
    "Shown",
    "Terms",
    "Text",
    "suggest",
    "value_mistake",
]

Domain = (
    Pile
    | Shown
    | Text
    | Lot
    | Options
    | Items
    | Order
    | Amounts
    | Terms
    | Objection
    | Scale
    | Blanks
    | Making
    | Nothing
)
