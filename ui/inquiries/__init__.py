"""Answers to inquiries of the station's seven missions."""
