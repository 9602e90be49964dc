a = b !
