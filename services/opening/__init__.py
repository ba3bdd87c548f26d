"""From a data folder and a key to an open file: first start, migration, restored and copied files."""

from services.opening.open_folder import Opened, confirm_moved, open_folder
from services.opening.set_up import SetUp, finish, set_up
from services.opening.shapes import Colleague, SetupDraft

__all__ = ["Colleague", "Opened", "SetUp", "SetupDraft", "confirm_moved", "finish", "open_folder", "set_up"]
