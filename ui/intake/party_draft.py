"""From the fields of one person to what the service takes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from services.people import (
    BirthPrecision,
    ContactDraft,
    ContactKind,
    GivenBy,
    PersonDetail,
    PersonDraft,
    as_stored,
)
from ui.intake.party_fields import PartyFields
from ui.intake.party_more import PartyMore


@dataclass(frozen=True, slots=True)
class Typed:
    """The two forms of one person; `known` is the stored one, whose facts are sent only while `is_editing`.

    `places`: the place in the file of each block by its number, to name who gave a contact (P-9).
    """

    fields: PartyFields
    more: PartyMore
    known: PersonDetail | None
    is_editing: bool
    places: Mapping[int, int]

    def person(self) -> PersonDraft:
        contacts = self.contacts()
        if self.known is not None and not self.is_editing:
            return as_stored(self.known.id, *contacts)
        base = self.known.draft() if self.known is not None else PersonDraft()
        fields, more, birth = self.fields, self.more, self.fields.birth()
        unknown, number = fields.is_name_unknown(), fields.text("identity")
        return replace(
            base,
            given_name="" if unknown else fields.text("given_name"),
            family_name="" if unknown else fields.text("family_name"),
            father_name=fields.text("father_name"),
            is_name_unknown=unknown,
            id_kind=fields.kind_of_paper(base.id_kind),
            id_reason=more.text("id_reason"),
            national_code=number if fields.identity.is_national() else "",
            other_id_no="" if fields.identity.is_national() else number,
            is_card_seen=more.is_ticked("is_card_seen"),
            birth_on=birth.date if birth else None,
            birth_precision=BirthPrecision(birth.precision) if birth else None,
            sex=more.text("sex") or base.sex,
            marital_status=more.text("marital_status"),
            education=more.text("education"),
            occupation_status=more.text("occupation_status"),
            occupation_title=more.text("occupation_title"),
            language=more.text("language"),
            nationality=more.text("nationality"),
            needs_interpreter=True if more.is_ticked("needs_interpreter") else base.needs_interpreter,
            can_read=more.can_read(base.can_read),
            is_staff_relative=more.is_ticked("is_staff_relative"),
            contacts=contacts,
        )

    def contacts(self) -> tuple[ContactDraft, ...]:
        """What is new: a contact shown from what is stored is left as it is (P-9)."""
        stored = {one.value for one in self.known.contacts if not one.is_masked} if self.known else set()
        phone, address = self.fields.text("phone"), self.more.text("address")
        is_told = self.more.has_text("safe_hours", "code_word")
        found = []
        if (phone and phone not in stored) or is_told:
            found.append(self._contact(ContactKind.MOBILE, phone))
        if (address and address not in stored) or self.more.has_text("postal_code"):
            found.append(self._contact(ContactKind.ADDRESS, address))
        return tuple(found)

    def field_of(self, path: str) -> str:
        """The field beside which a service's error belongs: `path` is what stands after `parties.N.`."""
        key = path.removeprefix("person.")
        if key.startswith("contacts."):
            _, number, key = key.split(".", 2)
            kinds = [contact.kind for contact in self.contacts()]
            is_address = int(number) < len(kinds) and kinds[int(number)] is ContactKind.ADDRESS
            if key == "value":
                return "address" if is_address else "phone"
        return _FIELD_OF.get(key, key)

    def _contact(self, kind: ContactKind, value: str) -> ContactDraft:
        giver, person, party = self._giver()
        more, is_address = self.more, kind is ContactKind.ADDRESS
        return ContactDraft(
            kind=kind,
            value=value,
            postal_code=more.text("postal_code") if is_address else "",
            owner=("" if is_address else more.text("owner")) or "own",
            safe_hours="" if is_address else more.text("safe_hours"),
            code_word="" if is_address else more.text("code_word"),
            is_confidential=is_address and (more.is_ticked("is_confidential") or self._hides_address()),
            given_by=giver,
            given_by_person_id=person,
            given_by_party=party,
        )

    def _hides_address(self) -> bool:
        """Who once had a confidential address gets every later one so, until it is opened on purpose (P-8)."""
        stored = self.known.contacts if self.known is not None else ()
        return any(one.kind is ContactKind.ADDRESS and one.is_confidential for one in stored)

    def _giver(self) -> tuple[GivenBy, UUID | None, int | None]:
        kind, _, number = self.more.text("given_by").partition(":")
        if kind != GivenBy.PERSON.value:
            return (GivenBy(kind) if kind else GivenBy.SELF), None, None
        place = self.places.get(int(number))
        return (GivenBy.PERSON, None, place) if place is not None else (GivenBy.STAFF, None, None)


_FIELD_OF = {
    "national_code": "identity",
    "other_id_no": "identity",
    "id": "given_name",
    "can_read": "literacy",
    "relation": "role",
    "side": "role",
}
