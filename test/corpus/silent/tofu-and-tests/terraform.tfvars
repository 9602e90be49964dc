send = false
