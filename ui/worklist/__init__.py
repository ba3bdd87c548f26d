"""What is due, for me and for the unit; the clocks and reminders in the frame of every page; the head's load."""
