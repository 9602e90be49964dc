a = true(1)
b = null()
c = for(1)
