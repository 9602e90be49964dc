# SYNTAX TEST "every" "words of a lifecycle policy"

resource "aws_ecr_lifecycle_policy" "words" {
  policy = jsonencode({
    rules = [{
#   ^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#         ^ keyword.operator.assignment.hcl
      rulePriority = 1
#     ^^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                  ^ keyword.operator.assignment.hcl
#                    ^ constant.numeric.integer.hcl
      description  = "any expire"
#     ^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                     ^^^^^^^^^^ string.quoted.double.hcl - variable.other.enummember.ecr.hcl
      selection = {
#     ^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
        tagStatus      = "tagged"
#       ^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                        ^ punctuation.definition.string.begin.hcl
#                         ^^^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
#                               ^ punctuation.definition.string.end.hcl
        tagPatternList = ["any*"]
#       ^^^^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                          ^^^^ string.quoted.double.hcl - variable.other.enummember.ecr.hcl
        "tagPrefixList" : ["v"]
#        ^^^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
        countType      = "sinceImagePushed"
#       ^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                         ^^^^^^^^^^^^^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
        countUnit      = "days"
#       ^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                         ^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
        countNumber    = 14
#       ^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                        ^^ constant.numeric.integer.hcl
        storageClass   = "archive"
#       ^^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                         ^^^^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
      }
      action = { type = "transition", targetStorageClass = "archive" }
#     ^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                ^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                        ^^^^^^^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
#                                     ^^^^^^^^^^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                                                           ^^^^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
    }]
  })
}

locals {
  rule = { tagStatus = "untagd", countType = "imageCountMoreThan", type = "expire" }
#          ^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                       ^^^^^^ string.quoted.double.hcl - variable.other.enummember.ecr.hcl
#                                ^^^^^^^^^ meta.mapping.key.hcl variable.other.readwrite.hcl support.type.property-name.json.ecr.hcl
#                                             ^^^^^^^^^^^^^^^^^^ string.quoted.double.hcl variable.other.enummember.ecr.hcl
#                                                                  ^^^^ variable.other.readwrite.hcl - support.type.property-name.json.ecr.hcl
#                                                                          ^^^^^^ string.quoted.double.hcl - variable.other.enummember.ecr.hcl
  text = "countType = days" # countUnit = "days"
#         ^^^^^^^^^ string.quoted.double.hcl - support.type.property-name.json.ecr.hcl
#                             ^^^^^^^^^ comment.line.number-sign.hcl - support.type.property-name.json.ecr.hcl
}
