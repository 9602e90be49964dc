terraform {
  required_version = ">= 1.10"
}

ephemeral "aws_ecr_authorization_token" "login" {}

provider "docker" {
  registry_auth {
    address  = ephemeral.aws_ecr_authorization_token.login.proxy_endpoint
    username = ephemeral.aws_ecr_authorization_token.login.user_name
    password = ephemeral.aws_ecr_authorization_token.login.password
  }
}
