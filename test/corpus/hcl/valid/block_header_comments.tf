a /* one */ "b" /* two */ {
  c = 1
}
