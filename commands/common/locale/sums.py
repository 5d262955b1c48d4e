"""Sums of US dollars in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale import numbers
from commands.common.locale.money import LEAST_USD, MoneyScale, billion, scale_of, short_scale_of
from commands.common.locale.rounding import round_significant
from commands.common.locale.sentences import Sentences

if TYPE_CHECKING:
    from commands.common.locale.values import Shown


class Sums(Sentences):
    """Says sums of US dollars."""

    def money(self, usd: float, figures: int = 2) -> Shown:
        """US dollars in words: ``$7.1 billion``."""
        size = round_significant(abs(usd), figures)
        if size < LEAST_USD:
            return self.less_than(self.exact_money(LEAST_USD))
        scale = scale_of(size, self.locale)
        number = self._significant(size, scale, figures)
        return self._in_dollars(scale.worded(number, self.locale), number, is_negative=usd < 0)

    def money_range(self, least: float, most: float) -> Shown:
        """Two sums, the unit once where they share it: ``$2.2 to $30 billion``."""
        low, high = (round_significant(value) for value in (least, most))
        if low < LEAST_USD or scale_of(low, self.locale) != scale_of(high, self.locale):
            return self.between(self.money(least), self.money(most))
        scale = scale_of(high, self.locale)
        low_number, number = (self._significant(size, scale, 2) for size in (low, high))
        text = self.gettext(
            # TRANSLATORS: Sums of US dollars: $2.2 to $30 billion. {high} has the word for billion.
            "${low} to ${high}",
            low=scale.worded(low_number, self.locale) if scale.is_attached else low_number,
            high=scale.worded(number, self.locale),
        )
        return self._counted(text, number)

    def short_money(self, usd: float, figures: int = 2) -> Shown:
        """US dollars for narrow places: ``$7.1bn``."""
        size = round_significant(abs(usd), figures)
        if size < LEAST_USD:
            return self.less_than(self._short(short_scale_of(LEAST_USD, self.locale), "1"))
        scale = short_scale_of(size, self.locale)
        number = self._significant(size, scale, figures)
        return self._short(scale, number, is_negative=usd < 0)

    def brief_money(self, usd: float) -> Shown:
        """US dollars of a question for narrow places: three figures at most, no trailing zeros."""
        shown = round_significant(usd, 3)
        figures = next(n for n in (1, 2, 3) if n == 3 or round_significant(usd, n) == shown)
        # A whole number keeps its zeros: 200, not 2e2.
        return self.short_money(usd, figures)

    def exact_money(self, usd: float) -> Shown:
        """US dollars somebody typed or a table printed: up to five decimals, no trailing zeros."""
        scale = scale_of(max(abs(usd), LEAST_USD), self.locale)
        number = numbers.trimmed(scale.number(usd), 5, self.locale, grouped=scale.is_grouped)
        return self._in_dollars(scale.worded(number, self.locale), number)

    def billions(self, usd: float) -> Shown:
        """US dollars in whole billions, as budget tables print them: ``$2,144 billion``."""
        scale = billion(self.locale)
        if scale is None:
            return self.exact_money(round(usd, -9))
        number = numbers.fixed(scale.number(usd), 0, self.locale)
        return self._in_dollars(scale.worded(number, self.locale), number)

    def _significant(self, size: float, scale: MoneyScale, figures: int) -> str:
        grouped = scale.is_grouped
        return numbers.significant(scale.number(size), figures, self.locale, grouped=grouped)

    def _in_dollars(self, amount: str, number: str, *, is_negative: bool = False) -> Shown:
        # TRANSLATORS: A sum of US dollars; {amount} is, for example, 200 billion.
        text = self.gettext("${amount}", amount=amount)
        return self._counted(f"-{text}" if is_negative else text, number)

    def _short(self, scale: MoneyScale, number: str, *, is_negative: bool = False) -> Shown:
        # TRANSLATORS: The same for narrow places; {short_amount} is, for example, 200bn.
        text = self.gettext("${short_amount}", short_amount=scale.worded(number, self.locale))
        return self._counted(f"-{text}" if is_negative else text, number)
