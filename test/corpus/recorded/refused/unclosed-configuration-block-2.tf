  a-b {
  