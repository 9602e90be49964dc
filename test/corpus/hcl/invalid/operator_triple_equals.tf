a = b === c
