"""The first page of the day: what is booked, what waits, what is late."""
