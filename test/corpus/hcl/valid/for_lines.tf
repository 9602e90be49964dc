a = [
  for b in c :
  b
  if b
]
d = {
  for e, f in g :
  e => {
    h = f
  }
}
