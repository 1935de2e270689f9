"""The document on disk: schema, journal, undo, publishing; the only package with SQL."""
