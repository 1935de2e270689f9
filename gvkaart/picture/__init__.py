"""A drawing described as plain data, the same for every painter."""
