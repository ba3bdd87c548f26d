"""A person's page as one actor may read it."""

from uuid import UUID

from models.person import Person
from services.actor import Right
from services.codes import CodeReader
from services.people.contacts import contact_rows
from services.people.naming import age_of, birth_year, is_minor, person_initials, screen_name
from services.people.relations import relation_rows
from services.people.shapes import PersonDetail
from services.unit_of_work import Tx


def person_detail(tx: Tx, codes: CodeReader, person: Person, case_id: UUID | None = None) -> PersonDetail:
    """The whole person; contacts as they hold in the file `case_id`."""
    is_child = is_minor(person, tx.today)
    is_editable = tx.actor.may(Right.PERSON_EDIT)
    is_named = is_editable or not is_child
    return PersonDetail(
        id=person.id,
        version=person.version,
        name=screen_name(person, tx.today),
        initials=person_initials(person),
        given_name=person.given_name if is_named else "",
        family_name=person.family_name if is_named else "",
        father_name=person.father_name if is_named else "",
        is_name_unknown=person.is_name_unknown,
        id_kind=person.id_kind,
        id_reason=person.id_reason,
        national_code=person.national_code,
        other_id_no=person.other_id_no,
        is_card_seen=person.is_card_seen,
        nationality=person.nationality,
        birth_on=person.birth_on,
        birth_precision=person.birth_precision,
        birth_year=birth_year(person),
        age=age_of(person, tx.today),
        is_minor=is_child,
        sex=person.sex,
        marital_status=person.marital_status,
        education=person.education,
        occupation_status=person.occupation_status,
        occupation_title=person.occupation_title,
        language=person.language,
        needs_interpreter=person.needs_interpreter,
        can_read=person.can_read,
        is_staff_relative=person.is_staff_relative,
        is_deceased=person.is_deceased,
        is_editable=is_editable,
        contacts=contact_rows(tx, codes, person.id, case_id),
        relations=relation_rows(tx, codes, person.id),
    )
