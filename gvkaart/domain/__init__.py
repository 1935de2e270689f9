"""The vocabulary: nodes, edges, maps, rounds, and the rules between them; standard library only."""
