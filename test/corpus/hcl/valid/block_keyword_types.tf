for "in" {
  if = 1
}
