"""Copying and pasting items, and making them of text: what comes over the clipboard, is dropped, or is typed."""
