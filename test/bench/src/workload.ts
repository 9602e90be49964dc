/** Terraform text as a platform team writes it, of any length, the same for the same numbers. */

const POLICY = (name: string, index: number) => `resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = aws_ecr_repository.${name}.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Drop untagged images"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = ${7 + (index % 30)}
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Keep the newest releases"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["v*"]
          countType      = "imageCountMoreThan"
          countNumber    = ${20 + (index % 50)}
        }
        action = { type = "expire" }
      }
    ]
  })
}
`;

const REPOSITORY = (name: string) => `resource "aws_ecr_repository" "${name}" {
  name                 = "team/${name.replaceAll('_', '-')}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  tags = {
    Service = "${name}"
    Owner   = "platform-\${var.environment}"
  }
}
`;

const NEIGHBOURS = (name: string) => `locals {
  ${name}_ports = [for port in var.ports : port if port > 1024] # only the unprivileged
  ${name}_labels = {
    "app.kubernetes.io/name" = "${name}"
    environment              = var.environment == "production" ? "prod" : lower(var.environment)
  }
}

resource "aws_iam_role" "${name}" {
  name               = "\${var.prefix}-${name}"
  assume_role_policy = data.aws_iam_policy_document.assume["${name}"].json
  description        = <<-EOT
    Role of ${name}.
    Managed in \${path.module}.
  EOT
}
`;

/** At least `lines` lines of repositories, policies and other blocks. */
export function terraformText(lines: number, seed: string): string {
  return untilLong(lines, [], (index) => {
    const name = `${seed}_${index}`;
    return [REPOSITORY(name), POLICY(name, index), NEIGHBOURS(name)];
  });
}

/** At least `lines` lines that have nothing to do with ECR. */
export function neighbourText(lines: number, seed: string): string {
  return untilLong(lines, [], (index) => [NEIGHBOURS(`${seed}_${index}`)]);
}

const SHARED = `locals {
  releases = { v = 30, release = 20, hotfix = 10 }
  untagged = {
    tagStatus   = "untagged"
    countType   = "sinceImagePushed"
    countUnit   = "days"
    countNumber = 14
  }
}
`;

/** A policy that is computed from locals that all policies of the file share. */
const COMPUTED = (name: string) => `locals {
  ${name}_kept = [
    for index, prefix in sort(keys(local.releases)) : {
      rulePriority = index + 1
      description  = "Keep the newest ${'${prefix}'}"
      selection = {
        tagStatus     = "tagged"
        tagPrefixList = [prefix]
        countType     = "imageCountMoreThan"
        countNumber   = local.releases[prefix]
      }
    }
  ]
}

resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = aws_ecr_repository.${name}.name

  policy = jsonencode({
    rules = [
      for rule in concat(local.${name}_kept, [{ rulePriority = 90, description = "untagged", selection = local.untagged }]) :
      merge(rule, { action = { type = "expire" } })
    ]
  })
}
`;

/** The same with policies that are computed. */
export function computedText(lines: number, seed: string): string {
  return untilLong(lines, [SHARED], (index) => {
    const name = `${seed}_${index}`;
    return [REPOSITORY(name), COMPUTED(name), NEIGHBOURS(name)];
  });
}

function untilLong(lines: number, head: readonly string[], next: (index: number) => readonly string[]): string {
  const blocks = [...head];
  let count = 0;
  for (let index = 0; count < lines; index += 1) {
    for (const block of next(index)) {
      blocks.push(block);
      count += block.split('\n').length;
    }
  }
  return blocks.join('\n');
}

/** JSON with about as many lines, for the server that is measured next to ours. */
export function jsonText(lines: number): string {
  const rules = Array.from({ length: Math.ceil(lines / 12) }, (_, index) => ({
    rulePriority: index + 1,
    selection: {
      tagStatus: 'tagged',
      tagPatternList: [`v${index}*`],
      countType: 'imageCountMoreThan',
      countNumber: 10,
    },
    action: { type: 'expire' },
  }));
  return JSON.stringify({ rules }, null, 2);
}

/** One block of each type of ECR that a module may have many of, right in all of them. */
export function blocksText(seed: string): string {
  const prefix = seed.toLowerCase();
  return `resource "aws_ecr_repository" "${seed}" {
  name                 = "bench/${prefix}"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_repository_policy" "${seed}" {
  repository = aws_ecr_repository.${seed}.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Pull"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}

data "aws_ecr_lifecycle_policy_document" "${seed}" {
  rule {
    priority    = 1
    description = "Keep the newest"

    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 30
    }
  }
}

resource "aws_ecr_lifecycle_policy" "${seed}" {
  repository = aws_ecr_repository.${seed}.name
  policy     = data.aws_ecr_lifecycle_policy_document.${seed}.json
}

resource "aws_ecr_pull_through_cache_rule" "${seed}" {
  ecr_repository_prefix = "quay-${prefix}"
  upstream_registry_url = "quay.io"
}

resource "aws_ecr_repository_creation_template" "${seed}" {
  prefix               = "quay-${prefix}"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "MUTABLE"
  lifecycle_policy     = data.aws_ecr_lifecycle_policy_document.${seed}.json
}

resource "aws_ecr_pull_time_update_exclusion" "${seed}" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner-${prefix}"
}

data "aws_ecr_image" "${seed}" {
  repository_name = "bench/released"
  image_tag       = "${prefix}"
}

data "aws_ecr_repository" "${seed}" {
  name = "shared/${prefix}"
}

output "${seed}_digest" {
  value = data.aws_ecr_image.${seed}.image_digest
}
`;
}

/** The file of an index in a module whose files refer to each other's repositories. */
export function referencesText(index: number, files: number, references: number): string {
  const others = Array.from({ length: references }, (_, step) => (index * 7 + step * 31) % files);
  return `resource "aws_ecr_repository" "r${index}" {
  name = "bench/r${index}" # typed here
}

locals {
  urls_${index} = {
${others.map((other, step) => `    "u${step}" = aws_ecr_repository.r${other}.repository_url`).join('\n')}
  }
}
`;
}
