	true_1/* c */=({ # c "{
for if in x_1 : [1,2][-1]["a${b}"]
=>! /* { " */ local.a
  })[-1]["k"]
