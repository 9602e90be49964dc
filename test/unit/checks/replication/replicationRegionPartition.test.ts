import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'replication-region-partition';

describe(ID, () => {
  it.each([
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "cn-north-1"
        registry_id = "444455556666"
      }
    }
  }
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-gov-west-1"
        registry_id = "444455556666"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "cn-north-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `provider "aws" {
  region = "us-gov-east-1"
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `provider "aws" {
  region = "eu-central-1"
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "eusc-de-east-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `provider "aws" {
  region = "cn-north-1"
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "cn-northwest-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `provider "aws" {
  region = "us-gov-east-1"
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-gov-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "cn-north-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `provider "aws" {
  region = var.region
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "cn-north-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = var.region
        registry_id = "111122223333"
      }
    }
  }
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
