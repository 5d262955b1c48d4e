"""The forms of names in one language: ``commands/catalogs/<language>/grammar.json``.

Only a language that inflects needs the file. ``classes`` are what a translation may choose by,
``forms`` what it may ask for::

    {"classes": ["f", "m", "pl"], "forms": ["gen"],
     "holders": {"jp": {"classes": ["f"], "forms": {"gen": "Японии"}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, model_validator

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

FILE = "grammar.json"


class NameForms(BaseModel):
    """One name.

    Attributes:
        name: Instead of CLDR's, where that reads oddly in a sentence.
        classes: Gender and number, by which other words change.
        forms: The name in other forms.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None = None
    classes: tuple[str, ...] = ()
    forms: dict[str, str] = {}


class Grammar(BaseModel):
    """What a language knows of names.

    Attributes:
        classes: Every class, at least one of which each name has.
        forms: Every form, all of which each name has.
        holders: The names of holders by lower-case ISO code.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    classes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    holders: dict[str, NameForms] = {}

    @model_validator(mode="after")
    def _check(self) -> Self:
        for key, name in self.holders.items():
            unknown = set(name.classes) - set(self.classes)
            if unknown or (self.classes and not name.classes):
                msg = f"{key}: the classes {name.classes} are not some of {self.classes}"
                raise ValueError(msg)
            if set(name.forms) != set(self.forms):
                msg = f"{key}: the forms are not {self.forms}"
                raise ValueError(msg)
        return self


NO_GRAMMAR = Grammar()


def load_grammar(folder: Path) -> Grammar:
    """The grammar of a language; an empty one where it has no file.

    Raises:
        ValueError: The file is wrong.
    """
    file = folder / FILE
    return Grammar.model_validate_json(file.read_bytes()) if file.exists() else NO_GRAMMAR
