"""Who signs: asked only where several may."""

from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import asked
from services.documents.papers.issue import Signer
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import Signatory, commanders, signatories
from services.unit_of_work import Tx, unit_row


def signing(tx: Tx, codes: CodeReader, request: PaperRequest) -> tuple[Signer, list[MissingField]]:
    """The signatory of the request, by default the head, and the field that asks for another."""
    found = signatories(tx, codes)
    choices = [(one.staff_id.hex, one.signer.name) for one in found]
    fields = []
    if len(found) > 1:
        fields.append(asked("signer", FieldKind.CHOICE, required=True, choices=choices, proposal=choices[0][0]))
    return _chosen(found, request.value("signer")), fields


def commanding(tx: Tx, codes: CodeReader, request: PaperRequest) -> tuple[Signer, list[MissingField]]:
    """The commander of the station, who signs what leaves it; asked for by name where no account has the role."""
    found = commanders(tx, codes)
    if not found:
        post = say("documents.commander_post", station=unit_row(tx).name)
        return Signer(request.value("commander"), post), [asked("commander")]
    choices = [(one.staff_id.hex, one.signer.name) for one in found]
    several = asked("signer", FieldKind.CHOICE, required=True, choices=choices, proposal=choices[0][0])
    return _chosen(found, request.value("signer")), [several] if len(found) > 1 else []


def signing_any(tx: Tx, codes: CodeReader, request: PaperRequest) -> tuple[Signer, list[MissingField]]:
    """Who signs a letter of any kind: the head, another signatory of the unit, or the commander."""
    found = (*signatories(tx, codes), *commanders(tx, codes))
    choices = [(one.staff_id.hex, one.signer.name) for one in found]
    fields = []
    if len(found) > 1:
        fields.append(asked("signer", FieldKind.CHOICE, required=True, choices=choices, proposal=choices[0][0]))
    return _chosen(found, request.value("signer")), fields


def _chosen(found: tuple[Signatory, ...], wanted: str) -> Signer:
    for one in found:
        if one.staff_id.hex == wanted:
            return one.signer
    return found[0].signer if found else Signer("", "")
