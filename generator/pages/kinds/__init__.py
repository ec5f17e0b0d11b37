"""One module for each kind of page: from what the site knows to the view its template shows."""
