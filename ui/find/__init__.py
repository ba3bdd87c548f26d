"""The one search box of the frame."""
