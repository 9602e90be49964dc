a = {for b in c : b.d => b.e...}
