"""Appointments: booking them, the week and the day, and inviting the parties."""
