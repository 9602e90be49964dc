composed   = "é"
decomposed = "é"
