"""What the search box asks, as bare statements: the floor that nothing written above a database can beat."""

from typing import Any

from services.persian.text import search_key

_NOUNS = ("person", "case", "letter")
_ROWS = {
    "person": "SELECT id, given_name, family_name, father_name, birth_on FROM person WHERE id IN ({marks})",
    "case": (
        "SELECT c.id, c.case_no, c.opened_on, c.primary_category, c.status, q.side, p.given_name, p.family_name,"
        " p.birth_on FROM case_file c JOIN case_party q ON q.case_id = c.id JOIN person p ON p.id = q.person_id"
        " WHERE c.id IN ({marks})"
    ),
    "letter": (
        "SELECT id, number, kind, direction, registered_at, correspondent, their_number FROM letter"
        " WHERE id IN ({marks})"
    ),
}
_BY_TERM = (
    "SELECT t.subject_id FROM search_term t JOIN {table} x ON x.id = t.subject_id"
    " WHERE t.kind = 'exact' AND t.noun = '{noun}' AND t.term >= ? AND t.term < ? AND x.unit_id = ?"
    " ORDER BY t.term LIMIT 50"
)
_BY_FRAGMENT = (
    "SELECT t.noun, t.subject_id FROM search_text t WHERE t.row IN"
    " (SELECT rowid FROM search_text_fts WHERE text MATCH ? LIMIT 50) ORDER BY t.row"
)
_TABLES = {"person": "+person", "case": "case_file", "letter": "letter"}


def bare_search(cursor: Any, text: str, unit_id: bytes, *, by_fragment: bool) -> int:
    """Ids of persons, cases and letters, and the columns that their rows show; gives how many there were."""
    key = search_key(text)
    found: dict[str, list[bytes]] = {noun: [] for noun in _NOUNS}
    for noun in _NOUNS:
        table = _TABLES[noun].lstrip("+")
        statement = _BY_TERM.format(noun=noun, table=table).replace("x.unit_id", "+x.unit_id")
        rows = cursor.execute(statement, (key, key + "\U0010ffff", unit_id))
        found[noun] = [row[0] for row in rows]
    if by_fragment:
        for noun, subject_id in cursor.execute(_BY_FRAGMENT, (f'"{key}"',)):
            found[noun].append(subject_id)
    shown = 0
    share = max(1, 50 // max(1, sum(bool(ids) for ids in found.values())))
    for noun, ids in found.items():
        if ids:
            chosen = ids[:share]
            marks = ",".join("?" * len(chosen))
            shown += len(cursor.execute(_ROWS[noun].format(marks=marks), chosen).fetchall())
    return shown
