"""The history on the screen: steps, what differs between two moments, versions, backups, copies to give away."""
