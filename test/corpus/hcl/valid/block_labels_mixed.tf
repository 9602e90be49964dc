resource "x" y "z w" {}
