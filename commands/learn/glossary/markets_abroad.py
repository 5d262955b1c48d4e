"""Terms of the world around: currencies, reserves, fear and what spreads."""

from __future__ import annotations

from typing import Final

from commands.common.translator import N_
from commands.learn.glossary.term import Term

WORLD: Final = (
    Term(
        "reservecurrency",
        N_("Reserve currency"),
        N_(
            "This is money that other states keep for bad days and for trade. The dollar leads, so"
            " Treasuries find buyers all over the world."
        ),
        N_(
            "Those abroad keep {foreign_held} in Treasuries. One study of losing that role: long"
            " yields {worst_rise} points higher, the dollar {worst_fall}% lower."
        ),
        ("reserves", "foreign reserves", "currency reserves", "外汇储备"),
        ("dollar", "foreignofficial", "safehaven"),
        "holders",
    ),
    Term(
        "dollar",
        N_("The dollar"),
        N_(
            "The dollar's value is what other money it buys. It may rise when US yields rise,"
            " because saving in dollars then earns more."
        ),
        N_("At 150 yen a dollar, $1 billion is 150 billion yen. At 130 it is 130 billion."),
        ("us dollar", "exchange rate", "usd", "greenback", "美元"),
        ("intervention", "reservecurrency", "emergingdebt"),
        "yen",
    ),
    Term(
        "intervention",
        N_("Intervention"),
        N_(
            "In an intervention a government buys or sells its own money to move the exchange rate."
            " Japan sells dollars for yen when it finds the yen too weak."
        ),
        N_(
            "In {intervention_when} Japan sold {intervention_sold} of dollar assets. The ten-year"
            " US yield then went from {intervention_before} to {intervention_after}."
        ),
        ("currency intervention", "fx intervention", "yen intervention", "干预"),
        ("dollar", "foreignofficial", "fima"),
        "yen",
    ),
    Term(
        "safehaven",
        N_("Safe haven"),
        N_(
            "A safe haven is what people buy when they are afraid. Treasuries usually rise then,"
            " and doubt begins when they fall together with shares."
        ),
        N_(
            "In March 2020 the ten-year yield rose {dash_rise} points in {dash_days} days, because"
            " holders needed cash. Then the Fed bought."
        ),
        ("safe asset", "flight to quality", "避险"),
        ("reservecurrency", "liquidity", "rating"),
        "history",
    ),
    Term(
        "contagion",
        N_("Contagion"),
        N_(
            "Contagion means that one sale makes others sell. Each fall of the price scares further"
            " holders, until buyers find it cheap."
        ),
        N_(
            "If half as much again were sold by others, Japan's $200 billion would become $300"
            " billion."
        ),
        ("spillover", "others follow", "panic", "bank run", "feedback loop"),
        ("liquidity", "safehaven", "elasticity"),
    ),
    Term(
        "emergingdebt",
        N_("Emerging market debt"),
        N_(
            "Many countries borrow in dollars. When the dollar or US yields rise, those"
            " debts cost more in their own money."
        ),
        N_("A debt of $100 costs 2,000 pesos at 20 a dollar. At 22 it costs 2,200, a tenth more."),
        ("emerging markets", "dollar debt", "新兴市场"),
        ("dollar", "contagion", "yield"),
        "ripple",
    ),
)
