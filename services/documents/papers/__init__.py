"""One file a paper: the content it needs, frozen, and `compose(content, letterhead)`, which makes the paper of it.

No paper names its internal code (P-46); addresses and phones of parties are in no content here (P-8).
"""
