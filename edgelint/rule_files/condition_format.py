"""The format of the conditions of a rule."""

from edgelint.rule_files.formats import Anything, Choice, Either, Flag, ListOf, Number, one_or_list
from edgelint.rule_files.records import Alternatives, Demand, Field, Keyed, Record, Shared, need, sole
from edgelint.rule_files.rule_texts import CAPTURE, FIELD, NAME, PATH, PLACE, REGEX

KINDS = (
    "whole-number", "placeholder", "text", "number", "boolean", "list", "object", "null", "quantity", "dns-label",
    "service-name", "env-name", "share-name",
)  # fmt: skip
"""The words of the operator `is`."""

CONDITIONS: dict[str, Keyed] = {}
"""The shared format `condition`, which holds itself."""

CONDITION = Shared("condition", CONDITIONS)
WHERE = ListOf(CONDITION, at_least=0)
WHERE_FIELD = Field(WHERE, "All of these must hold")

_CASE = Field(Choice(("ignore",)), "Compare without regard to upper and lower case")
_OPERATORS = {
    "exists": need(Flag(), "Whether the path finds a value"),
    "equals": need(Anything(), "The value; a whole '{x}' keeps its type"),
    "in": need(ListOf(Anything()), "The values, one of which it is"),
    "matches": need(REGEX, "A regular expression that is found in the value"),
    "is": need(Choice(KINDS), "What the value is"),
    "above": need(Either(str, CAPTURE, Number()), "A number or a whole '{x}' that the value exceeds"),
}
_NOT = Alternatives({word: Record({word: field}) for word, field in _OPERATORS.items()})
_OF_PLACES = {**_OPERATORS, "not": need(_NOT, "One operator that does not hold")}
_OF_TEXTS = ("equals", "in", "matches", "not")
_PLACE = {"at": need(PLACE, "A path from @ or $, or a whole capture '{x}'")}
TEST = Alternatives(
    {
        word: Record({**_PLACE, word: field, **({"case": _CASE} if word in _OF_TEXTS else {})})
        for word, field in _OF_PLACES.items()
    }
)

_ROWS = {
    "select": need(one_or_list(PATH), "The rows to look at"),
    "in": Field(Choice(("module", "manifest")), "What $ is in `select`; without it, what it is in the rule"),
    "where": WHERE_FIELD,
}
_AS = {"as": Field(NAME, "The name under which the row found is kept")}
_FIELDS = ListOf(FIELD)
_EARLIER = Record(
    {
        "same": Field(_FIELDS, "Fields that are equal in both rows"),
        "differ": Field(_FIELDS, "Fields that are not equal in both rows"),
    },
    Demand(lambda data: None if data else "needs same, differ or both", {"minProperties": 1}),
)
_TOTAL = Record(
    {
        "of": need(FIELD, "The field that is added up over all rows selected"),
        "above": need(Number(), "The number that the sum exceeds"),
    }
)


CONDITIONS["condition"] = Alternatives(
    {
        "at": TEST,
        "any": sole("any", ListOf(CONDITION), "At least one of these holds"),
        "all": sole("all", ListOf(CONDITION), "All of these hold"),
        "not": sole("not", CONDITION, "This does not hold"),
        "some": sole("some", Record({**_ROWS, **_AS}), "At least one such row exists"),
        "none": sole("none", Record(_ROWS), "No such row exists"),
        "only": sole("only", Record({**_ROWS, **_AS}), "Exactly one such row exists"),
        "earlier": sole("earlier", _EARLIER, "An earlier row of this selection compares so"),
        "total": sole("total", _TOTAL, "The rows of this selection add up to more"),
    }
)
