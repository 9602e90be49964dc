	foo-bar_1=f?(a)[null][-1]["k"]["k"]

