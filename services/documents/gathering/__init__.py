"""From a request to the frozen content of a paper: what the file holds, what is asked for, who it is about."""

from services.documents.gathering.gather import gather
from services.documents.gathering.gathered import Gathered
from services.documents.gathering.subject import Subject, subject_of

__all__ = ["Gathered", "Subject", "gather", "subject_of"]
