"""The unit's settings, section by section."""
