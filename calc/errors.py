"""The error of the arithmetic: a code and figures, without a sentence."""


class CalcError(ValueError):
    """An input from which no figure can be computed.

    Commands choose a sentence by ``code`` and fill it from ``facts``.

    Attributes:
        code: stable ``thing.fault`` name of what is wrong, such as ``price.out_of_range``.
        facts: the offending figures by name, units as in the function that raised.
    """

    code: str
    facts: dict[str, float | str]

    def __init__(self, code: str, **facts: float | str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __repr__(self) -> str:
        shown = "".join(f", {name}={value!r}" for name, value in self.facts.items())
        return f"CalcError({self.code!r}{shown})"

    __str__ = __repr__
