"""Papers: composed from frozen content, set by `typesetting`, rendered to PDF bytes.

`blocks` is what a paper consists of, `papers` composes it, `templates` fills letter texts, `render` makes the PDF.
Nothing here imports reportlab before a paper is rendered.
"""
