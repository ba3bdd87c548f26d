"""Typing as a keyboard does it: the same hands as in the story."""

from ui.play.keyboard import press, type_text

__all__ = ["press", "type_text"]
