"""What a user can do: small functions from a session and a wish to one action, each one undo step.

Menus, keys, the canvas and the panels all come here; nobody else changes a document.
"""
