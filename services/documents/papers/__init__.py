"""One file a paper: the content it needs, frozen, and `compose(content, letterhead, letter)`, which makes the paper
of it with the letter text that holds now; `closing` is a second text, for what stands at the end.

No paper names its internal code (P-46); addresses and phones of parties are in no content here (P-8).
"""
