"""The use-cases about persons."""

from uuid import UUID

from models.person import Person
from services.actor import Actor, Right
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.people.access import require_visible_case, same_person_ids, visible_person
from services.people.likeness import likely_same
from services.people.merging import differing, merge
from services.people.naming import person_row
from services.people.reading import person_detail
from services.people.relations import set_relation
from services.people.saving import save_person
from services.people.shapes import Comparison, Likeness, MergeDraft, PersonDetail, PersonDraft, PersonRow
from services.people.suggesting import suggest
from services.typed import REASON, line
from services.unit_of_work import UnitOfWork


class People:
    """The persons of one unit, as each actor may know them."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def suggest(self, actor: Actor, text: str, limit: int = 8) -> tuple[PersonRow, ...]:
        """Persons as one types: any spelling, digits or keyboard layout, a code, a phone. Not recorded."""
        with self._uow.read(actor, Right.CASE_FIND) as tx:
            return suggest(tx, text, limit)

    def likely_same(self, actor: Actor, draft: PersonDraft) -> tuple[Likeness, ...]:
        """Stored persons who may be the drafted one, with the reasons, the surest first. Not recorded."""
        with self._uow.read(actor, Right.CASE_FIND) as tx:
            return likely_same(tx, draft)

    def get(self, actor: Actor, person_id: UUID, case_id: UUID | None = None) -> PersonDetail:
        """A person's page, contacts as they hold in the file `case_id`; the opening is recorded.

        `NotFoundError` for a person whom the actor may not know.
        """
        with self._uow.read_recorded(actor, Right.PERSON_READ) as tx:
            person = visible_person(tx, person_id)
            tx.record("person.open", "person", person.id)
            return person_detail(tx, self._codes.of(actor), person, case_id)

    def save(self, actor: Actor, draft: PersonDraft, case_id: UUID | None = None) -> Done[PersonDetail]:
        """Store a new person or the edit of a known one. Errors as `saving.save_person`."""
        with self._uow.write(actor, Right.PERSON_EDIT) as tx:
            person = save_person(tx, self._codes, draft, case_id)
            tx.record("person.save", "person", person.id)
            tx.changed("person", person.id)
            return tx.done(person_detail(tx, self._codes.of(actor), person, case_id))

    def relate(
        self, actor: Actor, person_id: UUID, other_id: UUID, kind: str, case_id: UUID | None = None
    ) -> Done[None]:
        """Store what the first person is to the second (a code of `relation`), replacing what was stored.

        `case_id`: the file in which it was told; only who may know of that file will read it (P-7).
        """
        if person_id == other_id:
            raise InvalidError("people.same_person", "other_id")
        if not self._codes.of(actor).knows("relation", kind):
            raise InvalidError("people.unknown_code", "kind")
        with self._uow.write(actor, Right.PERSON_EDIT) as tx:
            visible_person(tx, person_id)
            visible_person(tx, other_id)
            if case_id is not None:
                require_visible_case(tx, case_id)
            set_relation(tx, person_id, other_id, kind, case_id)
            tx.record("person.relate", "person", person_id)
            tx.changed("person", person_id)
            tx.changed("person", other_id)
            return tx.done(None)

    # --- two records of one person (for the head) -------------------------------------------------------------------

    def other_records(self, actor: Actor, person_id: UUID) -> tuple[PersonRow, ...]:
        """The records that bear this person's code, made where the typist could not know of the first (P-6)."""
        with self._uow.read(actor, Right.CASE_VOID) as tx:
            person = visible_person(tx, person_id)
            others = [tx.get(Person, key) for key in same_person_ids(tx, person) if key != person.id]
            return tuple(person_row(one, tx.today) for one in others if one.merged_into_id is None)

    def compare(self, actor: Actor, kept_id: UUID, other_id: UUID) -> Comparison:
        """Two records side by side; the opening of both is recorded."""
        with self._uow.read_recorded(actor, Right.CASE_VOID, Right.PERSON_EDIT) as tx:
            kept, other = visible_person(tx, kept_id), visible_person(tx, other_id)
            lists = self._codes.of(actor)
            for person in (kept, other):
                tx.record("person.open", "person", person.id)
            return Comparison(person_detail(tx, lists, kept), person_detail(tx, lists, other), differing(kept, other))

    def merge(self, actor: Actor, draft: MergeDraft) -> Done[PersonDetail]:
        """Join two records of one person, with a reason; see `merging`. The other's id leads to the kept one then.

        `InvalidError` "people.merge_same_file" where both stand in one file, "people.merge_itself".
        """
        reason = line("reason", draft.reason, REASON, needed="people.merge_reason")
        with self._uow.write(actor, Right.CASE_VOID, Right.PERSON_EDIT) as tx:
            kept, gone = tx.get(Person, draft.kept_id), tx.get(Person, draft.gone_id)
            merge(tx, kept, gone, draft)
            tx.record("person.merge", "person", kept.id, reason=reason)
            tx.record("person.merged_away", "person", gone.id)
            for key in (kept.id, gone.id):
                tx.changed("person", key)
            tx.changed("case")
            return tx.done(person_detail(tx, self._codes.of(actor), kept))
