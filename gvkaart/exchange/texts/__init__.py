"""Texts that people have, as plain text with paragraphs: what an interview or a letter becomes a source of.

One module a format. Every one of them reads hostile files: nothing is unpacked to disk, no entity or link is followed,
and sizes are limited before and after decompression.
"""

from gvkaart.exchange.texts.reading import LARGEST_FILE, TEXT_SUFFIXES, read_text, read_text_file

__all__ = ["LARGEST_FILE", "TEXT_SUFFIXES", "read_text", "read_text_file"]
