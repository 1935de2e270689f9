"""What the program notices: pure functions from a graph to findings."""
