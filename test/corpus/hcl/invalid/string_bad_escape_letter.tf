a = "C:\Program"
