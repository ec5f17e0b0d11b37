"""Events: the words that tell them, when, where and with whom, and which of them an article is about."""
