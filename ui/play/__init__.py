"""The story of a day, played through the real screens without a person: pictures of each screen, and its papers."""
