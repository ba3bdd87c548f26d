"""The list of persons, and the page of one."""
