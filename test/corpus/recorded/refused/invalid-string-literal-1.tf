	a-b "$for${x}" "x" {}
