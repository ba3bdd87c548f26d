"""Signing a paper: the longest form that a code can hold, and the code."""

from uuid import UUID

from ..blocks import Paper, Proof
from .canonical import bare_text, canonical_text, short_text
from .payload import PACKED_LIMIT, Payload, encode, packed, signed_bytes
from .short_code import code_for, spelled
from .signer import PaperSigner


def make_proof(paper: Paper, content: object, document_id: UUID, signer: PaperSigner) -> Proof:
    """The signed text of a composed paper. Equal papers with equal ids and keys give equal proofs."""
    whole = canonical_text(paper)
    text = _fitting(paper, content, whole)
    key_id, code = signer.signing_key_id, code_for(document_id, whole)
    signature = signer.sign(signed_bytes(key_id, code, text))
    return Proof(encode(Payload(key_id, code, signature, text)), spelled(code), key_id)


def text_to_sign(paper: Paper, content: object) -> str:
    """The whole text, or the short form above the limit; of a neutral paper number, date and hash alone (P-2)."""
    return _fitting(paper, content, canonical_text(paper))


def _fitting(paper: Paper, content: object, whole: str) -> str:
    if getattr(content, "is_neutral", False):
        return bare_text(paper)
    if len(packed(whole)) <= PACKED_LIMIT:
        return whole
    short, most = short_text(paper, content), 256
    while len(packed(short)) > PACKED_LIMIT and most:
        most //= 2
        short = short_text(paper, content, most=most)
    return short if len(packed(short)) <= PACKED_LIMIT else bare_text(paper)
