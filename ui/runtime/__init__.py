"""What pages run on: lanes beside the window, refreshing, drafts of forms, errors beside fields, the session lock."""
