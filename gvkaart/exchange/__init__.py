"""File formats: reading bytes into changes, writing a graph as bytes."""
