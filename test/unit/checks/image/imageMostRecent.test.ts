import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'image-most-recent';

describe(ID, () => {
  it.each([
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.32.0"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "= 5.32.0"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.32.0, < 5.32.1"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.32.0, != 5.32.1, < 5.32.1"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.31.0"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.32.1"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.33"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.32.0"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = false
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = true
}
`,
    `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.32.0"
    }
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/app"
  most_recent     = var.newest
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
