"""What people look at first: the day at a glance, and everything of one case on one page."""

from services.overview.service import Overview

__all__ = ["Overview"]
