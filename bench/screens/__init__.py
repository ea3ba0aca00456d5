"""Pictures of the page: those of the documents, and those of every place and state, made to be looked at."""
