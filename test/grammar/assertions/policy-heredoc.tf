# SYNTAX TEST "every" "JSON in the heredoc of a policy"

resource "aws_ecr_lifecycle_policy" "heredoc" {
  policy = <<EOF
# ^^^^^^ variable.other.readwrite.hcl
#        ^ keyword.operator.assignment.hcl
#          ^^ keyword.operator.heredoc.hcl
#            ^^^ keyword.control.heredoc.hcl
{
  "rules": [{
# ^ punctuation.support.type.property-name.begin.json
#  ^^^^^ meta.embedded.block.json support.type.property-name.json - string.unquoted.heredoc.hcl
#        ^ punctuation.separator.dictionary.key-value.json
#          ^ punctuation.definition.array.begin.json
#           ^ punctuation.definition.dictionary.begin.json
    "rulePriority": 1, "description": "Keep \"few\" \u00e9 \q",
#    ^^^^^^^^^^^^ support.type.property-name.json
#                   ^ constant.numeric.json
#                    ^ punctuation.separator.json
#                                      ^^^^ string.quoted.double.json
#                                           ^^ constant.character.escape.json
#                                                   ^^^^^^ constant.character.escape.json
#                                                          ^^ invalid.illegal.unrecognized-string-escape.json
    "note": [true, false, null, -1.5e3],
#            ^^^^ constant.language.json
#                         ^^^^ constant.language.json
#                               ^^^^^^ constant.numeric.json
    "selection": { "countNumber": ${var.keep}, "${var.key}": "v${var.prefix}-$${no}" }
#                   ^^^^^^^^^^^ support.type.property-name.json
#                                 ^^ meta.interpolation.hcl keyword.other.interpolation.begin.hcl
#                                   ^^^ meta.interpolation.hcl variable.other.readwrite.terraform - string.quoted.double.json
#                                           ^ keyword.other.interpolation.end.hcl
#                                               ^^ support.type.property-name.json meta.interpolation.hcl
#                                                             ^^ string.quoted.double.json
#                                                               ^^^^ string.quoted.double.json meta.interpolation.hcl
#                                                                            ^^^ constant.character.escape.hcl
  %{ for rule in var.rules ~}
# ^^ keyword.other.interpolation.begin.hcl
#    ^^^ keyword.control.hcl
#             ^^ keyword.control.hcl
#                          ^^ keyword.other.interpolation.end.hcl
  }]
# ^ punctuation.definition.dictionary.end.json
#  ^ punctuation.definition.array.end.json
}
EOF
# <--- keyword.control.heredoc.hcl - meta.embedded.block.json
  repository = "app"
# ^^^^^^^^^^ variable.other.readwrite.hcl - meta.heredoc.policy.terraform-ecr
#               ^ string.quoted.double.hcl
}

module "ecr" {
  repository_lifecycle_policy = <<-EOT
    { "rules": [] }
#      ^^^^^ support.type.property-name.json
  EOT
  lifecycle_policy = <<JSON
#                      ^^^^ keyword.control.heredoc.hcl
    { "rules": [] }
#      ^^^^^ support.type.property-name.json
  JSON
  settings = { lifecycle_policy = <<EOT
    { "rules": [] }
#      ^^^^^ support.type.property-name.json
  EOT
  }
  user_data = <<EOT
#               ^^^ keyword.control.heredoc.hcl
    { "rules": [] }
#      ^^^^^ string.unquoted.heredoc.hcl - support.type.property-name.json
  EOT
  after = 1
# ^^^^^ variable.other.readwrite.hcl - string.unquoted.heredoc.hcl
}
