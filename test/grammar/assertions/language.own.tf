# SYNTAX TEST "source.terraform-ecr" "the whole language"

# a note
# <- comment.line.number-sign.hcl punctuation.definition.comment.hcl
  // another
# ^^ comment.line.double-slash.hcl punctuation.definition.comment.hcl
  /* one */ terraform {
# ^^ comment.block.hcl
#           ^^^^^^^^^ entity.name.type.terraform - comment.block.hcl
#                     ^ punctuation.section.block.begin.hcl
    required_version = ">= 1.7"
#   ^^^^^^^^^^^^^^^^ variable.declaration.hcl variable.other.readwrite.hcl
#                    ^ keyword.operator.assignment.hcl
#                      ^ string.quoted.double.hcl punctuation.definition.string.begin.hcl
#                       ^^^^^^ string.quoted.double.hcl
  }

locals {
  numbers = [1, 2.5, -1e3, 0]
#           ^ punctuation.section.brackets.begin.hcl
#            ^ constant.numeric.integer.hcl
#             ^ punctuation.separator.hcl
#               ^^^ constant.numeric.float.hcl
#                    ^ keyword.operator.arithmetic.hcl
#                     ^^^ constant.numeric.float.hcl
#                          ^ constant.numeric.integer.hcl
#                           ^ punctuation.section.brackets.end.hcl
  truth   = true && !false || null == 1
#           ^^^^ constant.language.hcl
#                ^^ keyword.operator.logical.hcl
#                   ^ keyword.operator.logical.hcl
#                    ^^^^^ constant.language.hcl
#                          ^^ keyword.operator.logical.hcl
#                             ^^^^ constant.language.hcl
#                                  ^^ keyword.operator.hcl
  sum     = (a + b) * c % 2
#           ^ punctuation.section.parens.begin.hcl
#            ^ variable.other.readwrite.hcl
#              ^ keyword.operator.arithmetic.hcl
#                 ^ punctuation.section.parens.end.hcl
#                   ^ keyword.operator.arithmetic.hcl
#                       ^ keyword.operator.arithmetic.hcl
  chosen  = var.wanted ? each.key : local.fallback
#           ^^^ variable.other.readwrite.terraform
#              ^ keyword.operator.accessor.hcl
#               ^^^^^^ variable.other.member.hcl
#                      ^ keyword.operator.hcl
#                        ^^^^ variable.other.readwrite.terraform
#                                 ^ keyword.operator.hcl
#                                   ^^^^^ variable.other.readwrite.terraform
  splat   = aws_ecr_repository.all[*].name
#           ^^^^^^^^^^^^^^^^^^ variable.other.readwrite.hcl
#                              ^^^ variable.other.member.hcl
#                                  ^ keyword.operator.splat.hcl
#                                     ^^^^ variable.other.member.hcl
  legacy  = aws_ecr_repository.all.*.name.0
#                                  ^ keyword.operator.splat.hcl
#                                         ^ constant.numeric.integer.hcl
  my-name = other-name
# ^^^^^^^ variable.declaration.hcl
#           ^^^^^^^^^^ variable.other.readwrite.hcl
  called  = merge(local.a, provider::aws::arn_parse(x)...)
#           ^^^^^ meta.function-call.hcl support.function.builtin.terraform
#                          ^^^^^^^^^^^^^^^^^^^^^^^^ meta.function-call.hcl support.function.provider.terraform
#                                                     ^^^ keyword.operator.hcl
  listed  = [for r in local.rules : r.name if r.keep]
#            ^^^ keyword.control.hcl
#                  ^^ keyword.operator.word.hcl
#                                 ^ keyword.operator.hcl
#                                          ^^ keyword.control.conditional.hcl
  mapped  = { for k, v in local.rules : k => v... }
#             ^^^ meta.braces.hcl keyword.control.hcl
#                      ^^ keyword.operator.word.hcl
#                                         ^^ storage.type.function.hcl
#                                             ^^^ keyword.operator.hcl
  object = {
    plain    = 1
#   ^^^^^ meta.braces.hcl meta.mapping.key.hcl variable.other.readwrite.hcl
#            ^ keyword.operator.assignment.hcl
    colon    : 2
#   ^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl
#            ^ keyword.operator.hcl
    "quoted" = 3
#    ^^^^^^ meta.mapping.key.hcl string.quoted.double.hcl
#            ^ keyword.operator.assignment.hcl
    "text"   : 4
#    ^^^^ meta.mapping.key.hcl string.quoted.double.hcl
#            ^ keyword.operator.hcl
    (var.k)  = a ? b : c
#   ^ punctuation.section.parens.begin.hcl
#    ^^^ variable.other.readwrite.terraform
#            ^ keyword.operator.assignment.hcl
#                  ^ variable.other.readwrite.hcl - meta.mapping.key.hcl
  }
  text  = "a-${var.b["c"]}-%{ if true ~}d%{ endif }"
#          ^^ string.quoted.double.hcl - meta.interpolation.hcl
#            ^^ keyword.other.interpolation.begin.hcl
#              ^^^ meta.interpolation.hcl variable.other.readwrite.terraform
#                    ^^^ meta.interpolation.hcl string.quoted.double.hcl
#                        ^ keyword.other.interpolation.end.hcl
#                          ^^ keyword.other.interpolation.begin.hcl
#                             ^^ keyword.control.hcl
#                                     ^^ keyword.other.interpolation.end.hcl
#                                       ^ string.quoted.double.hcl - meta.interpolation.hcl
#                                           ^^^^^ keyword.control.hcl
  plain = "$${no} %%{no} \n \" \q"
#          ^^^ constant.character.escape.hcl
#             ^^ string.quoted.double.hcl - meta.interpolation.hcl
#                 ^^^ constant.character.escape.hcl
#                        ^^ constant.character.escape.hcl
#                           ^^ constant.character.escape.hcl
#                              ^^ invalid.illegal.unrecognized-string-escape.hcl
  open  = "no closing quote
#          ^^^^^^^^^^ string.quoted.double.hcl
  after = 1
# ^^^^^ variable.declaration.hcl - string.quoted.double.hcl
  here  = <<-END-1
#         ^^^ keyword.operator.heredoc.hcl
#            ^^^^^ keyword.control.heredoc.hcl
    text with "quotes and ${ var.open
#   ^^^^ string.unquoted.heredoc.hcl
#             ^ string.unquoted.heredoc.hcl - string.quoted.double.hcl
#                            ^^^ meta.interpolation.hcl variable.other.readwrite.terraform
  END-1
# ^^^^^ keyword.control.heredoc.hcl - meta.interpolation.hcl
  last  = 2
# ^^^^ variable.declaration.hcl - string.unquoted.heredoc.hcl
}

variable "rules" {
# <-------- entity.name.type.terraform
#        ^^^^^^^ variable.other.enummember.hcl
  type = list(object({ name = string, days = optional(number, 14) }))
#        ^^^^ storage.type.hcl
#             ^^^^^^ storage.type.hcl
#                      ^^^^ meta.mapping.key.hcl
#                             ^^^^^^ storage.type.hcl
#                                            ^^^^^^^^ storage.type.hcl
#                                                     ^^^^^^ storage.type.hcl
#                                                             ^^ constant.numeric.integer.hcl
}

resource aws_ecr_repository "unquoted" {
# <-------- entity.name.type.terraform
#        ^^^^^^^^^^^^^^^^^^ variable.other.enummember.hcl
#                           ^^^^^^^^^^ variable.other.enummember.hcl
  lifecycle { prevent_destroy = true }
# ^^^^^^^^^ meta.block.hcl entity.name.type.hcl
#             ^^^^^^^^^^^^^^^ variable.declaration.hcl
#                                    ^ punctuation.section.block.end.hcl
  dynamic "tag" {
# ^^^^^^^ entity.name.type.hcl
#         ^^^^^ variable.other.enummember.hcl
    for_each = []
  }
}
# <- punctuation.section.block.end.hcl
