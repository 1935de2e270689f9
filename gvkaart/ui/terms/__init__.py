"""Terms in running text: underlined where they stand, with what they mean on hover and by key."""
