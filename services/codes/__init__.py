"""The unit's code lists: seeded from `resources/codes`, edited by the head, read by everybody (R-1)."""

from services.codes.service import Code, CodeReader, Codes

__all__ = ["Code", "CodeReader", "Codes"]
