locals {
  days     = 14
  text     = "prod"
  tags     = ["prod", "stage", "dev"]
  keep     = { prod = 30, stage = 10, dev = 5 }
  services = { api = { keep = 20, prefix = "api-" }, web = { keep = 5, prefix = "web-" } }
  rules = [
    { prefix = "prod", count = 50 },
    { prefix = "dev", count = 5 },
  ]
  defaults = { tagStatus = "tagged", countType = "imageCountMoreThan" }
  nothing  = null
  enabled  = true
  policy   = <<-EOF
    {
      "rules": [
        { "rulePriority": 1, "selection": { "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": ${local.days} }, "action": { "type": "expire" } }
      ]
    }
  EOF
}

variable "untyped_text" {
  default = "30"
}
variable "number" {
  type    = number
  default = "30"
}
variable "numbers" {
  type    = list(number)
  default = [1, "2", 3]
}
variable "maps" {
  type    = list(map(string))
  default = [{ prefix = "prod", count = 5 }, { prefix = "dev", count = true }]
}
variable "objects" {
  type = list(object({
    prefix = string
    count  = optional(number, 10)
    unit   = optional(string)
    nested = optional(object({ enabled = optional(bool, true) }), {})
  }))
  default = [{ prefix = "prod", count = "50", extra = 1 }, { prefix = "dev", unit = "days" }]
}
variable "set" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "anything" {
  type    = any
  default = { a = 1, b = ["x", 2] }
}
variable "maybe" {
  type    = string
  default = null
}
variable "filled" {
  type     = string
  nullable = false
  default  = "filled"
}
variable "pair" {
  type    = tuple([string, number])
  default = [1, "2"]
}
variable "map_of_any" {
  type    = map(any)
  default = { a = 1, b = "x" }
}
