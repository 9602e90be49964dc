moved {
  from = aws_instance.a
  to   = module.b.aws_instance.a["c"]
}
