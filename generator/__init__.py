"""Drop news articles in, get a static site in which every line says who says so."""
