"""The unit's figures of a period."""
