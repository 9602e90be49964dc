resource "aws_cloudwatch_event_rule" "scan_findings" {
  name        = "ecr-scan-findings"
  description = "Critical findings of image scans"

  event_pattern = jsonencode({
    source      = ["aws.ecr"]
    detail-type = ["ECR Image Scan"]
    detail = {
      scan-status = ["COMPLETE"]
      finding-severity-counts = {
        CRITICAL = [{ numeric = [">", 0] }]
      }
      repository-name = [for name in keys(var.repositories) : { prefix = name }]
    }
  })
}

resource "aws_cloudwatch_event_target" "notify" {
  rule      = aws_cloudwatch_event_rule.scan_findings.name
  target_id = "notify"
  arn       = aws_sns_topic.findings.arn

  input_transformer {
    input_paths = {
      repository = "$.detail.repository-name"
      critical   = "$.detail.finding-severity-counts.CRITICAL"
    }
    input_template = "\"<repository> has <critical> critical findings\""
  }
}

resource "aws_sns_topic" "findings" {
  name              = "image-findings"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_policy" "findings" {
  arn = aws_sns_topic.findings.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.findings.arn
    }]
  })
}

resource "aws_lambda_function" "cleanup" {
  function_name = "image-cleanup"
  role          = aws_iam_role.cleanup.arn
  package_type  = "Image"
  image_uri     = "${var.registry}/cleanup@${data.aws_ecr_image.cleanup.image_digest}"
  timeout       = 60 * 5
  architectures = ["arm64"]

  environment {
    variables = {
      DRY_RUN = tostring(var.dry_run)
      KEEP    = var.keep
      PATTERN = "^v[0-9]+\\.[0-9]+$"
    }
  }

  dynamic "vpc_config" {
    for_each = var.vpc == null ? [] : [var.vpc]
    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = vpc_config.value.security_group_ids
    }
  }
}

data "aws_ecr_image" "cleanup" {
  repository_name = "cleanup"
  image_tag       = "stable"
}

resource "aws_cloudwatch_metric_alarm" "pulls" {
  for_each = { for alarm in var.alarms : alarm.name => alarm if alarm.enabled }

  alarm_name          = "pulls-${each.key}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "RepositoryPullCount"
  namespace           = "AWS/ECR"
  period              = 300
  statistic           = "Sum"
  threshold           = each.value.threshold
  alarm_actions       = compact([aws_sns_topic.findings.arn, each.value.extra_topic])

  dimensions = {
    RepositoryName = each.key
  }
}
