	name_1=/* c */else[0][*.null_ / [for e,/* c */each in "" : - 123456789012345678901234567890]/* c */
  dynamic "a$b" "$${x}"{}