# The id of a repository is its name, not its ARN and not its address.
import {
  to = aws_ecr_repository.legacy
  id = "legacy-billing"
}

import {
  to = aws_ecr_lifecycle_policy.legacy
  id = "legacy-billing"
}

import {
  for_each = local.services
  to       = aws_ecr_repository.service[each.key]
  id       = each.key
}
