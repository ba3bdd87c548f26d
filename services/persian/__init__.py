"""Persian letters, digits, numbers and days: pure functions that know no table, no window and no paper.

Everything here takes and gives built-in values, so that any layer above may use it. Storage keeps ASCII digits,
Gregorian dates and the display form of text; the other forms are computed.
"""
