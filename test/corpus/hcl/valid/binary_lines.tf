a = (b ||
  c &&
  d
)
