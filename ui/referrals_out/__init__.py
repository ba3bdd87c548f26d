"""Sending clients on to other bodies: the form, what became of it, and the card on the page of a file."""
