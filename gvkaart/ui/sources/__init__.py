"""The view on sources: reading them, marking passages, correcting the text, and what of it is on the map."""
