"""Registering: the slip or the person who came, both sides on one screen."""
