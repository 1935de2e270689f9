"""Everything Qt: windows, canvas, panels, dialogs."""
