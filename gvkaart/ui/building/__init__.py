"""Building the map at the speed of a conversation: what hangs on an item, where it comes, and naming it in place."""
