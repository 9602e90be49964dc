import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'replication-destination-repeated';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `data "aws_caller_identity" "current" {}
resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = data.aws_caller_identity.current.account_id
      }
      destination {
        region      = "us-east-1"
        registry_id = data.aws_caller_identity.current.account_id
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = local.r
        registry_id = "111122223333"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
    }
  }
}
locals {
  r = "us-east-1"
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "us-east-1"
        registry_id = "444455556666"
      }
      destination {
        region      = "us-east-1"
        registry_id = "444455556666"
      }
    }
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "us-east-1"
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
        region      = "us-east-1"
        registry_id = "111122223333"
      }
    }
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
      repository_filter {
        filter      = "team"
        filter_type = "PREFIX_MATCH"
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
        region      = var.a
        registry_id = "111122223333"
      }
      destination {
        region      = var.b
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = var.a
      }
      destination {
        region      = "us-east-1"
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
