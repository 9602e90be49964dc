a = "%{ else }c"
