a = "# no"
b = "// no"
c = "/* no */"
