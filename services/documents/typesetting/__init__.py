"""Persian text on paper: fonts, shaping, direction, lines, pages. Only this package and `render` know reportlab."""
