locals {
  # Every rule of every repository, flattened.
  all_rules = flatten([
    for repository, settings in var.repositories : [
      for index, prefix in settings.prefixes : {
        repository = repository
        priority   = index + 1
        prefix     = prefix
        days       = coalesce(settings.days, var.default_days)
      }
    ]
  ])

  rules_by_repository = {
    for rule in local.all_rules : rule.repository => rule...
  }

  policies = {
    for repository, rules in local.rules_by_repository : repository => jsonencode({
      rules = concat(
        [
          for rule in rules : {
            rulePriority = rule.priority
            description  = "Expire ${rule.prefix}* after ${rule.days} days"
            selection = {
              tagStatus     = "tagged"
              tagPrefixList = [rule.prefix]
              countType     = "sinceImagePushed"
              countUnit     = "days"
              countNumber   = rule.days
            }
            action = { type = "expire" }
          }
        ],
        [
          {
            rulePriority = 900
            selection = {
              tagStatus   = "any"
              countType   = "imageCountMoreThan"
              countNumber = var.maximum
            }
            action = { type = "expire" }
          }
        ],
      )
    })
  }

  upper_names = { for name in var.names : upper(name) => name if name != "" }
  is_large    = length(var.names) > 100 || (var.force && !var.small)
  size        = local.is_large ? "large" : length(var.names) > 10 ? "medium" : "small"
  first       = try(var.names[0], "none")
  last        = element(var.names, length(var.names) - 1)
  negative    = -1 * var.offset
  percent     = 100 * var.used / max(1, var.total) % 100

  message = <<-EOT
    Hello ${var.user},
    %{for name in var.names~}
    - ${name}%{if name == local.last} (last)%{endif}
    %{endfor~}
    Total: ${length(var.names)}
  EOT

  script = <<EOF
#!/bin/sh
set -e
for image in $(docker images -q); do
  docker rmi "$image"
done
name = not hcl
resource "looks" "like" {
}
EOF

  nested = {
    "quoted key"   = 1
    (var.dynamic)  = 2
    plain          = { inner = { deep = ["a", "b"] } }
    "with-${1}"    = null
    yes_or_no      = true
    list_of_lists  = [[1, 2], [3, 4], []]
    empty          = {}
    long_condition = var.a == var.b && var.c != var.d || !var.e
  }
}

resource "aws_ecr_lifecycle_policy" "generated" {
  for_each   = local.policies
  repository = each.key
  policy     = each.value
}
