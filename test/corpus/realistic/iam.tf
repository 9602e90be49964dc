data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account_id = data.aws_caller_identity.current.account_id
  oidc_url   = "token.actions.githubusercontent.com"
  subjects   = flatten([for repository, branches in var.repositories : [for branch in branches : "repo:${repository}:ref:refs/heads/${branch}"]])
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${local.account_id}:oidc-provider/${local.oidc_url}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.oidc_url}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "${local.oidc_url}:sub"
      values   = local.subjects
    }
  }
}

resource "aws_iam_role" "push" {
  name                 = "${var.name}-push"
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  max_session_duration = 60 * 60 * 2

  tags = {
    ManagedBy = "terraform"
  }
}

data "aws_iam_policy_document" "push" {
  statement {
    sid       = "Login"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:CompleteLayerUpload",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = [for repository in var.ecr_repositories : repository.arn]
  }

  dynamic "statement" {
    for_each = var.allow_delete ? { delete = "ecr:BatchDeleteImage" } : {}

    content {
      sid       = title(statement.key)
      actions   = [statement.value]
      resources = values(var.ecr_repositories)[*].arn
    }
  }
}

resource "aws_iam_role_policy" "push" {
  name   = "push"
  role   = aws_iam_role.push.id
  policy = data.aws_iam_policy_document.push.json
}

resource "aws_iam_policy" "read_only" {
  name        = "${var.name}-read-only"
  description = "Read images, \"nothing\" else"
  policy      = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          "Resource": "arn:aws:ecr:*:${local.account_id}:repository/$${repository}"
        }
      ]
    }
  JSON
}

resource "aws_iam_role_policy_attachment" "read_only" {
  for_each   = toset(var.reader_roles)
  role       = each.value
  policy_arn = aws_iam_policy.read_only.arn
}
