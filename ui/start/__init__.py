"""From process start to the right window: one instance a folder, the problem windows, the session."""
