a-b {}] # c
