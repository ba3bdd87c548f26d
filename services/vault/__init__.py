"""Keys, sign-in, backups and the witness: everything that is locked, and nothing that knows what is inside.

`opening` makes and opens a folder's keys, `accounts` its users, `pin` the PIN of a shift, `unlocked` is what somebody
who signed in holds; `rotation` changes the data key; `backup` and `restore`; `witness`; `escrow` for process notes.
"""
