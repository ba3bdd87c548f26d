"""Role and relation in one choice: «wife», «neighbour», «brother or sister»; the other side's is proposed.

A row is named `role:<code>` or `relation:<code>`; what it means depends on the side, so it is resolved when the
draft is made. Everything is read from the behaviour columns of `party_role` and `relation`.
"""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.cases import Side
from services.codes.service import Code
from ui.widgets.choice_edit import Choice

_ROLE, _RELATION = "role", "relation"

_SIDES = str(QT_TRANSLATE_NOOP("Roles", "The sides of the matter"))
_COUPLE = str(QT_TRANSLATE_NOOP("Roles", "Couple and children"))
_KIN = str(QT_TRANSLATE_NOOP("Roles", "Relatives"))
_PLACE = str(QT_TRANSLATE_NOOP("Roles", "Neighbourhood, work and contracts"))
_OTHERS = str(QT_TRANSLATE_NOOP("Roles", "Beside the matter"))

_HEADINGS = (_SIDES, _COUPLE, _KIN, _PLACE, _OTHERS)
_HEADING_OF_ROLE = {"general": _SIDES, "complaint": _SIDES, "couple": _COUPLE, "parent_child": _COUPLE, "kin": _KIN}
_HEADING_OF_RELATION = {"partner": _COUPLE, "kin": _KIN, "in_law": _KIN, "guardianship": _KIN}


class RoleBook:
    """The roles and relations of one unit, as the intake offers them."""

    def __init__(self, roles: Iterable[Code], relations: Iterable[Code]) -> None:
        self._roles = {role.code: role for role in roles}
        self._relations = {relation.code: relation for relation in relations}
        self._choices = self._build()

    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def resolve(self, code: str, side: Side) -> tuple[str, str]:
        """Role and relation of a chosen row for a party on `side`; the plain role of the side for no row."""
        kind, _, name = code.partition(":")
        if kind == _ROLE and name in self._roles:
            return name, str(self._roles[name].does("relation") or "")
        if kind == _RELATION and name in self._relations:
            return self._role_for(self._relations[name], side), name
        return self._plain(side), ""

    def opposite(self, code: str) -> str:
        """The row proposed for the other side, "" for none."""
        kind, _, name = code.partition(":")
        if kind == _ROLE and name in self._roles:
            other = str(self._roles[name].does("opposite") or "")
            return f"{_ROLE}:{other}" if other in self._roles else ""
        if kind == _RELATION and name in self._relations:
            return self._row_of_relation(str(self._relations[name].does("inverse") or ""))
        return ""

    def row_of_role(self, role: str) -> str:
        return f"{_ROLE}:{role}" if role in self._roles else ""

    def sex(self, code: str) -> str:
        """The only sex that fits, "" where either does."""
        kind, _, name = code.partition(":")
        return str(self._roles[name].does("sex") or "") if kind == _ROLE and name in self._roles else ""

    def takes_no_side(self, code: str) -> bool:
        """Children, witnesses, companions: beside the two sides."""
        kind, _, name = code.partition(":")
        return kind == _ROLE and name in self._roles and self._roles[name].does("side") == Side.NONE

    def _build(self) -> tuple[Choice, ...]:
        said = {role.does("relation") for role in self._roles.values()}
        rows: dict[str, list[Choice]] = {heading: [] for heading in _HEADINGS}
        for role in self._roles.values():
            heading = self._heading_of_role(role)
            if role.code != self._kin_role():
                rows[heading].append(self._choice(_ROLE, role, heading))
        for relation in self._relations.values():
            if relation.code not in said:
                heading = _HEADING_OF_RELATION.get(str(relation.does("group")), _PLACE)
                rows[heading].append(self._choice(_RELATION, relation, heading))
        return tuple(choice for heading in _HEADINGS for choice in rows[heading])

    @staticmethod
    def _choice(kind: str, code: Code, heading: str) -> Choice:
        return Choice(f"{kind}:{code.code}", code.label, QCoreApplication.translate("Roles", heading))

    @staticmethod
    def _heading_of_role(role: Code) -> str:
        if not role.does("is_party"):
            return _OTHERS
        return _HEADING_OF_ROLE.get(str(role.does("group")), _PLACE)

    def _row_of_relation(self, relation: str) -> str:
        """A relation that a role says by itself is shown as the role."""
        if relation not in self._relations:
            return ""
        saying = (role for role in self._roles.values() if role.does("relation") == relation)
        role = next((role.code for role in saying if not role.does("sex")), "")
        return f"{_ROLE}:{role}" if role else f"{_RELATION}:{relation}"

    def _role_for(self, relation: Code, side: Side) -> str:
        is_kin = _HEADING_OF_RELATION.get(str(relation.does("group"))) == _KIN
        return self._kin_role() if is_kin else self._plain(side)

    def _kin_role(self) -> str:
        """The role of relatives: how they are related is the relation."""
        return next(
            (r.code for r in self._roles.values() if r.does("group") == "kin" and not r.does("protection")), ""
        )

    def _plain(self, side: Side) -> str:
        """The general role of side a, for the other side its opposite; beside both one that says no more."""
        if side is Side.NONE and (beside := self._beside()):
            return beside
        first = next((r for r in self._roles.values() if r.does("group") == "general" and r.does("is_party")), None)
        if first is None:
            return ""
        return str(first.does("opposite")) if side is Side.B else first.code

    def _beside(self) -> str:
        beside = (r for r in self._roles.values() if r.does("side") == Side.NONE and r.does("group") == "other")
        return next((r.code for r in beside if r.does("is_party")), "")
