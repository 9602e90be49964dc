/** What the workload's texts refer to: a module that has this in one of its files lacks no declaration. */
export const DECLARATIONS = `variable "environment" {
  type = string
}

variable "prefix" {
  type = string
}

variable "ports" {
  type = list(number)
}

variable "services" {
  type = set(string)
}

data "aws_iam_policy_document" "assume" {
  for_each = var.services

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["\${each.key}.amazonaws.com"]
    }
  }
}
`;
