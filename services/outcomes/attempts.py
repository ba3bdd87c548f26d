"""How often a party was tried in vain before a case may end as "did not come" (domain.md §2.3 step 3, P-18)."""

from uuid import UUID

from services.codes import Codes
from services.scheduling.tried import tries_of
from services.settings.service import number_in
from services.unit_of_work import Tx


def attempts_missing(tx: Tx, codes: Codes, case_id: UUID) -> int:
    """The recorded tries that the set number still lacks, for the party with the most of them."""
    counted = tries_of(tx, codes, case_id)
    return max(0, number_in(tx, "invitation_attempts") - max(counted.values(), default=0))
