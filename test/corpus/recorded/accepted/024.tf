  true_1= /* { " */ ünï([for ünï in true : null if true
  ]/*
*/ &&
  "s".0)
