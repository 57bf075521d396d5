"""Cards, sheets, boards and booklets as display lists in millimetres; nothing is drawn here."""
