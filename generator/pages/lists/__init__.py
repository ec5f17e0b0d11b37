"""Long lists: how they are grouped, and divided into sheets."""
