"""Countries, their adjectives and inhabitants, capitals standing for governments, and places."""
