a = [for größe, ключ in b : größe]
