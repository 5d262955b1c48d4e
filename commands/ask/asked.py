"""What a short answer of ``/ask`` is about: who asks, the holder, a yield."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc import Scenario
from commands.common.answer import Button
from commands.common.custom_id import SHOW
from commands.common.text.names import holder_name
from commands.holders.buttons import holders_id
from commands.learn.buttons import term_id
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from calc.market import Holder
    from commands.common.command import Request


@dataclass(frozen=True, slots=True)
class Asked:
    """What an article is about.

    Args:
        request: Who asks.
        holder: Who is spoken of; the largest when nobody is.
        rate: A yield, decimal; None where none is spoken of.
    """

    request: Request
    holder: Holder
    rate: float | None = None

    def gettext(self, message: str, **values: object) -> str:
        """A sentence of the asker's language."""
        return self.request.translator.gettext(message, **values)

    @property
    def who(self) -> str:
        """The holder inside a sentence."""
        return holder_name(self.holder, self.request.translator)

    @property
    def all_of_it(self) -> Scenario:
        """The holder selling everything, in a month."""
        return Scenario(self.holder.key, round(self.holder.latest.usd))

    @property
    def held(self) -> str:
        """What the holder has."""
        return self.request.translator.money(self.holder.latest.usd, 3)

    @property
    def share(self) -> str:
        """What the holder has, of all Treasuries on the market."""
        usd = self.request.snapshot.marketable_usd
        return self.request.translator.percent(self.holder.latest.usd / usd)

    @property
    def falls_due(self) -> str:
        """The share of the debt that falls due within a year."""
        value = self.request.snapshot.facts["due_within_12_months"].value
        return self.request.translator.percent(value)

    def sale_button(self) -> Button:
        """What if the holder sold all of it."""
        label = self.gettext("If {who} sold all", who=self.who)
        return Button(label, scenario_id(SHOW, self.all_of_it))

    def holder_button(self) -> Button:
        """What the holder has."""
        label = self.gettext("What {who} holds", who=self.who)
        return Button(label, holders_id(SHOW, self.holder.key))

    def term_button(self, label: str, key: str) -> Button:
        """What a word means."""
        return Button(self.gettext(label), term_id(SHOW, key))
