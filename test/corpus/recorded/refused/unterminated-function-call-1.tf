name_1=f((a)[""]["k"]
