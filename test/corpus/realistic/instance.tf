data "aws_ami" "builder" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }

  filter {
    name   = "virtualization-type"
    values = ["hvm"]
  }
}

resource "aws_instance" "builder" {
  ami           = data.aws_ami.builder.id
  instance_type = "t3.large"
  subnet_id     = var.subnet_id

  user_data = <<-SCRIPT
    #!/bin/bash
    set -euo pipefail
    dnf install -y docker
    systemctl enable --now docker
    aws ecr get-login-password --region ${var.region} |
      docker login --username AWS --password-stdin ${var.registry}
    export NAME="$${HOSTNAME}"
    if [ -z "$NAME" ]; then
      exit 1
    fi
  SCRIPT

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
    encrypted   = true
  }

  metadata_options {
    http_tokens = "required"
  }

  connection {
    type        = "ssh"
    user        = "ec2-user"
    host        = self.public_ip
    private_key = file("${path.module}/keys/builder.pem")
  }

  provisioner "remote-exec" {
    inline = [
      "sudo mkdir -p /etc/builder",
      "echo 'ready: ${self.id}' | sudo tee /etc/builder/state",
    ]
  }

  provisioner "local-exec" {
    when       = destroy
    command    = "echo destroyed ${self.id} >> destroyed.log"
    on_failure = continue

    environment = {
      REGION = "eu-central-1"
    }
  }

  timeouts {
    create = "20m"
    delete = "1h"
  }
}

resource "null_resource" "image" {
  triggers = {
    dockerfile = filemd5("${path.module}/Dockerfile")
    sources    = sha1(join("", [for f in fileset(path.module, "src/**") : filesha1("${path.module}/${f}")]))
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      docker build -t ${var.registry}/app:${self.triggers.dockerfile} ${path.module}
      docker push ${var.registry}/app:${self.triggers.dockerfile}
    EOT
  }
}
