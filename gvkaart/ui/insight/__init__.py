"""Views that read the map: what facts, words and interests look like when they are put side by side.

What is read comes from `gvkaart.analysis`; here it becomes grids, cards and pages. Nothing is kept: a view is made anew
when the map changed while somebody looks at it.
"""
