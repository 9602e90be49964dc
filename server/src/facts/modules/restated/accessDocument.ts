import type { Shape } from './restated.ts';

const PULL = '"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"';
const PUSH = `${PULL}, "ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"`;

/**
 * The repository policy that terraform-aws-modules writes for a private repository, and for a template. Statements
 * without principals are left out: they only grant access to the repository's own account.
 */
export function accessDocument(shape: Shape): string {
  return `
data "aws_iam_policy_document" "repository" {
  dynamic "statement" {
    for_each = length(concat(var.repository_read_access_arns, var.repository_read_write_access_arns)) > 0 ? [1] : []
    content {
      sid     = "PrivateReadOnly"
      actions = [${PULL}]
      principals {
        type        = "AWS"
        identifiers = concat(var.repository_read_access_arns, var.repository_read_write_access_arns)
      }
    }
  }
  ${shape.has('repository_lambda_read_access_arns') ? LAMBDA : ''}
  dynamic "statement" {
    for_each = length(var.repository_read_write_access_arns) > 0 ? [1] : []
    content {
      sid     = "ReadWrite"
      actions = [${PUSH}]
      principals {
        type        = "AWS"
        identifiers = var.repository_read_write_access_arns
      }
    }
  }
  ${shape.has('repository_policy_statements') ? statements(shape) : ''}
}
`;
}

const LAMBDA = `
  dynamic "statement" {
    for_each = length(var.repository_lambda_read_access_arns) > 0 ? [1] : []
    content {
      sid     = "PrivateLambdaReadOnly"
      actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      principals {
        type        = "Service"
        identifiers = ["lambda.amazonaws.com"]
      }
      condition {
        test     = "StringLike"
        variable = "aws:sourceArn"
        values   = var.repository_lambda_read_access_arns
      }
    }
  }`;

/** Up to 2.x a missing key counts as null; from 3.0.0 the type of the input ensures that. */
function statements(shape: Shape): string {
  const key = (name: string) =>
    shape.since('3.0.0') ? `statement.value.${name}` : `try(statement.value.${name}, null)`;
  const list = (name: string) => `for_each = ${key(name)} == null ? [] : statement.value.${name}`;
  const principals = (name: string) => `
      dynamic "${name}" {
        ${list(name)}
        content {
          type        = ${name}.value.type
          identifiers = ${name}.value.identifiers
        }
      }`;
  return `
  dynamic "statement" {
    for_each = var.repository_policy_statements == null ? {} : var.repository_policy_statements
    content {
      sid           = ${key('sid')}
      actions       = ${key('actions')}
      not_actions   = ${key('not_actions')}
      effect        = ${key('effect')}
      resources     = ${key('resources')}
      not_resources = ${key('not_resources')}
      ${principals('principals')}
      ${principals('not_principals')}
      dynamic "condition" {
        ${list('conditions')}
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }`;
}
