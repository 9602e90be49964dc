a-b for {E

} # c
