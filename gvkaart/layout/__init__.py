"""Coordinates for a graph; the only package that starts a process."""
