"""The letter books."""
