"""What each stretch of an article file is: title, date line, caption, body, or something to set aside."""
